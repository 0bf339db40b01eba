import assert from "node:assert/strict";
import { test } from "node:test";

test("changes of one value at the same time are all kept", async () => {
  /** @type {Record<string, any>} */
  const values = {};
  const later = () => new Promise((resolve) => { setTimeout(resolve, 1); });
  const session = {
    get: async (/** @type {object} */ wanted) => { await later(); return { ...wanted, ...structuredClone(values) }; },
    set: async (/** @type {object} */ changes) => { await later(); Object.assign(values, changes); },
  };
  Object.assign(globalThis, { browser: { storage: { session } } });
  // by a computed name: the type checker of the tests does not know the mail client
  const { change } = await import(new URL("../thunderbird/session.js", import.meta.url).href);
  const put = (/** @type {number} */ tab) => change("allowed", (/** @type {object} */ allowed) => ({ ...allowed, [tab]: true }));
  await Promise.all([put(1), change("allowed", () => { throw new Error("no"); }).catch(() => undefined), put(2), put(3)]);
  assert.deepEqual(values.allowed, { 1: true, 2: true, 3: true });
});
