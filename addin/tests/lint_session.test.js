import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { LintSession } from "../core/lint_session.js";

/** A host whose text, questions and answers the test holds in its hands. */
function host() {
  /** @type {{text: string, asked: {reading: string, answer: (value: string) => void}[], shown: string[][]}} */
  const state = { text: "one", asked: [], shown: [] };
  const session = new LintSession({
    read: () => state.text,
    ask: (reading) => new Promise((/** @type {(value: string) => void} */ answer) => { state.asked.push({ reading, answer }); }),
    show: (reading, answer) => { state.shown.push([reading, answer]); },
  });
  return { state, session };
}
const settled = async () => { for (let i = 0; i < 5; i += 1) await Promise.resolve(); };

test("a burst of typing asks once, after a pause", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { state, session } = host();
  for (const text of ["a", "ab", "abc"]) {
    state.text = text;
    session.changed();
    context.mock.timers.tick(100);
  }
  assert.equal(state.asked.length, 0);
  context.mock.timers.tick(250);
  assert.deepEqual(state.asked.map((one) => one.reading), ["abc"]);
});

test("a steady typist is not kept waiting for ever", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1000 });
  const { state, session } = host();
  for (let i = 0; i < 15; i += 1) {
    session.changed();
    context.mock.timers.tick(150);
  }
  assert.equal(state.asked.length, 1);
});

test("one request is in flight, and an answer to an older text is dropped", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { state, session } = host();
  session.changed();
  context.mock.timers.tick(250);
  state.text = "two";
  session.changed();
  context.mock.timers.tick(250);
  assert.equal(state.asked.length, 1);
  state.asked[0]?.answer("about one");
  await settled();
  assert.deepEqual(state.shown, []);
  assert.deepEqual(state.asked.map((one) => one.reading), ["one", "two"]);
  state.asked[1]?.answer("about two");
  await settled();
  assert.deepEqual(state.shown, [["two", "about two"]]);
});

test("asking now reads the text of now and needs no pause", async () => {
  const { state, session } = host();
  const answer = session.now();
  await settled();
  state.asked[0]?.answer("fresh");
  assert.equal(await answer, "fresh");
  assert.deepEqual(state.shown, [["one", "fresh"]]);
  mock.reset();
});
