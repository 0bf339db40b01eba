/**
 * Offsets that follow a text while it changes, where the host has no live ranges.
 * @import { Diagnostic, Span } from "./wire.js"
 */

/** @typedef {{start: number, removed: number, inserted: number}} Change */

/**
 * The smallest single replacement that turns `before` into `after`.
 * @param {string} before
 * @param {string} after
 * @returns {Change}
 */
export function changeBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail };
}

/**
 * The least that must be replaced so that the words of `span` become `put`, cut inside words: editors turn a space that
 * touches an edit into a no-break space.
 * @param {string} text
 * @param {{start: number, end: number}} span
 * @param {string} put
 * @param {{start: number, end: number}} run how far the formatting of the words goes; nothing beyond it is touched
 */
export function leastEdit(text, span, put, run = { start: 0, end: text.length }) {
  const { start, removed, inserted } = changeBetween(text.slice(span.start, span.end), put);
  const from = span.start + start;
  const to = from + removed;
  if (!inserted) return { span: { start: from, end: to }, put: "" };
  const before = /\S? +$/.exec(text.slice(Math.max(run.start, from - 40), from))?.[0] ?? "";
  const after = /^ +\S?/.exec(text.slice(to, Math.min(run.end, to + 40)))?.[0] ?? "";
  const least = put.slice(start, start + inserted);
  return { span: { start: from - before.length, end: to + after.length }, put: before + least + after };
}

/**
 * Where a span went; null when the change touched the inside of it.
 * @param {{start: number, end: number}} span
 * @param {Change} change
 * @returns {{start: number, end: number} | null}
 */
export function moveSpan(span, change) {
  const shift = change.inserted - change.removed;
  if (shift === 0 && change.removed === 0) return { start: span.start, end: span.end };
  if (span.end <= change.start) return { start: span.start, end: span.end };
  if (span.start >= change.start + change.removed) return { start: span.start + shift, end: span.end + shift };
  return null;
}

/**
 * A finding in the body with its edits where a change left them; null when the change touched one of them.
 * @param {Diagnostic} diagnostic
 * @param {Change} change
 * @returns {Diagnostic | null}
 */
export function moveDiagnostic(diagnostic, change) {
  const spans = [diagnostic.range, ...diagnostic.fixes.flatMap((fix) => fix.edits.map((edit) => edit.range))];
  if (spans.some((span) => span?.field === "body" && !moveSpan(span, change))) return null;
  /** @type {(span: Span) => Span} */
  const moved = (span) => ({ ...span, ...(span.field === "body" ? moveSpan(span, change) : null) });
  return {
    ...diagnostic, range: diagnostic.range && moved(diagnostic.range),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: moved(edit.range) })) })),
  };
}
