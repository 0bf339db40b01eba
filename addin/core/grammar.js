/**
 * The thorough grammar check: only when asked for, with a request and an answer of its own, so that nothing else waits for it.
 * What it found stays with its words while the text around them changes.
 * @import { Diagnostic } from "./wire.js"
 */
import { changeBetween, moveDiagnostic } from "./moved.js";

/** The rule whose findings these are; who switches it off wants no grammar check either. */
export const GRAMMAR_RULE = "spelling-grammar";

/** @typedef {"idle" | "running" | "done" | "off" | "unavailable"} GrammarStage */
/** @typedef {{diagnostics: Diagnostic[]} | {off: true} | {unavailable: string}} GrammarAnswer */

export class GrammarCheck {
  /**
   * @param {object} host
   * @param {() => string} host.read the text as it is now
   * @param {(text: string) => Promise<GrammarAnswer>} host.ask never rejects
   * @param {() => void} host.changed called at every new stage
   */
  constructor(host) {
    this.host = host;
    /** @type {GrammarStage} */
    this.stage = "idle";
    /** Why there is no answer; one sentence. */
    this.sentence = "";
    this.text = "";
    /** @type {Diagnostic[]} as they stand in `text` */
    this.diagnostics = [];
  }

  /** Check the text of now; one check at a time. */
  async run() {
    if (this.stage === "running") return;
    const text = this.host.read();
    this.become("running");
    const answer = await this.host.ask(text);
    this.text = text;
    this.diagnostics = "diagnostics" in answer ? answer.diagnostics : [];
    if ("unavailable" in answer) this.become("unavailable", answer.unavailable);
    else this.become("off" in answer ? "off" : "done");
  }

  /** @param {GrammarStage} stage @param {string} [sentence] */
  become(stage, sentence = "") {
    this.stage = stage;
    this.sentence = sentence;
    this.host.changed();
  }

  /** The findings in a later text, without those whose words were changed. @param {string} text */
  at(text) {
    const change = changeBetween(this.text, text);
    this.diagnostics = this.diagnostics.map((one) => moveDiagnostic(one, change)).filter((one) => one !== null);
    this.text = text;
    return this.diagnostics;
  }
}
