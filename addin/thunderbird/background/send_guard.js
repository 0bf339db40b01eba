/**
 * At send: hold what the sidecar says to hold, let everything else go. After send: tell the sidecar.
 *
 * The composer is locked while `onBeforeSend` waits, so nothing here ever waits for the user: a held send is cancelled at
 * once and asked about in the panel; "send anyway" sends again with a pass for one go.
 */
import { UNCHECKED } from "../../core/wording.js";
import { change, recall } from "../session.js";
import { settings, sidecar } from "../settings.js";
import { addresses, answeredBy, senderOf } from "./headers.js";
import { openPanel } from "./compose_desk.js";

/** @typedef {{hold: boolean, sentence: string, checked: boolean, kind?: string}} Verdict */

/** @param {number} tabId @returns {Promise<Verdict>} */
async function verdictOn(tabId) {
  /** @type {Verdict} */
  const unchecked = { hold: false, sentence: "", checked: false };
  const { patience } = await settings();
  const late = new Promise((resolve) => { setTimeout(resolve, patience, unchecked); });
  const asked = browser.tabs.sendMessage(tabId, { type: "verdict" }).catch(() => unchecked);
  return Promise.race([asked, late]);
}

/** @param {number} tabId @returns {<Value>(byTab: Record<number, Value>) => Record<number, Value>} */
const without = (tabId) => ({ [tabId]: _, ...others }) => others;

/** Whether a pass for one send was there; it is used up. @param {number} tabId */
async function usePass(tabId) {
  const { [tabId]: pass = false } = await recall("allowed");
  if (pass) await change("allowed", without(tabId));
  return pass;
}

async function tellUnchecked() {
  const { token } = await settings();
  if (!token) return;
  await browser.notifications.create("deardr-unchecked", {
    type: "basic", title: "DearDr", message: UNCHECKED, iconUrl: browser.runtime.getURL("thunderbird/icons/deardr.svg"),
  });
}

/**
 * @param {browser.tabs.Tab} tab
 * @param {browser.compose.ComposeDetails} details
 * @returns {Promise<{cancel?: boolean}>}
 */
async function beforeSend(tab, details) {
  const tabId = Number(tab.id);
  if (await usePass(tabId)) return {};
  const { hold, sentence, checked, kind = null } = await verdictOn(tabId);
  const { type, relatedMessageId, identityId, from, to, cc, bcc, subject } = details; // all but the body
  const note = { details: { type, relatedMessageId, identityId, from, to, cc, bcc, subject }, kind };
  await change("leaving", (leaving) => ({ ...leaving, [tabId]: note }));
  if (!checked) void tellUnchecked();
  if (!hold) return {};
  await change("held", (held) => ({ ...held, [tabId]: sentence }));
  setTimeout(openPanel, 0, tabId);
  return { cancel: true };
}

/** @param {browser.tabs.Tab} tab @param {browser.compose._OnAfterSendSendInfo} sent */
async function afterSend(tab, { headerMessageId, mode }) {
  const { [Number(tab.id)]: left } = await recall("leaving");
  if (!headerMessageId || !left) return; // cancelled
  await change("leaving", without(Number(tab.id)));
  const { details, kind } = left;
  const answered = await answeredBy(details).catch(() => null);
  await (await sidecar()).sent({
    message_id: headerMessageId, mode, in_reply_to: answered, references: answered ? [answered] : [], kind,
    from: await senderOf(details), to: addresses(details.to), cc: addresses(details.cc), bcc: addresses(details.bcc), subject: details.subject ?? "",
  });
}

export function watchSending() {
  // The published types know only the answer given at once.
  browser.compose.onBeforeSend.addListener(/** @type {any} */ ((/** @type {any} */ tab, /** @type {any} */ details) => beforeSend(tab, details).catch(() => ({}))));
  // The sidecar finds the mail in Sent all the same; this only makes it known sooner.
  browser.compose.onAfterSend.addListener((tab, sent) => { afterSend(tab, sent).catch(() => undefined); });
}

/** @type {Record<string, (message: any) => Promise<any>>} */
export const sendHandlers = {
  "send-anyway": async ({ tabId }) => {
    await change("allowed", (allowed) => ({ ...allowed, [tabId]: true }));
    await browser.compose.sendMessage(tabId);
  },
  "take-held": async ({ tabId }) => {
    const { [tabId]: sentence = null } = await recall("held");
    if (sentence !== null) await change("held", without(tabId));
    return sentence;
  },
};
