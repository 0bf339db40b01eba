/**
 * The words clients add to the sidecar's own: states, labels, names of kinds and steps.
 * @import { TroubleState } from "./client.js"
 * @import { Severity } from "./wire.js"
 */

/** What is wrong and what to do about it. @type {Readonly<Record<TroubleState, {title: string, remedy: string}>>} */
export const TROUBLES = {
  "not-paired": {
    title: "DearDr is not paired yet.",
    remedy: "Start the sidecar, then type the pairing code it prints on the settings page.",
  },
  "not-running": {
    title: "The sidecar is not running.",
    remedy: "Start it with “deardr up”. Mail goes out unchecked meanwhile; this add-on reconnects by itself.",
  },
  "wrong-token": {
    title: "The sidecar does not accept this pairing.",
    remedy: "It was revoked or belongs to another sidecar. Type a new pairing code on the settings page (“deardr pair new” prints one).",
  },
  "too-old": {
    title: "The sidecar is too old for this add-on.",
    remedy: "Update DearDr and start it again.",
  },
  refused: { title: "The sidecar could not do that.", remedy: "Its own words say why." },
};

export const UNCHECKED = "Sent without a check: the sidecar did not answer in time.";

/** @type {Readonly<Record<Severity, {one: string, many: string}>>} */
export const SEVERITY_NAMES = {
  error: { one: "Do not send like this", many: "Do not send like this" },
  warning: { one: "Weakens it", many: "Weaken it" },
  advice: { one: "Could be better", many: "Could be better" },
};

/** @type {Readonly<Record<string, string>>} */
export const KIND_NAMES = {
  "letter.request": "a letter request",
  "letter.early-ask": "an early, informal ask",
  "letter.followup": "a follow-up to a letter request",
  "letter.reminder": "a reminder of a promised letter",
  "letter.thanks": "thanks for a letter",
  "program.update": "an update to a program",
  "program.tie": "a tie to a program or place",
  "program.eligibility": "an eligibility question",
  "program.rotation": "about a rotation there",
  "program.interest": "interest in a program",
  "program.intent": "a letter of interest after an interview",
  "program.thanks": "thanks for an interview",
  other: "something else: not DearDr’s business",
};

/** @type {Readonly<Record<string, string>>} */
export const PART_NAMES = {
  "clear-ask": "Clear ask",
  context: "Context and reminder",
  "context-and-reminder": "Context and reminder",
  "context-reminder": "Context and reminder",
  logistics: "Logistics and date",
  "logistics-and-deadline": "Logistics and date",
  "logistics-deadline": "Logistics and date",
  tone: "Professional tone",
  "professional-tone": "Professional tone",
};

/** @type {Readonly<Record<string, string>>} */
export const CHECK_NAMES = {
  "meaningful-update": "Is there something new that matters?",
  "real-tie": "Is there a clear tie to the program or the area?",
  "within-filters": "Do you meet their filters?",
  "reads-as-specific": "Can you say why this program?",
  "calm-and-own": "Does it sound calm, and like you?",
};

/** @type {Readonly<Record<string, string>>} */
export const ANSWERS = { yes: "yes", no: "no", ask: "you tell" };

/** What a prompt wants done, as a heading. @type {Readonly<Record<string, string>>} */
export const ACTION_NAMES = {
  "followup-1": "Follow up",
  "followup-2": "Follow up a second time",
  "move-on": "No answer: ask somebody else",
  reminder: "Remind of the promised letter",
  "final-nudge": "Last reminder",
  "say-thanks": "Say thanks",
  "fix-address": "The mail bounced: fix the address",
  "classify-reply": "What does this reply mean?",
  "possible-reply": "Is this the reply?",
};

/** @type {Readonly<Record<string, string>>} */
export const MEANINGS = { promised: "Promised", declined: "Declined", asks: "Asks something", other: "Something else" };

/** @type {Readonly<Record<string, string>>} */
export const STATE_NAMES = { waiting: "Waiting", due: "Due", overdue: "Overdue", snoozed: "Snoozed" };

/** An identifier as words, for what has no name above. @param {string} id */
export function plain(id) {
  const words = id.replace(/[-_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sidecar's reasons as running text, without the marks of their source. @param {string} text */
export function prose(text) {
  return text.replace(/[*`]/g, "").replace(/\s+/g, " ").trim();
}

/** @param {number} number @param {string} one @param {string} [many] */
export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
