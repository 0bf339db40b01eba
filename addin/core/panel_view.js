/**
 * The panel beside a draft: what was found, how ready it is, what to do about it.
 * @import { Check, Diagnostic, Readiness, Report } from "./wire.js"
 * @import { TroubleState } from "./client.js"
 * @import { GrammarStage } from "./grammar.js"
 */
import { el, show } from "./dom.js";
import { grouped, keyOf, placeholders, safeFixes } from "./findings.js";
import { ANSWERS, CHECK_NAMES, count, KIND_NAMES, PART_NAMES, plain, prose, SEVERITY_NAMES, TROUBLES } from "./wording.js";

/**
 * What the panel shows of one draft.
 * @typedef {object} PanelState
 * @property {Report | null} report
 * @property {Record<string, string>} quotes flagged words by finding key
 * @property {{state: TroubleState, sentence: string} | null} trouble
 * @property {boolean} muted not this mail
 * @property {boolean} skipped this account is switched off in the settings
 * @property {string | null} kind chosen by the user
 * @property {{stage: GrammarStage, sentence: string, found: number}} grammar the check on request
 * @property {string | null} held why a send was held, right after it was
 */

/**
 * What the user can do from the panel.
 * @typedef {object} PanelActions
 * @property {(finding: Diagnostic, fix: number) => void} fix
 * @property {() => void} fixAll
 * @property {(finding: Diagnostic) => void} jump
 * @property {(finding: Diagnostic) => void} ignore
 * @property {(rule: string) => void} switchOff
 * @property {(kind: string | null) => void} chooseKind
 * @property {(muted: boolean) => void} mute
 * @property {() => void} nextPlaceholder
 * @property {() => void} showAll
 * @property {() => void} checkGrammar
 * @property {() => void} templates
 * @property {() => void} settings
 * @property {() => void} sendAnyway
 * @property {() => void} goBack
 */

/** @param {HTMLElement} root @param {PanelState} state @param {PanelActions} on */
export function renderPanel(root, state, on) {
  /** @type {(HTMLElement | null | false)[]} */
  const parts = [held(state, on), troubleNote(state.trouble, on.settings), toolbar(state, on)];
  if (state.skipped) parts.push(note("This account is switched off in the settings."));
  else if (state.muted) parts.push(note("Not checking this mail."));
  else if (state.report) parts.push(...body(state.report, state, on));
  else if (!state.trouble) parts.push(note("Reading the draft…"));
  show(root, ...parts);
}

/** @param {string} text */
function note(text) {
  return el("p", { class: "note" }, text);
}

/** @param {PanelState} state @param {PanelActions} on */
function held({ held: sentence }, on) {
  if (!sentence) return null;
  return el("section", { class: "held", role: "alert" },
    el("p", {}, sentence),
    el("div", { class: "row" },
      el("button", { class: "primary", "data-key": "go-back", onclick: on.goBack }, "Go back and edit"),
      el("button", { "data-key": "send-anyway", onclick: on.sendAnyway }, "Send anyway")));
}

/**
 * One line of what is wrong, one of what to do. Used by every view.
 * @param {{state: TroubleState, sentence: string} | null} trouble
 * @param {() => void} settings
 */
export function troubleNote(trouble, settings) {
  if (!trouble) return null;
  const { title, remedy } = TROUBLES[trouble.state];
  return el("section", { class: "trouble", role: "status", "data-state": trouble.state },
    el("strong", {}, title), " ", trouble.sentence ? `${trouble.sentence} ` : null, remedy,
    trouble.state === "not-running" ? null : el("div", { class: "row" },
      el("button", { "data-key": "settings", onclick: settings }, "Open settings")));
}

/** @param {PanelState} state @param {PanelActions} on */
function toolbar(state, on) {
  const found = state.report?.kind;
  const guess = found && !state.kind ? `Looks like ${KIND_NAMES[found.id] ?? found.id}` : "Let DearDr tell";
  const select = el("select", {
    "data-key": "kind", "aria-label": "This mail is",
    onchange: () => on.chooseKind(select.value || null),
  }, el("option", { value: "" }, guess), ...Object.entries(KIND_NAMES).map(([id, name]) =>
    el("option", { value: id, selected: id === state.kind }, `This is ${name}`)));
  const mute = el("input", { type: "checkbox", "data-key": "mute", checked: state.muted, onchange: () => on.mute(mute.checked) });
  return el("header", { class: "toolbar" }, select,
    el("div", { class: "row" },
      el("label", {}, mute, " Not this mail"),
      el("button", { "data-key": "templates", onclick: on.templates }, "Insert a template…")));
}

