import assert from "node:assert/strict";
import { test } from "node:test";

/** What was set last, as an area of the mail client's storage holds it. @param {Record<string, any>} values */
function area(values) {
  return {
    values,
    get: async (/** @type {Record<string, any>} */ wanted) => ({ ...wanted, ...Object.fromEntries(Object.entries(values).filter(([name]) => name in wanted)) }),
    set: async (/** @type {Record<string, any>} */ changes) => { Object.assign(values, changes); },
  };
}

const settled = () => new Promise((resolve) => { setTimeout(resolve, 20); });

test("a pairing that comes while the unpaired state is still being noted wins", async () => {
  const local = area({ token: null });
  const session = area({});
  /** @type {(() => void)[]} */
  const clearing = [];
  /** @type {((changes: object, area: string) => void)[]} */
  const listeners = [];
  let lines = 0;
  const silent = { addListener: () => undefined };
  Object.assign(globalThis, {
    browser: {
      storage: { local, session, onChanged: { addListener: (/** @type {any} */ listener) => listeners.push(listener) } },
      alarms: { clear: () => new Promise((resolve) => { clearing.push(() => resolve(true)); }), create: () => undefined, onAlarm: silent },
      runtime: { onStartup: silent },
      spaces: { query: async () => [], create: async () => undefined },
      tabs: { query: async () => [] },
      messages: { query: async () => ({ messages: [] }) },
    },
    fetch: async (/** @type {string} */ address, /** @type {{signal: AbortSignal}} */ { signal }) => {
      if (!address.endsWith("/events")) return Response.json({ version: "9", prompts: [] });
      lines += 1;
      return new Response(new ReadableStream({
        start: (controller) => { signal.addEventListener("abort", () => { controller.error(new Error("hung up")); }); },
      }));
    },
  });
  // by a computed name: the type checker of the tests does not know the mail client
  const { watchLine } = await import(new URL("../thunderbird/background/line.js", import.meta.url).href);
  watchLine();
  await settled();
  await local.set({ token: "t" });
  for (const listener of listeners) {
    listener({ token: {} }, "local");
    listener({ base: {} }, "local");
  }
  await settled();
  assert.equal(session.values.trouble, null);
  for (const cleared of clearing) cleared();
  await settled();
  assert.equal(session.values.trouble, null, "the old state came too late to count");
  assert.equal(lines, 1, "one line, however often it was begun");
  await local.set({ token: null });
  for (const listener of listeners) listener({ token: {} }, "local"); // so that nothing is left running
});
