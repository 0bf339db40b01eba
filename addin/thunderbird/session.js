/**
 * What must outlive the event page but not the mail client: the event page may be put to sleep at any time.
 * Pages follow it through `storage.onChanged`.
 * @import { TroubleState } from "../core/client.js"
 * @import { Prompt } from "../core/wire.js"
 */

/**
 * @typedef {object} Session
 * @property {Prompt[]} prompts as last read from the sidecar
 * @property {{state: TroubleState, sentence: string} | null} trouble with the line to the sidecar
 * @property {Record<number, string>} held why the last send of a composer was held, by tab
 * @property {Record<number, true>} allowed composers whose next send goes through, by tab
 * @property {Record<number, {details: browser.compose.ComposeDetails, kind: string | null}>} leaving what is being sent, by tab
 */

/** @type {Session} */
const EMPTY = { prompts: [], trouble: null, held: {}, allowed: {}, leaving: {} };

/** @template {keyof Session} Name @param {Name} name @returns {Promise<Session[Name]>} */
export async function recall(name) {
  const found = await browser.storage.session.get({ [name]: EMPTY[name] });
  return /** @type {any} */ (found)[name];
}

/** @template {keyof Session} Name @param {Name} name @param {Session[Name]} value */
export async function remember(name, value) {
  await browser.storage.session.set({ [name]: value });
}

/** @type {Promise<unknown>} */
let turn = Promise.resolve();

/**
 * Change a value from what it is, one change after the other, so that none is lost when two composers send at once.
 * @template {keyof Session} Name
 * @param {Name} name
 * @param {(value: Session[Name]) => Session[Name]} next
 */
export function change(name, next) {
  const changed = turn.then(async () => remember(name, next(await recall(name))));
  turn = changed.catch(() => undefined);
  return changed;
}

/** Call `changed` whenever one of `names` changes. @param {(keyof Session)[]} names @param {() => void} changed */
export function follow(names, changed) {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "session" && names.some((name) => name in changes)) changed();
  });
}
