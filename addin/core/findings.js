/**
 * What a list of diagnostics amounts to: groups, counts, the badge, the fixes that are safe together.
 * @import { Diagnostic, Edit, Fix, Severity } from "./wire.js"
 */

/** From worst to mildest. @type {readonly Severity[]} */
export const SEVERITIES = ["error", "warning", "advice"];

/** The rule whose findings are gaps to fill in. */
export const PLACEHOLDER_RULE = "unfilled-placeholder";

/**
 * Diagnostics by severity, worst first, in the order of the text; empty groups are left out.
 * @param {readonly Diagnostic[]} diagnostics
 */
export function grouped(diagnostics) {
  const place = (/** @type {Diagnostic} */ one) => (one.range?.field === "body" ? one.range.start : -1);
  return SEVERITIES.map((severity) => ({
    severity,
    diagnostics: diagnostics.filter((one) => one.severity === severity).sort((a, b) => place(a) - place(b)),
  })).filter((group) => group.diagnostics.length > 0);
}

/** @param {readonly Diagnostic[]} diagnostics @returns {Record<Severity, number>} */
export function counts(diagnostics) {
  const count = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return count;
}

/**
 * What a button's badge shows: errors and warnings; advice alone raises none.
 * @param {readonly Diagnostic[]} diagnostics
 * @returns {{text: string, severity: Severity | null}}
 */
export function badge(diagnostics) {
  const { error, warning } = counts(diagnostics);
  const text = error + warning ? String(error + warning) : "";
  return { text, severity: error ? "error" : warning ? "warning" : null };
}

/** The gaps still to fill in, in the order of the text. @param {readonly Diagnostic[]} diagnostics */
export function placeholders(diagnostics) {
  return diagnostics
    .filter((one) => one.rule === PLACEHOLDER_RULE && one.range?.field === "body")
    .sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}

/** @param {Edit} a @param {Edit} b */
function overlap(a, b) {
  return a.range.field === b.range.field && a.range.start < b.range.end && b.range.start < a.range.end;
}

/**
 * The safe fixes that can be applied together: the first safe one of each finding, none touching another.
 * @param {readonly Diagnostic[]} diagnostics
 * @returns {Fix[]}
 */
export function safeFixes(diagnostics) {
  /** @type {Fix[]} */
  const taken = [];
  for (const { fixes } of diagnostics) {
    const fix = fixes.find((one) => one.safe);
    const clear = fix?.edits.every((edit) => !taken.some((other) => other.edits.some((its) => overlap(edit, its))));
    if (fix && clear) taken.push(fix);
  }
  return taken;
}

/**
 * Edits of several fixes, last first, so that carrying one out moves none of those still to come.
 * @param {readonly Fix[]} fixes
 * @returns {Edit[]}
 */
export function editsLastFirst(fixes) {
  return fixes.flatMap((fix) => fix.edits).sort((a, b) => b.range.start - a.range.start);
}

/** `text` with edits of one field carried out. @param {string} text @param {readonly Edit[]} edits */
export function edited(text, edits) {
  return editsLastFirst([{ title: "", edits: [...edits] }])
    .reduce((so_far, { range, text: put }) => so_far.slice(0, range.start) + put + so_far.slice(range.end), text);
}

/** Between the addresses of a list, as the sidecar counts. */
const SEPARATOR = ", ";

/**
 * A list of addresses with edits carried out, which count in the list as one text. A name may hold a comma.
 * @param {readonly string[]} addresses
 * @param {readonly Edit[]} edits
 */
export function editedList(addresses, edits) {
  let end = -SEPARATOR.length;
  return addresses.map((address) => {
    const start = end + SEPARATOR.length;
    end = start + address.length;
    const own = edits.filter(({ range }) => range.start >= start && range.end <= end)
      .map(({ range, text }) => ({ text, range: { ...range, start: range.start - start, end: range.end - start } }));
    return edited(address, own);
  }).filter(Boolean);
}

/**
 * What tells one finding from another within a draft: the sidecar's key, else rule and place.
 * @param {Diagnostic} one
 */
export function keyOf(one) {
  return one.key ?? [one.rule, one.range?.field, one.range?.start, one.range?.end].join(":");
}
