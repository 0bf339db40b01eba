/** Where the lines and buttons of a card go. Pure, so that the painter and the pointer agree on every pixel. */

export const WIDTH = 360;
export const PADDING = 12;
export const LINE = 20;
const GAP = 4;

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/** @typedef {{head: string[], tail: string[], headHeight: number, tailHeight: number, buttons: Box[]}} CardLayout */

/**
 * Break text into lines no wider than `width`.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 * @returns {string[]}
 */
export function wrap(text, width, measure) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = lines[last] ? `${lines[last]} ${word}` : word;
    if (measure(longer) <= width || !lines[last]) lines[last] = shortened(longer, width, measure);
    else lines.push(shortened(word, width, measure));
  }
  return lines;
}

/** Cut what cannot fit a line of its own. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  let cut = text;
  while (cut && measure(`${cut}…`) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}

/**
 * A head (the message) over a tail (why, source, one line a button).
 * @param {{message: string, why: string, source: string, buttons: string[]}} card
 * @param {{head: (text: string) => number, tail: (text: string) => number}} measure
 * @returns {CardLayout}
 */
export function layOut({ message, why, source, buttons }, measure) {
  const inner = WIDTH - 2 * PADDING;
  const head = wrap(message, inner, measure.head);
  const text = [...(why ? wrap(why, inner, measure.tail) : []), ...wrap(`Source: ${source}`, inner, measure.tail)];
  const labels = buttons.map((label) => `  ${shortened(label, inner - LINE, measure.tail)}`);
  // A half line of air before each button is a button's own padding; lines stay whole so that they can be counted.
  const tail = [...text, ...labels.flatMap((label) => ["", label])];
  const headHeight = PADDING + head.length * LINE + GAP;
  const first = headHeight + text.length * LINE;
  return {
    head, tail, headHeight, tailHeight: (tail.length + 1) * LINE,
    buttons: labels.map((_, index) => ({
      left: PADDING, top: first + (2 * index + 1) * LINE - GAP, width: inner, height: LINE + 2 * GAP,
    })),
  };
}

/**
 * Where to put a card beside the words it is about: below, else above, inside the window.
 * @param {{left: number, top: number, bottom: number}} words
 * @param {number} height
 * @param {{width: number, height: number}} view
 */
export function place(words, height, view) {
  const left = Math.max(6, Math.min(Math.round(words.left), view.width - WIDTH - 6));
  const below = Math.round(words.bottom) + 3;
  if (below + height <= view.height) return { left, top: below };
  const above = Math.round(words.top) - height - 3;
  return { left, top: above >= 0 ? above : Math.max(0, view.height - height - 4) };
}

/** @param {Box} box @param {number} x @param {number} y @param {number} [margin] */
export function within({ left, top, width, height }, x, y, margin = 0) {
  return x >= left - margin && x <= left + width + margin && y >= top - margin && y <= top + height + margin;
}
