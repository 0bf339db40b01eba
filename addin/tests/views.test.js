import assert from "node:assert/strict";
import { test } from "node:test";
import { renderAgenda } from "../core/agenda_view.js";
import { renderPanel } from "../core/panel_view.js";
import { promptView } from "../core/prompt_view.js";
import { renderTemplates } from "../core/template_view.js";
import { page } from "./page.js";

const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(1)</script>';

/** A proxy that notes which action was called with what. */
function recorder() {
  /** @type {any[][]} */
  const calls = [];
  const on = /** @type {any} */ (new Proxy({}, { get: (_, name) => (/** @type {any[]} */ ...given) => { calls.push([name, ...given]); } }));
  return { calls, on };
}

function root() {
  return /** @type {HTMLElement} */ (page('<main id="root"></main>').getElementById("root"));
}

/** @param {HTMLElement} within @param {string} key */
function press(within, key) {
  const control = /** @type {HTMLElement | null} */ (within.querySelector(`[data-key="${key}"]`));
  assert(control, `no ${key}`);
  control.click();
}

/** @type {import("../core/wire.js").Diagnostic} */
const FINDING = {
  rule: "ask-not-strong", severity: "error", message: `Asks for ${HOSTILE}`, why: "Why.", range: { field: "body", start: 0, end: 3 },
  fixes: [{ title: "Ask for a strong letter", safe: true, edits: [] }], source: "L3", docs: "", key: "k",
};
/** @type {import("../core/panel_view.js").PanelState} */
const STATE = {
  report: {
    kind: { id: "letter.request", confidence: 1, chosen_by: "text" }, diagnostics: [FINDING], more: {},
    readiness: { score: 70, parts: [{ id: "clear-ask", weight: 30, earned: 10, because: HOSTILE }] },
    checklist: [{ id: "real-tie", answer: "yes", because: HOSTILE }], send: { hold: true, sentence: "" },
  },
  quotes: { k: HOSTILE }, trouble: null, muted: false, skipped: false, kind: null, held: HOSTILE, grammar: { stage: "idle", sentence: "", found: 0 },
};
/** @type {import("../core/wire.js").Prompt} */
const PROMPT = {
  id: "p", action: "followup-1", person: HOSTILE, address: "rao@hospital.example", subject: HOSTILE, thread: { message_id: "m", messages: [] },
  kind: "letter.request", window: null, best: "2026-09-08T08:00:00-04:00", state: "due", reason: HOSTILE, source: "L7", template: null,
};

test("nothing that comes from mail becomes markup", () => {
  const main = root();
  renderPanel(main, STATE, recorder().on);
  assert.equal(main.querySelectorAll("img, script").length, 0);
  assert(main.textContent?.includes("<script>alert(1)</script>"));
  renderAgenda(main, { prompts: [PROMPT], letters: [{ person: HOSTILE, address: "", state: HOSTILE, asked_at: null, referee: null }], programs: [], section: "due" }, recorder().on, () => undefined);
  assert.equal(main.querySelectorAll("img, script").length, 0);
  renderTemplates(main, { templates: [{ id: "t", title: HOSTILE }], chosen: "t", preview: { subject: HOSTILE, text: HOSTILE } }, recorder().on);
  assert.equal(main.querySelectorAll("img, script").length, 0);
});

test("every control of the panel does what it says", () => {
  const main = root();
  const { calls, on } = recorder();
  renderPanel(main, STATE, on);
  for (const key of ["fix0:k", "jump:k", "ignore:k", "off:k", "templates", "send-anyway", "go-back"]) press(main, key);
  assert.deepEqual(calls.map(([name]) => name), ["fix", "jump", "ignore", "switchOff", "templates", "sendAnyway", "goBack"]);
  assert.deepEqual(calls[0]?.slice(1), [FINDING, 0]);
  assert.deepEqual(calls[3]?.slice(1), ["ask-not-strong"]);
});

