/**
 * Everything to follow up, on one page: due, waiting, letters, programs.
 * @import { Letter, Program, Prompt } from "./wire.js"
 * @import { PromptActions } from "./prompt_view.js"
 */
import { el, show } from "./dom.js";
import { promptView } from "./prompt_view.js";
import { isDue } from "./prompts.js";
import { plain } from "./wording.js";

/** @typedef {"due" | "waiting" | "letters" | "programs"} Section */

/** @type {readonly Section[]} */
export const SECTIONS = ["due", "waiting", "letters", "programs"];

/**
 * @typedef {object} Agenda
 * @property {Prompt[]} prompts
 * @property {Letter[]} letters
 * @property {Program[]} programs
 * @property {Section} section the one shown
 */

/**
 * @param {HTMLElement} root
 * @param {Agenda} agenda
 * @param {PromptActions} on
 * @param {(section: Section) => void} turn
 */
export function renderAgenda(root, agenda, on, turn) {
  const lists = contents(agenda, on);
  show(root,
    el("div", { role: "tablist", "aria-label": "Follow-ups", onkeydown: (/** @type {KeyboardEvent} */ event) => walk(event, agenda.section, root, turn) },
      ...SECTIONS.map((section) => el("button", {
      role: "tab", id: `tab-${section}`, "data-key": `tab:${section}`, "aria-selected": String(section === agenda.section),
      tabindex: section === agenda.section ? 0 : -1, onclick: () => turn(section),
    }, plain(section), el("span", { class: "number" }, String(lists[section].length))))),
    el("section", { role: "tabpanel", class: agenda.section, "aria-labelledby": `tab-${agenda.section}` },
      ...(lists[agenda.section].length ? lists[agenda.section] : [el("p", { class: "note" }, EMPTY[agenda.section])])));
}

/**
 * Arrow keys go from tab to tab, as in every list of tabs.
 * @param {KeyboardEvent} event @param {Section} shown @param {HTMLElement} root @param {(section: Section) => void} turn
 */
function walk(event, shown, root, turn) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = /** @type {Section} */ (SECTIONS[(SECTIONS.indexOf(shown) + step + SECTIONS.length) % SECTIONS.length]);
  turn(next);
  /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="tab:${next}"]`))?.focus();
}

/** @type {Readonly<Record<Section, string>>} */
const EMPTY = {
  due: "Nothing is due.",
  waiting: "Nothing is waiting.",
  letters: "No letters are tracked yet. A letter request that you send is; for others use “Track this with DearDr” in the message list.",
  programs: "No programs are on the roster yet; “deardr programs” adds them.",
};

/** @param {Agenda} agenda @param {PromptActions} on @returns {Record<Section, HTMLElement[]>} */
function contents({ prompts, letters, programs }, on) {
  return {
    due: prompts.filter(isDue).map((prompt) => promptView(prompt, on)),
    waiting: prompts.filter((prompt) => !isDue(prompt)).map((prompt) => promptView(prompt, on)),
    letters: letters.map(({ person, address, state, referee }) => entry(person || address, referee?.institution, state, referee?.note)),
    programs: programs.map(({ name, program }) => entry(name, [program.city, program.state].filter(Boolean).join(", "),
      program.do_not_email ? "asks not to be emailed" : program.interviewed_on ? "interviewed" : null, program.note)),
  };
}

/** @param {string} name @param {string | null | undefined} place @param {string | null | undefined} state @param {string | null | undefined} note */
function entry(name, place, state, note) {
  return el("article", { class: "entry" }, el("strong", {}, name),
    place ? ` ${place}` : null,
    state ? el("span", { class: "state" }, plain(state)) : null,
    note ? el("p", { class: "reason" }, note) : null);
}
