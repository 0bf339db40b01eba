/**
 * The follow-up tag: an IMAP keyword on what is due, kept in step with the prompts.
 * @import { Prompt } from "../../core/wire.js"
 */
import { mailsOf } from "../../core/prompts.js";
import { settings } from "../settings.js";

export const TAG = "deardr_due";
const TAG_NAME = "Follow-up due";
export const COLOUR = "#c77700";

/** Folders whose mail is no part of a conversation. */
const NEVER = new Set(["trash", "junk", "drafts", "templates", "outbox"]);

/** Where a mail is, in the folders and accounts that count. @param {string} headerMessageId @returns {Promise<browser.messages.MessageHeader[]>} */
export async function copiesOf(headerMessageId) {
  const { messages } = /** @type {browser.messages.MessageList} */ (await browser.messages.query({ headerMessageId }));
  const { skipped } = await settings();
  return messages.filter(({ folder }) =>
    folder && !folder.specialUse?.some((use) => NEVER.has(use)) && !skipped.includes(folder.accountId ?? ""));
}

/** @param {string} headerMessageId @param {boolean} wanted @returns {Promise<boolean>} whether the mail was found */
async function setTag(headerMessageId, wanted) {
  const copies = await copiesOf(headerMessageId);
  for (const { id, tags } of copies) {
    const others = tags.filter((tag) => tag !== TAG);
    if (tags.includes(TAG) !== wanted) await browser.messages.update(Number(id), { tags: wanted ? [...others, TAG] : others });
  }
  return copies.length > 0;
}

/** Message-IDs that carry the tag because of us. @returns {Promise<string[]>} */
async function taggedMails() {
  const { tagged } = await browser.storage.local.get({ tagged: [] });
  return /** @type {any} */ (tagged);
}

/** Whether a mail of what is due was not to be found so far. @param {Prompt[]} due */
export async function anyUntagged(due) {
  const tagged = new Set(await taggedMails());
  return due.flatMap(mailsOf).some((id) => !tagged.has(id));
}

/** Tag the mails of what is due, and take the tag from those it was put on before. @param {Prompt[]} due */
export async function tagInStep(due) {
  const wanted = new Set(due.flatMap(mailsOf));
  if (wanted.size && !(await browser.messages.tags.list()).some((tag) => tag.key === TAG)) {
    await browser.messages.tags.create(TAG, TAG_NAME, COLOUR);
  }
  for (const id of await taggedMails()) if (!wanted.has(id)) await setTag(id, false);
  const found = [];
  for (const id of wanted) if (await setTag(id, true)) found.push(id);
  await browser.storage.local.set({ tagged: found });
}
