/** Changes to the message through the editor's own commands, so that each is one undo step and nothing else moves. */

/** The whole editor is one pre-formatted body in plain-text mode. */
export function isPlainText() {
  return document.body.style.whiteSpace.startsWith("pre");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Paragraphs for blank lines, line breaks for the rest. @param {string} text */
export function asHtml(text) {
  return text.trim().split(/\n{2,}/).map((paragraph) => `<p>${escaped(paragraph).replaceAll("\n", "<br>")}</p>`).join("");
}

/** @param {string} text at the selection */
function put(text) {
  if (text === "") return document.execCommand("delete");
  if (text.includes("\n") && !isPlainText()) return document.execCommand("insertHTML", false, asHtml(text));
  return document.execCommand("insertText", false, text);
}

/** @param {Range} range */
export function select(range) {
  const selection = /** @type {Selection} */ (document.getSelection());
  selection.removeAllRanges();
  selection.addRange(range.cloneRange());
}

/** Whether `range` is all the text there is in an element. @param {Range} range */
function fillsItsNode({ startContainer: node, startOffset, endContainer, endOffset }) {
  return node instanceof Text && node === endContainer && startOffset === 0 && endOffset === node.length && node.parentNode !== document.body;
}

/**
 * Replace the words of `range`. Where they are all of an element's text the new ones come first, then the old ones go: an
 * emptied element would take a space beside it along. The caret stays where the writer had it, unless that was inside the replaced words.
 * @param {Range} range
 * @param {string} text
 */
export function replace(range, text) {
  const selection = document.getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
  const touched = before && before.compareBoundaryPoints(Range.END_TO_START, range) < 0 && before.compareBoundaryPoints(Range.START_TO_END, range) > 0;
  const { startContainer: node, endOffset } = range;
  const apart = text !== "" && fillsItsNode(range);
  select(range);
  if (apart) document.getSelection()?.collapseToEnd();
  let done = put(text);
  if (apart) {
    const old = document.createRange();
    old.setStart(node, 0);
    old.setEnd(node, endOffset);
    select(old);
    done = put("") && done;
  }
  if (before && !touched) select(before); // a live range: it moved with the text
  return done;
}

/** Put text at the caret, as one undo step. @param {string} text */
export function insert(text) {
  const done = isPlainText() ? document.execCommand("insertText", false, text) : document.execCommand("insertHTML", false, asHtml(text));
  if (!done) throw new Error("The editor took no text.");
}

/** Select the words of `range` and bring them into view. @param {Range} range */
export function goTo(range) {
  select(range);
  const { startContainer: node } = range;
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  window.focus();
}

/** The first of `ranges` that begins after the caret, else the first of all. @param {Range[]} ranges */
export function nextAfterCaret(ranges) {
  const { focusNode, focusOffset } = /** @type {Selection} */ (document.getSelection());
  const after = focusNode ? ranges.find((range) => range.comparePoint(focusNode, focusOffset) < 0) : undefined;
  return after ?? ranges[0] ?? null;
}
