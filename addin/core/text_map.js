/**
 * The writer's own words as plain text, with a map back to the document's text nodes.
 *
 * Terminology:
 * - *own text*: the body without quotes, forwards and attribution lines; the signature comes last, after its delimiter,
 *   because it may hold the name and the ids a letter needs.
 * - *piece*: a run of that text and the text node it came from. Line breaks between pieces come from no node.
 */

/** @typedef {{node: Text, at: number, length: number}} Piece */
/** @typedef {{text: string, pieces: Piece[]}} TextMap */

/** What mail clients mark as somebody else's words. */
const FOREIGN = ".moz-cite-prefix, .moz-forward-container, .moz-email-headers-table, blockquote[type=cite], [_moz_quote=true]";
const SIGNATURE = ".moz-signature, .moz-txt-sig";
const DELIMITER = "-- \n";

const BLOCKS = new Set(("ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER "
  + "HR LI MAIN OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL").split(" "));
/** Blocks with a margin: an empty line apart from their neighbours. */
const SPACED = new Set("BLOCKQUOTE DL H1 H2 H3 H4 H5 H6 OL P PRE TABLE UL".split(" "));
const SILENT = new Set("SCRIPT STYLE TEMPLATE TITLE".split(" "));

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Collects text and pieces; owes line breaks until the next word, so that none trail. */
class Writer {
  constructor() {
    this.text = "";
    this.owed = 0;
    /** @type {Piece[]} */
    this.pieces = [];
  }

  /** @param {number} breaks line breaks at least, before anything else comes */
  apart(breaks) {
    if (this.text) this.owed = Math.max(this.owed, breaks);
  }

  settle() {
    const present = /\n*$/.exec(this.text.slice(-2))?.[0].length ?? 0;
    this.text += "\n".repeat(Math.max(0, this.owed - present));
    this.owed = 0;
  }

  /** @param {Text} node @param {boolean} exact whether its white space counts as it stands */
  word(node, exact) {
    // One code unit for one, so that offsets into the node stay what they are.
    const text = exact ? node.data.replace(/\u00a0/g, " ") : node.data.replace(/[\u00a0\n\r\t\f]/g, " ");
    if (!text) return;
    if (!exact && this.owed && !text.trim()) return;
    this.settle();
    this.pieces.push({ node, at: this.text.length, length: text.length });
    this.text += text;
  }

  newline() {
    this.settle();
    this.text += "\n";
  }
}

/** @param {Element} element @param {boolean} inherited */
function keepsSpace(element, inherited) {
  if (element.tagName === "PRE") return true;
  const style = element.getAttribute("style");
  return style && /white-space:\s*(pre|break-spaces)/.test(style) ? true : inherited;
}

/**
 * @param {Element} parent
 * @param {Writer} writer
 * @param {boolean} exact
 * @param {Element[]} signatures found on the way, left for later
 */
function walk(parent, writer, exact, signatures) {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) writer.word(/** @type {Text} */ (child), exact);
    if (child.nodeType !== ELEMENT_NODE) continue;
    const element = /** @type {Element} */ (child);
    if (element.matches(SIGNATURE)) signatures.push(element);
    else if (element.matches(FOREIGN)) writer.apart(2);
    else visit(element, writer, exact, signatures);
  }
}

/** @param {Element} element @param {Writer} writer @param {boolean} exact @param {Element[]} signatures */
function visit(element, writer, exact, signatures) {
  const tag = element.tagName.toUpperCase();
  if (SILENT.has(tag)) return;
  if (tag === "BR") {
    writer.newline();
    return;
  }
  const breaks = SPACED.has(tag) ? 2 : BLOCKS.has(tag) ? 1 : 0;
  if (breaks) writer.apart(breaks);
  walk(element, writer, keepsSpace(element, exact), signatures);
  if (breaks) writer.apart(breaks);
  if ((tag === "TD" || tag === "TH") && element.nextElementSibling) writer.text += "\t";
}

/**
 * Read what the user wrote below `body`.
 * @param {Element} body
 * @returns {TextMap}
 */
export function readOwnText(body) {
  const writer = new Writer();
  /** @type {Element[]} */
  const signatures = [];
  walk(body, writer, keepsSpace(body, false), signatures);
  for (const signature of signatures) {
    writer.apart(1);
    const own = (signature.textContent ?? "").replace(/\u00a0/g, " ").trimStart();
    if (!own.startsWith("--")) {
      writer.settle();
      writer.text += DELIMITER;
    }
    walk(signature, writer, keepsSpace(signature, false), []);
  }
  return { text: writer.text, pieces: writer.pieces };
}

/** Index of the last piece that begins at or before `offset`; -1 when none does. @param {Piece[]} pieces @param {number} offset */
function pieceBefore(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {Piece} */ (pieces[middle]).at <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The document position of an offset. Between two pieces a span's start belongs to the later, its end to the earlier.
 * @param {TextMap} map
 * @param {number} offset
 * @param {"start" | "end"} side
 * @returns {{node: Text, offset: number} | null}
 */
export function locate({ pieces }, offset, side) {
  let index = pieceBefore(pieces, side === "end" && offset > 0 ? offset - 1 : offset);
  let piece = pieces[index];
  if (piece && side === "start" && offset >= piece.at + piece.length && pieces[index + 1]) {
    const gap = /** @type {Piece} */ (pieces[index + 1]);
    if (gap.at === offset) [piece, index] = [gap, index + 1];
  }
  piece ??= pieces[0];
  if (!piece) return null;
  return { node: piece.node, offset: Math.max(0, Math.min(offset - piece.at, piece.length)) };
}

/**
 * Offsets of a span as two document positions; null when the document has no text there.
 * @param {TextMap} map
 * @param {{start: number, end: number}} span
 */
export function locateSpan(map, { start, end }) {
  const from = locate(map, start, start === end ? "end" : "start");
  const to = start === end ? from : locate(map, end, "end");
  return from && to ? { from, to } : null;
}

/**
 * The span widened to the ends of the text nodes it begins and ends in.
 * @param {TextMap} map
 * @param {{start: number, end: number}} span
 */
export function runOf({ pieces }, { start, end }) {
  const first = pieces[pieceBefore(pieces, start)];
  const last = pieces[pieceBefore(pieces, Math.max(start, end - 1))];
  return { start: Math.min(start, first?.at ?? start), end: Math.max(end, last ? last.at + last.length : end) };
}
