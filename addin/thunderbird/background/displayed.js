/**
 * What is due about the message on display: for the banner, and for the button beside it.
 * @import { Prompt } from "../../core/wire.js"
 */
import { isDue, mailsOf } from "../../core/prompts.js";
import { recall } from "../session.js";

/** The one message a tab shows, or null. @param {number} tabId */
async function displayedIn(tabId) {
  const shown = /** @type {browser.messages.MessageList} */ (
    await browser.messageDisplay.getDisplayedMessages(tabId).catch(() => ({ messages: [] })));
  return shown.messages.length === 1 ? shown.messages[0] ?? null : null;
}

/** @param {number} tabId @returns {Promise<{messageId: string | null, prompts: Prompt[]}>} */
async function dueIn(tabId) {
  const message = await displayedIn(tabId);
  if (!message) return { messageId: null, prompts: [] };
  const prompts = (await recall("prompts")).filter((prompt) => isDue(prompt) && mailsOf(prompt).includes(message.headerMessageId));
  return { messageId: message.headerMessageId, prompts };
}

/** Not to be waited for: while a tab shows no message, Thunderbird never answers calls about its button. @param {number} tabId */
async function markButton(tabId) {
  const { messageId, prompts } = await dueIn(tabId);
  if (!messageId) return;
  const label = prompts.some((prompt) => prompt.action === "classify-reply") ? "What does it mean?" : "Follow up now";
  await browser.messageDisplayAction.setBadgeBackgroundColor({ tabId, color: "#b36b00" });
  await browser.messageDisplayAction.setBadgeText({ tabId, text: prompts.length ? "!" : null });
  await browser.messageDisplayAction.setLabel({ tabId, label: prompts.length ? label : null });
}

/** Prompts changed: bring every message on display in step. */
export async function redrawDisplayed() {
  for (const tab of await browser.tabs.query({})) {
    if (tab.type !== "mail" && tab.type !== "messageDisplay") continue;
    markButton(Number(tab.id)).catch(() => undefined);
    browser.tabs.sendMessage(Number(tab.id), { type: "redraw" }).catch(() => undefined); // no message on display
  }
}

export function watchDisplay() {
  browser.messageDisplay.onMessagesDisplayed.addListener((tab) => { void markButton(Number(tab.id)); });
}

/** @type {Record<string, (message: any, tab: browser.tabs.Tab | undefined) => Promise<any>>} */
export const displayHandlers = {
  displayed: (message, tab) => dueIn(Number(message.tabId ?? tab?.id)),
};
