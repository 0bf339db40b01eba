import assert from "node:assert/strict";
import { test } from "node:test";
import { isOlder, SidecarClient, Trouble, troubleOf } from "../core/client.js";

/** A fetch that answers so and keeps what it was asked. @param {number} status @param {unknown} body */
function answering(status, body) {
  /** @type {{url: string, options: RequestInit}[]} */
  const asked = [];
  const fetch = /** @type {typeof globalThis.fetch} */ (async (url, options) => {
    asked.push({ url: String(url), options: options ?? {} });
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  });
  return { asked, client: new SidecarClient({ base: "http://127.0.0.1:8765/", token: "secret", fetch }) };
}

/** @param {Promise<unknown>} promise */
async function troubleIn(promise) {
  const problem = await promise.then(() => null, (error) => error);
  assert(problem instanceof Trouble);
  return [problem.state, problem.message];
}

test("a request carries the token, and neither cookies nor a referrer", async () => {
  const { asked, client } = answering(200, { prompts: [] });
  assert.deepEqual(await client.prompts(), []);
  const [{ url, options } = { url: "", options: {} }] = asked;
  assert.equal(url, "http://127.0.0.1:8765/api/v1/prompts");
  assert.equal(new Headers(options.headers).get("Authorization"), "Bearer secret");
  assert.deepEqual([options.credentials, options.redirect, options.referrerPolicy], ["omit", "error", "no-referrer"]);
});

test("each state has a name, and the sidecar's own sentence is kept", async () => {
  assert.deepEqual(await troubleIn(answering(401, { detail: "Unknown token." }).client.prompts()), ["wrong-token", "Unknown token."]);
  assert.deepEqual(await troubleIn(answering(422, { title: "Too long." }).client.prompts()), ["refused", "Too long."]);
  assert.deepEqual(await troubleIn(answering(500, null).client.prompts()), ["refused", "The sidecar answered 500."]);
  assert.deepEqual(await troubleIn(answering(200, { version: "0.0.9" }).client.check()), ["too-old", "Version 0.0.9 is running."]);
  const dead = new SidecarClient({ base: "http://127.0.0.1:1", token: "t", fetch: () => Promise.reject(new TypeError("refused")) });
  assert.deepEqual(await troubleIn(dead.prompts()), ["not-running", ""]);
  assert.deepEqual(await troubleIn(new SidecarClient({ base: "http://127.0.0.1:1", token: null }).prompts()), ["not-paired", ""]);
});

test("an answer that takes too long is no answer", async () => {
  const never = /** @type {typeof globalThis.fetch} */ ((_, options) => new Promise((__, reject) => {
    options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
  }));
  const client = new SidecarClient({ base: "http://127.0.0.1:1", token: "t", fetch: never });
  const keep = setInterval(() => undefined, 1000); // the deadline's timer alone does not keep the process
  assert.deepEqual(await troubleIn(client.ask("GET", "/api/v1/prompts", undefined, 20)), ["not-running", ""]);
  clearInterval(keep);
});

test("ids from mail are encoded in addresses", async () => {
  const { asked, client } = answering(204, null);
  await client.track("a/../b?c@d.example");
  assert.equal(asked[0]?.url, "http://127.0.0.1:8765/api/v1/messages/a%2F..%2Fb%3Fc%40d.example/track");
});

test("versions compare by number", () => {
  assert(isOlder("0.9.0", "0.10.0"));
  assert(isOlder("1", "1.0.1"));
  assert(!isOlder("1.0", "1.0.0"));
  assert(!isOlder("0.2.0", "0.1.9"));
});

test("what was thrown can be sent from page to page", () => {
  assert.deepEqual(troubleOf(new Trouble("too-old", "old")), { trouble: { state: "too-old", sentence: "old" } });
  assert.deepEqual(troubleOf(new Error("bug")), { trouble: { state: "refused", sentence: "" } });
});
