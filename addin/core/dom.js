/** Builds DOM from values. Strings only ever become text: what comes from mail cannot become markup. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with properties, attributes (`data-`, `aria-`, `role`, …) and listeners (`onclick`).
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Replace what `root` shows, keeping the keyboard on the control it was on (told by `data-key`).
 * @param {ParentNode & Node} root
 * @param {...Child} children
 */
export function show(root, ...children) {
  const within = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  const key = /** @type {HTMLElement | null} */ (within.activeElement)?.dataset?.key;
  root.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  if (key) /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
}
