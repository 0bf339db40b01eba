import assert from "node:assert/strict";
import { test } from "node:test";
import { GrammarCheck } from "../core/grammar.js";

/** @param {number} start @param {number} end @returns {import("../core/wire.js").Diagnostic} */
function remark(start, end) {
  const range = /** @type {const} */ ({ field: "body", start, end });
  return { rule: "spelling-grammar", severity: "advice", message: "", why: "", range, source: "", docs: "", fixes: [{ title: "", edits: [{ range, text: "x" }] }] };
}

/** A check of “he go home they goes” whose answer the test gives. */
function check() {
  /** @type {{asked: string[], stages: string[], answer: (value: import("../core/grammar.js").GrammarAnswer) => void}} */
  const state = { asked: [], stages: [], answer: () => undefined };
  /** @type {GrammarCheck} */
  const grammar = new GrammarCheck({
    read: () => "he go home they goes",
    ask: (text) => new Promise((resolve) => { state.asked.push(text); state.answer = resolve; }),
    changed: () => { state.stages.push(grammar.stage); },
  });
  return { grammar, state };
}

test("it runs when asked, once at a time, and tells every stage", async () => {
  const { grammar, state } = check();
  assert.equal(grammar.stage, "idle");
  const running = grammar.run();
  await grammar.run();
  assert.equal(state.asked.length, 1);
  state.answer({ diagnostics: [] });
  await running;
  assert.deepEqual(state.stages, ["running", "done"]);
});

test("what it found moves with its words and goes when they are changed", async () => {
  const { grammar, state } = check();
  const running = grammar.run();
  state.answer({ diagnostics: [remark(3, 5), remark(16, 20)] });
  await running;
  const [first, second] = grammar.at("so he go home they goes");
  assert.deepEqual([first?.range?.start, first?.fixes[0]?.edits[0]?.range.start, second?.range?.start], [6, 6, 19]);
  assert.deepEqual(grammar.at("so he went home they goes").map((one) => one.range?.start), [21]);
});

test("switched off and not to be had are told apart, and neither leaves findings", async () => {
  for (const [answer, stage, sentence] of /** @type {const} */ ([[{ off: true }, "off", ""], [{ unavailable: "Not installed." }, "unavailable", "Not installed."]])) {
    const { grammar, state } = check();
    const running = grammar.run();
    state.answer(answer);
    await running;
    assert.deepEqual([grammar.stage, grammar.sentence, grammar.diagnostics], [stage, sentence, []]);
  }
});
