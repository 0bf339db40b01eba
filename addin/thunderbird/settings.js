/** What the user set on the options page, and the sidecar it leads to. */
import { SidecarClient } from "../core/client.js";

/**
 * @typedef {object} Settings
 * @property {string} base the sidecar's address
 * @property {string | null} token from pairing
 * @property {"error" | "warning"} holdOn the mildest finding that holds a send
 * @property {number} patience how long a send may wait for the sidecar, in milliseconds
 * @property {string[]} skipped ids of accounts DearDr leaves alone
 */

/** @type {Settings} */
const DEFAULTS = { base: "http://127.0.0.1:8765", token: null, holdOn: "error", patience: 800, skipped: [] };

/** @returns {Promise<Settings>} */
export async function settings() {
  return /** @type {Promise<any>} */ (browser.storage.local.get(DEFAULTS));
}

/** @param {Partial<Settings>} changes */
export async function saveSettings(changes) {
  await browser.storage.local.set(changes);
}

/** The sidecar the user paired with. */
export async function sidecar() {
  const { base, token } = await settings();
  return new SidecarClient({ base, token });
}
