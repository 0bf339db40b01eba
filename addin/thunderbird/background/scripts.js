/**
 * The scripts in composers and displayed messages, each joined from its `main.js` when the add-on is packed. They are
 * registered here and not in the manifest, whose keys for them are younger than the oldest Thunderbird supported; a
 * registration outlives a sleep of the event page but not the mail client.
 */
import { stylesFor } from "./styles.js";

const COMPOSE = { id: "deardr", js: ["thunderbird/compose/script.js"] };
const DISPLAY = { id: "deardr", js: ["thunderbird/display/script.js"] };

/** @param {number} tabId @param {{js: string[], css?: string[]}} script */
async function run(tabId, { js, css }) {
  const target = { tabId };
  if (css) await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js });
}

/** Register the scripts, and run them in what was open before. Running one twice in a window does nothing more. */
export async function layScripts() {
  const { compose, messageDisplay } = browser.scripting;
  if ((await compose.getRegisteredScripts()).length) return;
  const writing = { ...COMPOSE, css: stylesFor((await browser.runtime.getBrowserInfo()).version) };
  await Promise.all([compose.registerScripts([writing]), messageDisplay.registerScripts([DISPLAY])]);
  for (const { id, type } of await browser.tabs.query({})) {
    if (type === "messageCompose") run(Number(id), writing).catch(() => undefined); // its own loading comes later
    if (type === "mail" || type === "messageDisplay") run(Number(id), DISPLAY).catch(() => undefined); // no message on display
  }
}
