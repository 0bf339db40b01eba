import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, LINE, place, shortened, WIDTH, within, wrap } from "../thunderbird/compose/card_layout.js";

const measure = (/** @type {string} */ text) => text.length * 7;

test("text is broken between words, and what fits no line is cut", () => {
  assert.deepEqual(wrap("one two three", 56, measure), ["one two", "three"]);
  assert.deepEqual(wrap("incomprehensibilities", 70, measure), ["incompreh…"]);
  assert.equal(shortened("short", 70, measure), "short");
});

test("each button covers its own line of the card", () => {
  const { tail, headHeight, buttons } = layOut({ message: "m", why: "w", source: "L3", buttons: ["Fix", "Ignore here"] }, { head: measure, tail: measure });
  for (const [index, label] of ["Fix", "Ignore here"].entries()) {
    const line = tail.indexOf(`  ${label}`);
    const box = buttons[index];
    assert(box && within(box, 20, headHeight + (line + 0.5) * LINE));
    assert(!within(box, 20, headHeight + (line - 0.5) * LINE));
  }
});

test("the card stays inside the window: below the words, else above", () => {
  const view = { width: 800, height: 600 };
  assert.deepEqual(place({ left: 100, top: 50, bottom: 70 }, 200, view), { left: 100, top: 73 });
  assert.deepEqual(place({ left: 790, top: 500, bottom: 520 }, 200, view), { left: 800 - WIDTH - 6, top: 297 });
  assert.deepEqual(place({ left: -5, top: 50, bottom: 70 }, 580, view), { left: 6, top: 16 });
});
