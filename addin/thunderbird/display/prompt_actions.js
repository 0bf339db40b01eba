/**
 * What the buttons of a prompt do in this client: ask the event page.
 * @import { PromptActions } from "../../core/prompt_view.js"
 * @import { TroubleState } from "../../core/client.js"
 */

/**
 * @param {(trouble: {state: TroubleState, sentence: string} | null) => void} told called with what came of it
 * @param {boolean} canOpen whether there is a message elsewhere to open
 * @returns {PromptActions}
 */
export function promptActions(told, canOpen) {
  const ask = async (/** @type {object} */ message) => {
    const answer = await browser.runtime.sendMessage(message).catch(() => null);
    told(answer?.trouble ?? null);
  };
  return {
    write: ({ id }) => ask({ type: "write", id }),
    snooze: ({ id }, days) => ask({ type: "snooze", id, days }),
    done: ({ id }) => ask({ type: "done", id }),
    settle: ({ id }) => ask({ type: "settle", id }),
    classify: ({ id }, meaning) => ask({ type: "classify", id, meaning }),
    open: canOpen ? ({ id }) => ask({ type: "open", id }) : null,
  };
}
