/**
 * The event page's side of a composer: adds the headers to the text, asks the sidecar, keeps the badge.
 * @import { Edit, Field, LintRequest, Report } from "../../core/wire.js"
 * @import { PanelState } from "../../core/panel_view.js"
 * @import { TroubleState } from "../../core/client.js"
 */
import { troubleOf } from "../../core/client.js";
import { badge, counts, edited, editedList } from "../../core/findings.js";
import { GRAMMAR_RULE } from "../../core/grammar.js";
import { count, TROUBLES } from "../../core/wording.js";
import { settings, sidecar } from "../settings.js";
import { addresses, draftOf } from "./headers.js";
import { newDraft } from "./insert.js";
import { hurry } from "./line.js";

/** @typedef {{report: Report} | {trouble: {state: TroubleState, sentence: string}} | {skipped: true}} LintAnswer */
/** @typedef {{text: string, kind: string | null, off: string[], all: boolean}} LintQuestion */
/** @typedef {import("../../core/grammar.js").GrammarAnswer} GrammarAnswer */

const COLOURS = { error: "#c0162c", warning: "#9a6200" };

/** @param {number} tabId @param {LintQuestion} question @returns {Promise<LintAnswer>} */
async function lint(tabId, { text, kind, off, all }) {
  const { skipped, holdOn } = await settings();
  const { draft, account } = await draftOf(tabId, text);
  if (account && skipped.includes(account)) return { skipped: true };
  /** @type {LintRequest} */
  const request = { draft, kind, off, all, hold_on: holdOn };
  const report = await (await sidecar()).lint(request);
  hurry();
  return { report };
}

/** @param {number} tabId @param {LintQuestion} question @returns {Promise<GrammarAnswer>} */
async function grammar(tabId, { text, kind, off }) {
  const client = await sidecar();
  const { rules } = await client.settings();
  if (off.includes(GRAMMAR_RULE) || rules[GRAMMAR_RULE] === "off") return { off: true };
  const { draft } = await draftOf(tabId, text);
  return { diagnostics: (await client.grammar({ draft, kind, off })).diagnostics };
}

/** @param {unknown} problem @returns {GrammarAnswer} */
function noGrammar(problem) {
  const { trouble: { state, sentence } } = troubleOf(problem);
  return { unavailable: sentence || `${TROUBLES[state].title} ${TROUBLES[state].remedy}` };
}

/** @param {PanelState} shown */
function summary({ report, trouble, muted, skipped }) {
  if (skipped || muted) return { text: "", colour: COLOURS.warning, title: "DearDr: not checking this mail" };
  if (trouble) return { text: trouble.state === "not-paired" ? "" : "?", colour: "#666", title: `DearDr: ${TROUBLES[trouble.state].title}` };
  const diagnostics = report?.diagnostics ?? [];
  const { text, severity } = badge(diagnostics);
  const { error, warning, advice } = counts(diagnostics);
  const title = `DearDr: ${count(error, "error")}, ${count(warning, "warning")}, ${count(advice, "piece of advice", "pieces of advice")}`;
  return { text, colour: severity === "error" ? COLOURS.error : COLOURS.warning, title };
}

/** @param {number} tabId @param {PanelState} shown */
async function mark(tabId, shown) {
  const { text, colour, title } = summary(shown);
  await browser.composeAction.setBadgeBackgroundColor({ tabId, color: colour });
  await browser.composeAction.setBadgeText({ tabId, text: text || null });
  await browser.composeAction.setTitle({ tabId, title });
}

/** Edits outside the body, field by field; the body and its undo history stay as they are. @param {number} tabId @param {Edit[]} edits */
async function editHeaders(tabId, edits) {
  const details = await browser.compose.getComposeDetails(tabId);
  const of = (/** @type {Field} */ field) => edits.filter((edit) => edit.range.field === field);
  /** @type {browser.compose.ComposeDetails} */
  const changes = {};
  if (of("subject").length) changes.subject = edited(details.subject ?? "", of("subject"));
  for (const field of /** @type {const} */ (["to", "cc", "bcc"])) {
    if (of(field).length) changes[field] = editedList(addresses(details[field]), of(field));
  }
  await browser.compose.setComposeDetails(tabId, changes);
}

/** Open the panel of a composer. @param {number} tabId */
export async function openPanel(tabId) {
  const { windowId } = await browser.tabs.get(tabId);
  return browser.composeAction.openPopup({ windowId });
}

/** @type {Record<string, (message: any, tab: browser.tabs.Tab | undefined) => Promise<any>>} */
export const composeHandlers = {
  lint: (message, tab) => lint(Number(tab?.id), message).catch(troubleOf),
  grammar: (message, tab) => grammar(Number(tab?.id), message).catch(noGrammar),
  shown: (message, tab) => mark(Number(tab?.id), message.state),
  "open-panel": (_, tab) => openPanel(Number(tab?.id)),
  "edit-headers": (message, tab) => editHeaders(Number(tab?.id), message.edits),
  dismiss: async ({ key, rule }) => (await sidecar()).dismiss(key, rule).then(() => ({}), troubleOf),
  "switch-off": async (message) => (await sidecar()).switchOff(message.rule).then(() => ({}), troubleOf),
  "new-draft": ({ subject, text }) => newDraft({ subject }, text),
};
