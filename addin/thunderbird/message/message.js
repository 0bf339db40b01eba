/** The popup beside a displayed message: what is due about it, or the offer to track it. */
import { el, show } from "../../core/dom.js";
import { troubleNote } from "../../core/panel_view.js";
import { promptView } from "../../core/prompt_view.js";
import { promptActions } from "../display/prompt_actions.js";
import { follow, recall } from "../session.js";

const root = /** @type {HTMLElement} */ (document.getElementById("root"));
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const actions = promptActions((trouble) => { void draw(trouble); }, false);

/** @param {Parameters<typeof troubleNote>[0]} [trouble] */
async function draw(trouble) {
  const { messageId, prompts } = await browser.runtime.sendMessage({ type: "displayed", tabId: tab?.id });
  const nothing = [
    el("p", { class: "note" }, "Nothing is due about this message."),
    el("button", { "data-key": "track", onclick: () => track(messageId) }, "Track this"),
  ];
  show(root, troubleNote(trouble ?? await recall("trouble"), () => browser.runtime.openOptionsPage()),
    ...(prompts.length ? prompts.map((/** @type {any} */ prompt) => promptView(prompt, actions)) : nothing));
}

/** @param {string} messageId */
async function track(messageId) {
  const { trouble } = await browser.runtime.sendMessage({ type: "track", messageId });
  await draw(trouble);
}

follow(["prompts", "trouble"], () => { void draw(); });
await draw();
