/**
 * What is known of the draft in this composer, and what can be done about it. This script owns it all: the event page
 * forgets when it sleeps.
 * @import { Fix, Report } from "../../core/wire.js"
 * @import { PanelState } from "../../core/panel_view.js"
 * @import { TextMap } from "../../core/text_map.js"
 * @import { Finding } from "./underlines.js"
 */
import { editsLastFirst, keyOf, PLACEHOLDER_RULE, safeFixes } from "../../core/findings.js";
import { GrammarCheck } from "../../core/grammar.js";
import { LintSession } from "../../core/lint_session.js";
import { changeBetween, leastEdit, moveSpan } from "../../core/moved.js";
import { readOwnText, runOf } from "../../core/text_map.js";
import { goTo, nextAfterCaret, replace } from "./editor.js";
import { Together } from "./together.js";
import { paint, placed, rangeOf } from "./underlines.js";

/** @typedef {import("../background/compose_desk.js").LintAnswer} LintAnswer */

export class Desk {
  /** @param {() => void} repainted called when findings changed place or number */
  constructor(repainted) {
    this.repainted = repainted;
    /** @type {Finding[]} */
    this.findings = [];
    /** @type {Report | null} */
    this.report = null;
    /** @type {PanelState["trouble"]} */
    this.trouble = null;
    /** @type {TextMap} as the report saw it */
    this.map = { text: "", pieces: [] };
    /** @type {string | null} */
    this.kind = null;
    this.muted = false;
    this.skipped = false;
    /** @type {Set<string>} */
    this.dismissed = new Set();
    /** @type {Set<string>} */
    this.off = new Set();
    /** Whether every slip of spelling is wanted, instead of the first few. */
    this.all = false;
    this.together = new Together();
    this.session = new LintSession({
      read: () => readOwnText(document.body),
      ask: (map) => this.ask(map),
      show: (map, answer) => this.show(map, answer),
    });
    this.grammar = new GrammarCheck({
      read: () => readOwnText(document.body).text,
      ask: (text) => this.askGrammar(text),
      changed: () => { if (this.grammar.stage === "running") this.tell(); else void this.session.now(); },
    });
  }

  /** @param {TextMap} map @returns {Promise<LintAnswer>} */
  async ask({ text }) {
    if (this.muted) return { skipped: true };
    const question = { type: "lint", text, kind: this.kind, off: [...this.off], all: this.all };
    return browser.runtime.sendMessage(question).catch(() => ({ trouble: { state: "not-running", sentence: "" } }));
  }

  /** @param {string} text @returns {Promise<import("../../core/grammar.js").GrammarAnswer>} */
  async askGrammar(text) {
    const question = { type: "grammar", text, kind: this.kind, off: [...this.off] };
    return browser.runtime.sendMessage(question).catch(() => ({ unavailable: "The grammar check got no answer." }));
  }

  /** @param {TextMap} map @param {LintAnswer} answer */
  show(map, answer) {
    this.map = map;
    this.skipped = "skipped" in answer && !this.muted;
    this.trouble = "trouble" in answer ? answer.trouble : null;
    this.report = "report" in answer ? this.wanted(answer.report) : null;
    this.findings = placed(map, this.report?.diagnostics ?? []);
    paint(this.findings);
    this.repainted();
    this.tell();
  }

  /** What the user has not waved away, grammar included. @param {Report} report @returns {Report} */
  wanted(report) {
    const diagnostics = [...report.diagnostics, ...this.grammar.at(this.map.text)].filter((one) => !this.dismissed.has(keyOf(one)) && !this.off.has(one.rule));
    return { ...report, diagnostics };
  }

  /** @returns {PanelState} */
  state() {
    const quotes = Object.fromEntries(this.findings.filter(({ quote }) => quote).map(({ key, quote }) => [key, quote]));
    const { report, trouble, muted, skipped, kind } = this;
    const { stage, sentence, diagnostics } = this.grammar;
    const found = diagnostics.filter((one) => this.find(keyOf(one))).length;
    return { report, quotes, trouble, muted, skipped, kind, grammar: { stage, sentence, found }, held: null };
  }

  tell() {
    // Nobody may be listening while the add-on is being replaced.
    browser.runtime.sendMessage({ type: "shown", state: this.state() }).catch(() => undefined);
  }

  /** What to do about a send that is under way. */
  async verdict() {
    const answer = await this.session.now();
    if ("report" in answer) {
      const { hold, sentence } = answer.report.send;
      return { hold, sentence, checked: true, kind: answer.report.kind.id };
    }
    return { hold: false, sentence: "", checked: "skipped" in answer || answer.trouble.state === "not-paired" };
  }

  /** @param {string} key */
  find(key) {
    return this.findings.find((finding) => finding.key === key) ?? null;
  }

  /** @param {Finding} finding @param {number} index of the fix */
  fix(finding, index) {
    const fix = finding.diagnostic.fixes[index];
    if (fix) this.carryOut([fix]);
  }

  fixAll() {
    this.carryOut(safeFixes(this.findings.map(({ diagnostic }) => diagnostic)));
  }

  /**
   * Carry fixes out as one undo step. Edits count in the text the report saw; those that text has changed under are left
   * for the next report.
   * @param {Fix[]} fixes
   */
  carryOut(fixes) {
    const edits = editsLastFirst(fixes);
    const change = changeBetween(this.map.text, readOwnText(document.body).text);
    this.together.run(() => {
      for (const { range: span, text } of edits.filter((edit) => edit.range.field === "body")) {
        const moved = moveSpan(span, change);
        if (moved) this.edit(moved, text);
      }
    });
    const headers = edits.filter((edit) => edit.range.field !== "body");
    if (headers.length) void browser.runtime.sendMessage({ type: "edit-headers", edits: headers }).then(() => this.session.now());
  }

  /** Read anew for each: the editor may have split or merged text nodes. @param {{start: number, end: number}} words @param {string} text */
  edit(words, text) {
    const map = readOwnText(document.body);
    const { span, put } = leastEdit(map.text, words, text, runOf(map, words)); // so that formatting and spaces around stay as they are
    const range = rangeOf(map, span);
    if (range) replace(range, put);
  }

  /** @param {Finding} finding */
  async ignore(finding) {
    this.dismissed.add(finding.key);
    await this.note({ type: "dismiss", key: finding.key, rule: finding.diagnostic.rule });
  }

  /** @param {string} rule */
  async switchOff(rule) {
    this.off.add(rule);
    await this.note({ type: "switch-off", rule });
  }

  /** Tell the sidecar of a choice, then ask again. It holds in this composer even when the sidecar is away. @param {object} message */
  async note(message) {
    await browser.runtime.sendMessage(message).catch(() => undefined);
    await this.session.now();
  }

  /** Ask for what a long list left out, too. */
  showAll() {
    this.all = true;
    void this.session.now();
  }

  /** @param {string | null} kind */
  chooseKind(kind) {
    this.kind = kind;
    void this.session.now();
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.muted = muted;
    void this.session.now();
  }

  /** The next finding of the text after the caret, selected. @param {boolean} gapsOnly */
  next(gapsOnly) {
    const open = this.findings.filter(({ range, diagnostic }) =>
      range && !range.collapsed && (!gapsOnly || diagnostic.rule === PLACEHOLDER_RULE));
    const ranges = open.map(({ range }) => /** @type {Range} */ (range))
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const range = nextAfterCaret(ranges);
    if (!range) return null;
    goTo(range);
    return open.find((finding) => finding.range === range) ?? null;
  }
}
