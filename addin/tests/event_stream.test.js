import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { SidecarClient } from "../core/client.js";
import { delayAfter, EventStream, parseEvents } from "../core/event_stream.js";

/** @param {string[]} chunks */
async function parsed(chunks) {
  const found = [];
  for await (const event of parseEvents((async function* () { yield* chunks; })())) found.push(event);
  return found;
}

test("events are read whatever the pieces they come in", async () => {
  const text = "retry: 2000\n\n: alive\n\nid: 1\nevent: prompts\ndata: {}\n\ndata: a\ndata: b\r\n\r\nevent: gone\n\n";
  const want = [{ name: "prompts", data: "{}" }, { name: "message", data: "a\nb" }];
  assert.deepEqual(await parsed([text]), want);
  assert.deepEqual(await parsed([...text]), want);
  assert.deepEqual(await parsed(text.split(/(?<=\r)/)), want);
});

test("pauses between attempts double, are capped, and differ from client to client", () => {
  assert.equal(delayAfter(0, () => 0), 250);
  assert.equal(delayAfter(3, () => 1), 4000);
  assert.equal(delayAfter(50, () => 1), 15_000);
});

test("a broken line is told once, taken up again by itself, and told once more", async () => {
  /** @type {import("node:http").ServerResponse[]} */
  const open = [];
  const serve = () => createServer((request, response) => {
    response.writeHead(request.headers.authorization === "Bearer t" ? 200 : 401, { "Content-Type": "text/event-stream" });
    response.write("event: prompts\ndata: {}\n\n");
    open.push(response);
  });
  let server = serve().listen(0, "127.0.0.1");
  await new Promise((resolve) => { server.once("listening", resolve); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const client = new SidecarClient({ base: `http://127.0.0.1:${port}`, token: "t" });
  /** @type {(string | null)[]} */
  const told = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const next = () => new Promise((resolve) => { waiting.push(() => resolve(undefined)); });
  const stream = new EventStream({
    open: (signal) => client.events(signal),
    event: () => waiting.shift()?.(),
    state: (trouble) => { told.push(trouble); },
  });
  const first = next();
  const running = stream.run();
  await first;
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(() => resolve(undefined)); });
  server = serve().listen(port, "127.0.0.1");
  await next();
  assert.deepEqual(told, [null, "not-running", null]);
  stream.stop();
  await running;
  server.closeAllConnections();
  server.close();
});
