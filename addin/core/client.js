/**
 * Talks to the sidecar: one request out, one answer or one `Trouble` back.
 *
 * Terminology: a *trouble* is a state the user can do something about; `wording.js` says what.
 * @import { Diagnostic, LetterDraft, Letter, LintRequest, Meaning, Program, Prompt, Rendered, Report, TemplateInfo } from "./wire.js"
 */

/** @typedef {"not-paired" | "not-running" | "wrong-token" | "too-old" | "refused"} TroubleState */

/** The least sidecar this client understands. */
export const LEAST_VERSION = "0.1.0";

/** How long the sidecar may take when nobody waits at a locked window, in milliseconds. */
const PATIENCE = 5000;

/** How long the grammar check may take, the start of the checker included; the sidecar gives up before. */
const GRAMMAR_PATIENCE = 25_000;

/** A request that got no usable answer. `message` is the sidecar's own sentence when it gave one. */
export class Trouble extends Error {
  /**
   * @param {TroubleState} state
   * @param {string} [sentence]
   * @param {number} [status] the HTTP status, where there was one
   */
  constructor(state, sentence = "", status = 0) {
    super(sentence);
    this.name = "Trouble";
    this.state = state;
    this.status = status;
  }
}

/**
 * What to tell of anything that was thrown, in a form that can be sent between pages.
 * @param {unknown} problem
 * @returns {{trouble: {state: TroubleState, sentence: string}}}
 */
export function troubleOf(problem) {
  if (problem instanceof Trouble) return { trouble: { state: problem.state, sentence: problem.message } };
  return { trouble: { state: "refused", sentence: "" } };
}

/**
 * Whether dotted version `have` is older than `need`.
 * @param {string} have
 * @param {string} need
 */
export function isOlder(have, need) {
  const numbers = (/** @type {string} */ version) => version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [mine, least] = [numbers(have), numbers(need)];
  for (let i = 0; i < Math.max(mine.length, least.length); i += 1) {
    const difference = (mine[i] ?? 0) - (least[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * The sentence of a problem+json answer (RFC 9457), else the bare status.
 * @param {Response} response
 */
async function sentenceOf(response) {
  const problem = await response.json().catch(() => null);
  return String(problem?.detail ?? problem?.title ?? `The sidecar answered ${response.status}.`);
}

/** One sidecar, as one paired client sees it. */
export class SidecarClient {
  /**
   * @param {{base: string, token: string | null, fetch?: typeof globalThis.fetch}} options
   *   `base` is the sidecar's address without a trailing slash; `token` is null before pairing.
   */
  constructor({ base, token, fetch = globalThis.fetch.bind(globalThis) }) {
    this.base = base.replace(/\/+$/, "");
    this.token = token;
    this.fetch = fetch;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{body?: unknown, signal?: AbortSignal, accept?: string}} [options]
   * @returns {Promise<Response>}
   * @throws {Trouble}
   */
  async open(method, path, { body, signal, accept = "application/json" } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: accept };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const payload = body === undefined ? null : JSON.stringify(body);
    const options = { method, headers, body: payload, signal: signal ?? null };
    const response = await this.fetch(this.base + path, {
      ...options, credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer",
    }).catch(() => { throw new Trouble("not-running"); });
    if (response.status === 401) throw new Trouble("wrong-token", await sentenceOf(response), 401);
    if (!response.ok) throw new Trouble("refused", await sentenceOf(response), response.status);
    return response;
  }

  /**
   * Ask and read the JSON answer; null where there is nothing to read.
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {number} [patience] milliseconds
   * @returns {Promise<any>}
   * @throws {Trouble}
   */
  async ask(method, path, body, patience = PATIENCE) {
    if (!this.token && path !== "/api/v1/pair") throw new Trouble("not-paired");
    const response = await this.open(method, path, { body, signal: AbortSignal.timeout(patience) });
    const text = await response.text().catch(() => { throw new Trouble("not-running"); });
    return text ? JSON.parse(text) : null;
  }

  /** Check that a sidecar runs, is new enough and knows our token. @throws {Trouble} */
  async check() {
    const response = await this.open("GET", "/healthz", { signal: AbortSignal.timeout(PATIENCE) });
    const { version = "0" } = await response.json().catch(() => ({}));
    if (isOlder(String(version), LEAST_VERSION)) throw new Trouble("too-old", `Version ${version} is running.`);
    await this.prompts();
  }

  /** @param {string} code @param {string} name of this client @returns {Promise<{token: string}>} */
  pair(code, name) { return this.ask("POST", "/api/v1/pair", { code, client: name }); }

  /** Tell the sidecar to forget our token. */
  unpair() { return this.ask("DELETE", "/api/v1/pair"); }

  /** @param {LintRequest} request @param {number} [patience] @returns {Promise<Report>} */
  lint(request, patience) { return this.ask("POST", "/api/v1/lint", request, patience); }

  /** @param {LintRequest} request @returns {Promise<{diagnostics: Diagnostic[]}>} */
  grammar(request) { return this.ask("POST", "/api/v1/grammar", request, GRAMMAR_PATIENCE); }

  /** The user's choices about rules. @returns {Promise<{rules: Record<string, string>}>} */
  settings() { return this.ask("GET", "/api/v1/settings"); }

  /** @param {object} note what went out: message_id, mode, in_reply_to, … */
  sent(note) { return this.ask("POST", "/api/v1/sent", note); }

  /** @returns {Promise<Prompt[]>} */
  async prompts() { return (await this.ask("GET", "/api/v1/prompts")).prompts; }

  /** @param {string} id @param {number} days */
  snooze(id, days) { return this.act(id, "snooze", { days }); }

  /** @param {string} id @param {Meaning} meaning of the reply the prompt asks about */
  classify(id, meaning) { return this.act(id, "classify", { meaning }); }

  /** @param {string} id @returns {Promise<LetterDraft>} */
  draft(id) { return this.act(id, "draft"); }

  /** @param {string} id @param {string} verb @param {object} [body] @returns {Promise<any>} */
  act(id, verb, body = {}) { return this.ask("POST", `/api/v1/prompts/${encodeURIComponent(id)}/${verb}`, body); }

  /** @param {string} messageId without angle brackets */
  track(messageId) { return this.ask("POST", `/api/v1/messages/${encodeURIComponent(messageId)}/track`, {}); }

  /** Keep a finding quiet while the text around it is the same. @param {string} key @param {string} rule */
  dismiss(key, rule) { return this.ask("POST", "/api/v1/dismissals", { key, rule }); }

  /** @param {string} rule the user never wants to see again */
  switchOff(rule) { return this.ask("PATCH", "/api/v1/settings", { rules: { [rule]: "off" } }); }

  /** @returns {Promise<TemplateInfo[]>} */
  async templates() { return (await this.ask("GET", "/api/v1/templates")).templates; }

  /** @param {string} id @param {{to: string[], thread: string | null}} about @returns {Promise<Rendered>} */
  render(id, about) { return this.ask("POST", `/api/v1/templates/${encodeURIComponent(id)}/render`, about); }

  /** @returns {Promise<Letter[]>} */
  async letters() { return (await this.ask("GET", "/api/v1/letters")).letters; }

  /** @returns {Promise<Program[]>} */
  async programs() { return (await this.ask("GET", "/api/v1/programs")).programs; }

  /** The stream of changes. @param {AbortSignal} signal */
  events(signal) { return this.open("GET", "/api/v1/events", { signal, accept: "text/event-stream" }); }
}
