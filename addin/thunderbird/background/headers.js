/**
 * The headers of a draft, read from its composer.
 * @import { Draft } from "../../core/wire.js"
 */

/** @param {browser.compose.ComposeRecipientList | undefined} list @returns {string[]} those that are addresses, not address book entries */
export function addresses(list) {
  return [list ?? []].flat().filter((one) => typeof one === "string");
}

/** Message-ID of the mail a composer answers, without angle brackets. @param {browser.compose.ComposeDetails} details */
export async function answeredBy({ type, relatedMessageId }) {
  if (!relatedMessageId) return null;
  if (type === "reply") return (await browser.messages.get(relatedMessageId)).headerMessageId;
  if (type !== "draft") return null;
  const { headers } = await browser.messages.getFull(relatedMessageId);
  return headers?.["in-reply-to"]?.[0]?.match(/<([^<>]+)>/)?.[1] ?? null;
}

/** @param {browser.compose.ComposeDetails} details */
async function identityOf({ identityId }) {
  return identityId ? browser.identities.get(identityId) : null;
}

/** @param {browser.compose.ComposeDetails} details */
export async function senderOf(details) {
  return typeof details.from === "string" ? details.from : (await identityOf(details))?.email ?? "";
}

/** @param {number} tabId @param {string} text @returns {Promise<{draft: Draft, account: string | null}>} */
export async function draftOf(tabId, text) {
  const details = await browser.compose.getComposeDetails(tabId);
  const attachments = await browser.compose.listAttachments(tabId);
  const answered = await answeredBy(details).catch(() => null);
  return {
    account: (await identityOf(details))?.accountId ?? null,
    draft: {
      subject: details.subject ?? "", text, from: await senderOf(details),
      to: addresses(details.to), cc: addresses(details.cc), bcc: addresses(details.bcc),
      attachments: attachments.map((one) => one.name ?? ""), in_reply_to: answered, references: answered ? [answered] : [],
    },
  };
}
