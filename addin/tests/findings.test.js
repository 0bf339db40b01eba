import assert from "node:assert/strict";
import { test } from "node:test";
import { badge, counts, edited, editedList, editsLastFirst, grouped, keyOf, placeholders, safeFixes } from "../core/findings.js";

/**
 * @param {string} rule @param {import("../core/wire.js").Severity} severity @param {number} start @param {number} end
 * @param {Partial<import("../core/wire.js").Diagnostic>} [more]
 * @returns {import("../core/wire.js").Diagnostic}
 */
function finding(rule, severity, start, end, more = {}) {
  const range = start < 0 ? null : { field: /** @type {const} */ ("body"), start, end };
  return { rule, severity, message: "", why: "", range, fixes: [], source: "", docs: "", ...more };
}

/** @param {number} start @param {number} end @param {string} text @param {boolean} [safe] */
const fix = (start, end, text, safe = true) => ({ title: text, safe, edits: [{ range: { field: /** @type {const} */ ("body"), start, end }, text }] });

test("findings are grouped worst first and in the order of the text, what is absent leading", () => {
  const groups = grouped([finding("c", "advice", 1, 2), finding("b", "error", 9, 10), finding("a", "error", 3, 4), finding("d", "error", -1, -1)]);
  assert.deepEqual(groups.map((group) => [group.severity, group.diagnostics.map((one) => one.rule)]), [["error", ["d", "a", "b"]], ["advice", ["c"]]]);
});

test("the badge counts errors and warnings and takes the colour of the worst; advice raises none", () => {
  assert.deepEqual(badge([finding("a", "advice", 0, 1)]), { text: "", severity: null });
  assert.deepEqual(badge([finding("a", "warning", 0, 1), finding("b", "advice", 0, 1)]), { text: "1", severity: "warning" });
  assert.deepEqual(badge([finding("a", "warning", 0, 1), finding("b", "error", 0, 1)]), { text: "2", severity: "error" });
  assert.deepEqual(counts([finding("a", "warning", 0, 1)]), { error: 0, warning: 1, advice: 0 });
});

test("gaps are those of the body, in the order of the text", () => {
  const subject = { range: { field: /** @type {const} */ ("subject"), start: 0, end: 3 } };
  const found = placeholders([finding("unfilled-placeholder", "error", 9, 12), finding("unfilled-placeholder", "error", 0, 1, subject),
    finding("unfilled-placeholder", "error", 2, 5), finding("other", "error", 0, 1)]);
  assert.deepEqual(found.map((one) => one.range?.start), [2, 9]);
});

test("safe fixes that touch one another are not applied together", () => {
  const taken = safeFixes([finding("a", "error", 0, 5, { fixes: [fix(0, 5, "x", false), fix(0, 5, "one")] }),
    finding("b", "error", 3, 8, { fixes: [fix(3, 8, "two")] }), finding("c", "error", 9, 12, { fixes: [fix(9, 12, "three")] }),
    finding("d", "error", 20, 21, { fixes: [fix(20, 21, "unsafe", false)] })]);
  assert.deepEqual(taken.map((one) => one.title), ["one", "three"]);
});

test("edits are carried out from the end, so that offsets stay true", () => {
  const fixes = [fix(0, 3, "Please ask"), fix(8, 11, "a strong")];
  assert.deepEqual(editsLastFirst(fixes).map((edit) => edit.range.start), [8, 0]);
  assert.equal(edited("ask for any letter", fixes.flatMap((one) => one.edits)), "Please ask for a strong letter");
});

test("a finding is told by the sidecar's key, else by rule and place", () => {
  assert.equal(keyOf(finding("a", "error", 1, 2, { key: "k" })), "k");
  assert.notEqual(keyOf(finding("a", "error", 1, 2)), keyOf(finding("a", "error", 3, 4)));
});

test("an address is mended in its list, and commas in names part nothing", () => {
  const list = ["Rao, MD <rao@gmial.com>", "b@example.org"];
  /** @type {(start: number, end: number, text: string) => import("../core/wire.js").Edit} */
  const edit = (start, end, text) => ({ range: { field: "to", start, end }, text });
  assert.deepEqual(editedList(list, [edit(9, 22, "rao@gmail.com")]), ["Rao, MD <rao@gmail.com>", "b@example.org"]);
  assert.deepEqual(editedList(list, [edit(25, 26, "c")]), ["Rao, MD <rao@gmial.com>", "c@example.org"]);
  assert.deepEqual(editedList(list, [edit(25, 38, "")]), ["Rao, MD <rao@gmial.com>"]);
});
