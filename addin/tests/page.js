/** A document for what renders or reads one, without a browser. */
import { parseHTML } from "linkedom";

/** Make `html` the current document. @param {string} html @returns {Document} */
export function page(html = "") {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  Object.assign(globalThis, { document, CSS: { escape: (/** @type {string} */ text) => text } });
  return document;
}