/** @param {Report} report @param {PanelState} state @param {PanelActions} on */
function body(report, state, on) {
  const { diagnostics } = report;
  const safe = safeFixes(diagnostics).length;
  const gaps = placeholders(diagnostics).length;
  const more = Object.values(report.more ?? {}).reduce((sum, number) => sum + number, 0);
  return [
    diagnostics.length ? null : note(report.kind.id === "other" ? "Nothing to say about this mail." : "Nothing found. It reads well."),
    safe > 1 && el("button", { class: "wide primary", "data-key": "fix-all", onclick: on.fixAll }, `Apply ${count(safe, "safe fix", "safe fixes")}`),
    gaps > 0 && el("button", { class: "wide", "data-key": "next-gap", onclick: on.nextPlaceholder }, `Fill in: ${count(gaps, "gap")} left`),
    ...grouped(diagnostics).map((group) => el("section", { class: `group ${group.severity}` },
      el("h2", {}, SEVERITY_NAMES[group.severity][group.diagnostics.length === 1 ? "one" : "many"],
        el("span", { class: "number" }, String(group.diagnostics.length))),
      el("ul", {}, ...group.diagnostics.map((one) => finding(one, state, on))))),
    more > 0 && el("button", { class: "wide", "data-key": "show-all", onclick: on.showAll }, `Show ${more} more of spelling`),
    grammar(state.grammar, on),
    report.readiness && readiness(report.readiness),
    report.checklist && checklist(report.checklist),
  ];
}

/** @param {PanelState["grammar"]} check @param {PanelActions} on */
function grammar({ stage, sentence, found }, on) {
  const running = stage === "running";
  const said = {
    idle: "", running: "Checking the grammar…", off: "Spelling and grammar are switched off in the settings.", unavailable: sentence,
    done: found ? `Grammar: ${count(found, "remark")} in the list above.` : "The grammar check found nothing.",
  }[stage];
  return el("section", { class: "grammar" },
    el("button", { class: "wide", "data-key": "grammar", "aria-disabled": running && "true", onclick: on.checkGrammar },
      stage === "idle" ? "Check grammar too" : "Check grammar again"),
    running && el("progress", { "aria-label": "Checking the grammar" }),
    el("p", { class: "note", role: "status" }, said));
}

/** @param {Diagnostic} one @param {PanelState} state @param {PanelActions} on */
function finding(one, state, on) {
  const key = keyOf(one);
  const quote = state.quotes[key];
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ act, cls = "") =>
    el("button", { class: cls, "data-key": `${name}:${key}`, onclick: act }, label);
  const where = one.range && one.range.field !== "body" ? el("span", { class: "field" }, plain(one.range.field)) : null;
  return el("li", { class: "finding", "data-rule": one.rule, "aria-label": quote ? `${one.message} ${quote}` : one.message },
    el("p", { class: "message" }, where, one.message),
    quote ? el("q", {}, quote) : null,
    el("details", {}, el("summary", {}, "Why?"), el("p", {}, prose(one.why)), el("p", { class: "source" }, `Source: ${one.source}`)),
    el("div", { class: "row" },
      ...one.fixes.map((fix, index) => button(`fix${index}`, fix.title, () => on.fix(one, index), "fix primary")),
      one.range?.field === "body" && button("jump", "Show", () => on.jump(one), "jump")),
    el("div", { class: "row" },
      button("ignore", "Ignore here", () => on.ignore(one), "quiet ignore"),
      button("off", "Switch this rule off", () => on.switchOff(one.rule), "quiet off")));
}

/** @param {Readiness} readiness */
function readiness({ score, parts }) {
  return el("section", { class: "readiness" },
    el("h2", {}, "Readiness", el("span", { class: "number" }, `${score} of 100`)),
    el("meter", { min: 0, max: 100, low: 50, high: 80, optimum: 100, value: score, "aria-label": "Readiness" }),
    el("ul", {}, ...parts.map((part) => el("li", { class: part.earned < part.weight ? "open" : "earned" },
      `${PART_NAMES[part.id] ?? plain(part.id)}: ${part.earned} of ${part.weight}`,
      part.because ? el("small", {}, part.because) : null))));
}

/** @param {Check[]} checks */
function checklist(checks) {
  const yes = checks.filter((check) => check.answer === "yes").length;
  return el("section", { class: "checklist" },
    el("h2", {}, "Worth sending?", el("span", { class: "number" }, `${yes} of ${checks.length} yes`)),
    el("ul", {}, ...checks.map((check) => el("li", { class: check.answer },
      el("strong", {}, ANSWERS[check.answer] ?? check.answer), " ", CHECK_NAMES[check.id] ?? plain(check.id),
      check.because ? el("small", {}, check.because) : null))));
}
