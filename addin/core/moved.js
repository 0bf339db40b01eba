/** Offsets that follow a text while it changes, where the host has no live ranges. */

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
