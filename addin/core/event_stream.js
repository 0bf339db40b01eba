/**
 * Server-sent events over fetch, because EventSource cannot carry the token. Reconnects by itself.
 * @import { TroubleState } from "./client.js"
 */
import { Trouble } from "./client.js";

/** Silence after which the line counts as dead, in milliseconds; the sidecar says something at least every 20 s. */
const SILENCE = 50_000;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;

/**
 * Parse a stream of text/event-stream chunks (WHATWG HTML, "Interpreting an event stream"), names and data only.
 * @param {AsyncIterable<string>} chunks
 * @returns {AsyncGenerator<{name: string, data: string}>}
 */
export async function* parseEvents(chunks) {
  let rest = "";
  let event = { name: "message", data: /** @type {string[]} */ ([]) };
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (event.data.length) yield { name: event.name, data: event.data.join("\n") };
        event = { name: "message", data: [] };
        continue;
      }
      const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "event") event.name = value ?? "";
      if (field === "data") event.data.push(value ?? "");
    }
  }
}

/**
 * How long to wait before the next attempt: doubling, capped, with jitter so that clients do not come in step.
 * @param {number} failures in a row
 * @param {() => number} [random] in [0, 1)
 */
export function delayAfter(failures, random = Math.random) {
  const full = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures, 10));
  return full * (0.5 + random() / 2);
}

/** Decode a response's body piece by piece, calling `heard` for each piece. @param {Response} response @param {() => void} heard */
async function* piecesOf(response, heard) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    yield decoder.decode(value, { stream: true });
  }
}

/** A line to the sidecar that is kept up until `stop`. */
export class EventStream {
  /**
   * @param {object} parts
   * @param {(signal: AbortSignal) => Promise<Response>} parts.open
   * @param {(name: string) => void} parts.event called for every event
   * @param {(trouble: TroubleState | null) => void} parts.state called when the line comes up (null) or breaks, once each
   */
  constructor({ open, event, state }) {
    this.open = open;
    this.event = event;
    this.state = state;
    /** @type {AbortController | null} */
    this.line = null;
    /** @type {TroubleState | null | undefined} */
    this.told = undefined;
    this.failures = 0;
    this.stopped = false;
    /** @type {(() => void) | null} */
    this.wake = null;
  }

  /** Keep the line up; returns when stopped. */
  async run() {
    while (!this.stopped) {
      await this.listen().catch((problem) => this.tell(problem instanceof Trouble ? problem.state : "not-running"));
      if (this.stopped) return;
      await this.pause(delayAfter(this.failures));
      this.failures += 1;
    }
  }

  /** One connection, from opening to its end. */
  async listen() {
    const line = new AbortController();
    this.line = line;
    let watchdog = setTimeout(() => line.abort(), SILENCE);
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), SILENCE);
    };
    try {
      const response = await this.open(line.signal);
      this.failures = 0;
      this.tell(null);
      for await (const { name } of parseEvents(piecesOf(response, heard))) this.event(name);
      throw new Trouble("not-running");
    } finally {
      clearTimeout(watchdog);
    }
  }

  /** @param {TroubleState | null} trouble */
  tell(trouble) {
    if (trouble === this.told || this.stopped) return;
    this.told = trouble;
    this.state(trouble);
  }

  /** @param {number} milliseconds */
  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), milliseconds);
      this.wake = () => { clearTimeout(timer); resolve(undefined); };
    });
  }

  /** Try again now instead of after the pause. */
  hurry() { this.wake?.(); }

  stop() {
    this.stopped = true;
    this.line?.abort();
    this.hurry();
  }
}
