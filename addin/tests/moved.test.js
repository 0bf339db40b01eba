import assert from "node:assert/strict";
import { test } from "node:test";
import { changeBetween, leastEdit, moveSpan } from "../core/moved.js";

const before = "ask for any letter soon";
const span = { start: 8, end: 18 };

/** @param {string} after */
function follow(after) {
  const moved = moveSpan(span, changeBetween(before, after));
  return moved && after.slice(moved.start, moved.end);
}

test("words stay found when text is added before or after them", () => {
  assert.equal(follow("Please ask for any letter soon"), "any letter");
  assert.equal(follow("ask for any letter as soon as you can"), "any letter");
  assert.equal(follow(before), "any letter");
});

test("words stay found when text is taken away before or after them", () => {
  assert.equal(follow("for any letter soon"), "any letter");
  assert.equal(follow("ask for any letter"), "any letter");
});

test("words that were changed are given up", () => {
  assert.equal(follow("ask for a strong letter soon"), null);
  assert.equal(follow("ask for any good letter soon"), null);
  assert.equal(follow(""), null);
});

test("a change is the smallest replacement between two texts", () => {
  assert.deepEqual(changeBetween("aaa", "aaaa"), { start: 3, removed: 0, inserted: 1 });
  assert.deepEqual(changeBetween("one two", "one 2"), { start: 4, removed: 3, inserted: 1 });
});

test("a fix replaces no more than it must", () => {
  assert.deepEqual(leastEdit(before, span, "a strong letter"), { span: { start: 9, end: 13 }, put: " strong l" });
  assert.deepEqual(leastEdit(before, { start: 4, end: 7 }, "to get"), { span: { start: 2, end: 9 }, put: "k to get a" });
  assert.deepEqual(leastEdit(before, span, ""), { span, put: "" });
});

test("a fix reaches no further than the formatting of its words", () => {
  const run = { start: 4, end: 7 }; // “for” in bold
  assert.deepEqual(leastEdit(before, run, "to get", run), { span: run, put: "to get" });
  assert.deepEqual(leastEdit(before, run, "to get", { start: 4, end: 8 }), { span: { start: 4, end: 8 }, put: "to get " });
});
