/**
 * Plain questions to a prompt.
 * @import { Prompt } from "./wire.js"
 */

/** Whether a prompt asks for something now. @param {Prompt} prompt */
export function isDue({ state }) {
  return state === "due" || state === "overdue";
}

/** Message-IDs of the mails a prompt is about, the one it names first. @param {Prompt} prompt */
export function mailsOf({ thread }) {
  const named = [thread?.message_id, ...(thread?.messages ?? [])];
  return [...new Set(named.filter((id) => typeof id === "string"))];
}
