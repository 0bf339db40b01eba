/**
 * Keeps the mail client in step with the sidecar's prompts: tags, space button, notification.
 * @import { Prompt } from "../../core/wire.js"
 */
import { isDue } from "../../core/prompts.js";
import { ACTION_NAMES, count } from "../../core/wording.js";
import { recall, remember } from "../session.js";
import { settings, sidecar } from "../settings.js";
import { redrawDisplayed } from "./displayed.js";
import { anyUntagged, COLOUR, tagInStep } from "./tags.js";

/** @type {Promise<void> | null} */
let running = null;
let again = false;

/** Read the prompts and bring everything in step with them. Calls that come meanwhile become one more round. */
export function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await round();
    } while (again);
  })().finally(() => { running = null; });
  return running;
}

async function round() {
  const { token } = await settings();
  const prompts = token ? await (await sidecar()).prompts().catch(() => null) : [];
  // When the sidecar is away, what was known stays: missing news is no news.
  if (prompts) await remember("prompts", prompts);
  const known = prompts ?? await recall("prompts");
  const due = known.filter(isDue);
  await showSpace(due.length);
  if (!prompts) return;
  await tagInStep(due);
  await announce(due);
  await redrawDisplayed();
}

/** The button in the spaces toolbar, made anew at every start of the mail client. @param {number} due */
async function showSpace(due) {
  const [mine] = await browser.spaces.query({ isSelfOwned: true });
  const look = {
    title: due ? `DearDr: ${count(due, "follow-up")} due` : "DearDr",
    badgeText: due ? String(due) : "", badgeBackgroundColor: COLOUR, defaultIcons: "thunderbird/icons/deardr.svg",
  };
  if (mine) await browser.spaces.update(mine.id, look);
  else await browser.spaces.create("deardr", "thunderbird/space/space.html", look);
}

/** One notification for everything that fell due since the last one. @param {Prompt[]} due */
async function announce(due) {
  const { announced } = /** @type {{announced: string[]}} */ (await browser.storage.local.get({ announced: [] }));
  const fresh = due.filter((prompt) => !announced.includes(prompt.id));
  await browser.storage.local.set({ announced: due.map((prompt) => prompt.id) });
  if (!fresh.length) return;
  const [first] = /** @type {[Prompt]} */ (fresh);
  const message = `${ACTION_NAMES[first.action] ?? "Follow up"}: ${first.person}`;
  await browser.notifications.create("deardr-due", {
    type: "basic", title: `${count(fresh.length, "follow-up")} due`,
    message: fresh.length > 1 ? `${message} and ${fresh.length - 1} more` : message,
    iconUrl: browser.runtime.getURL("thunderbird/icons/deardr.svg"),
  });
}

/** Show the page with everything. */
export async function openSpace() {
  const [mine] = await browser.spaces.query({ isSelfOwned: true });
  if (mine) await browser.spaces.open(mine.id);
}

/** Tag what could not be found when it fell due. */
export async function catchUp() {
  const due = (await recall("prompts")).filter(isDue);
  if (await anyUntagged(due)) await tagInStep(due);
}

export function watchMail() {
  browser.messages.onNewMailReceived.addListener(() => { void refresh(); });
}