test("the panel is quiet about a mail that is none of our business, and about one it was told to leave", () => {
  const main = root();
  const other = { ...STATE, held: null, report: { .../** @type {any} */ (STATE.report), kind: { id: "other" }, diagnostics: [], readiness: null, checklist: null } };
  renderPanel(main, other, recorder().on);
  assert(main.textContent?.includes("Nothing to say about this mail."));
  assert.equal(main.querySelectorAll(".finding, meter").length, 0);
  renderPanel(main, { ...STATE, muted: true, held: null }, recorder().on);
  assert.equal(main.querySelectorAll(".finding, meter").length, 0);
});

test("what a long list left out is offered, and nothing is when nothing was", () => {
  const main = root();
  const { calls, on } = recorder();
  renderPanel(main, STATE, on);
  assert.equal(main.querySelector('[data-key="show-all"]'), null);
  renderPanel(main, { ...STATE, report: { .../** @type {any} */ (STATE.report), more: { "spelling-grammar": 4 } } }, on);
  assert.equal(main.querySelector('[data-key="show-all"]')?.textContent, "Show 4 more of spelling");
  press(main, "show-all");
  assert.deepEqual(calls.map(([name]) => name), ["showAll"]);
});

test("the grammar check says what it is doing and what came of it", () => {
  const main = root();
  const { calls, on } = recorder();
  /** @param {import("../core/grammar.js").GrammarStage} stage @param {number} found */
  const said = (stage, found = 0) => {
    renderPanel(main, { ...STATE, grammar: { stage, sentence: HOSTILE, found } }, on);
    return main.querySelector(".grammar")?.textContent ?? "";
  };
  assert.equal(said("idle"), "Check grammar too");
  press(main, "grammar");
  assert.deepEqual(calls.map(([name]) => name), ["checkGrammar"]);
  assert(said("running").includes("Checking"));
  assert(main.querySelector("progress"));
  assert(said("done").includes("found nothing"));
  assert(said("done", 2).includes("2 remarks"));
  assert(said("off").includes("switched off"));
  assert(said("unavailable").includes(HOSTILE));
  assert.equal(main.querySelectorAll("img, script, progress").length, 0);
});

test("trouble is said with what to do about it", () => {
  const main = root();
  renderPanel(main, { ...STATE, report: null, held: null, trouble: { state: "wrong-token", sentence: "" } }, recorder().on);
  assert(main.querySelector('[data-state="wrong-token"]')?.textContent?.includes("pairing code"));
});

test("a prompt offers to write, to wait and to be done with", () => {
  page();
  const { calls, on } = recorder();
  const view = promptView(PROMPT, on);
  for (const key of ["write:p", "open:p", "done:p", "settle:p"]) press(view, key);
  assert.deepEqual(calls.map(([name]) => name), ["write", "open", "done", "settle"]);
});

test("a reply offers its four meanings and marks the likely one", () => {
  page();
  const { calls, on } = recorder();
  const view = promptView({ ...PROMPT, action: "classify-reply", suggestion: { meaning: "declined", because: "I cannot." } }, on);
  assert.equal(view.querySelector(".primary")?.textContent, "Declined");
  press(view, "promised:p");
  assert.deepEqual(calls[0]?.slice(2), ["promised"]);
});

test("the agenda counts what is on every page and shows the one asked for", () => {
  const main = root();
  /** @type {string[]} */
  const turned = [];
  const waiting = { ...PROMPT, id: "w", state: /** @type {const} */ ("waiting") };
  renderAgenda(main, { prompts: [PROMPT, waiting, waiting], letters: [], programs: [], section: "waiting" }, recorder().on, (section) => turned.push(section));
  assert.equal(main.querySelectorAll(".prompt").length, 2);
  assert.deepEqual([...main.querySelectorAll("[role=tab]")].map((tab) => tab.textContent), ["Due1", "Waiting2", "Letters0", "Programs0"]);
  press(main, "tab:letters");
  assert.deepEqual(turned, ["letters"]);
});
