/**
 * Findings painted over the text as live ranges, which the editor itself moves as one types.
 * @import { Diagnostic } from "../../core/wire.js"
 * @import { TextMap } from "../../core/text_map.js"
 */
import { keyOf, PLACEHOLDER_RULE } from "../../core/findings.js";
import { locateSpan } from "../../core/text_map.js";

/** @typedef {{diagnostic: Diagnostic, key: string, range: Range | null, quote: string}} Finding */

const NAMES = ["error", "warning", "advice", "gap"];

/** @param {TextMap} map @param {{start: number, end: number}} span */
export function rangeOf(map, span) {
  const place = locateSpan(map, span);
  if (!place) return null;
  const range = document.createRange();
  range.setStart(place.from.node, place.from.offset);
  range.setEnd(place.to.node, place.to.offset);
  return range;
}

/** @param {TextMap} map @param {readonly Diagnostic[]} diagnostics @returns {Finding[]} */
export function placed(map, diagnostics) {
  return diagnostics.map((diagnostic) => {
    const span = diagnostic.range?.field === "body" ? diagnostic.range : null;
    return {
      diagnostic, key: keyOf(diagnostic), range: span && rangeOf(map, span), quote: span ? map.text.slice(span.start, span.end) : "",
    };
  });
}

/** @param {readonly Finding[]} findings */
export function paint(findings) {
  for (const name of NAMES) {
    const ranges = findings.filter(({ diagnostic }) =>
      (diagnostic.rule === PLACEHOLDER_RULE ? "gap" : diagnostic.severity) === name).map(({ range }) => range).filter((range) => range !== null);
    if (ranges.length) CSS.highlights.set(`deardr-${name}`, new Highlight(...ranges));
    else CSS.highlights.delete(`deardr-${name}`);
  }
}

/** The finding whose words are drawn at a point of the window. @param {readonly Finding[]} findings @param {number} x @param {number} y */
export function findingAt(findings, x, y) {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  const inside = (/** @type {DOMRect} */ { left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
  // The caret position snaps to the nearest text, so the rectangles have the last word.
  return findings.find(({ range }) => range?.isPointInRange(caret.offsetNode, caret.offset)
    && [...range.getClientRects()].some(inside)) ?? null;
}
