/**
 * One prompt with what can be done about it: in the banner over a message, in popups and in the agenda.
 * @import { Meaning, Prompt } from "./wire.js"
 */
import { el } from "./dom.js";
import { isDue } from "./prompts.js";
import { ACTION_NAMES, MEANINGS, plain, STATE_NAMES } from "./wording.js";

/**
 * @typedef {object} PromptActions
 * @property {(prompt: Prompt) => void} write
 * @property {(prompt: Prompt, days: number) => void} snooze
 * @property {(prompt: Prompt) => void} done
 * @property {(prompt: Prompt) => void} settle
 * @property {(prompt: Prompt, meaning: Meaning) => void} classify
 * @property {((prompt: Prompt) => void) | null} open the message it is about
 */

const SNOOZES = [[1, "1 day"], [3, "3 days"], [7, "1 week"]];

/** Steps that end in a mail the sidecar can draft. */
const WRITABLE = new Set(["followup-1", "followup-2", "reminder", "final-nudge", "say-thanks"]);

/** A moment as the reader's own clock tells it. @param {string} moment RFC 3339 */
export function dayAndTime(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return date.toLocaleString(undefined, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** @param {Prompt} prompt @param {PromptActions} on */
export function promptView(prompt, on) {
  const when = prompt.best && !isDue(prompt) ? `Best moment: ${dayAndTime(prompt.best)}` : null;
  return el("article", { class: `prompt ${prompt.state}`, "data-id": prompt.id, "data-action": prompt.action, "aria-label": `DearDr: ${prompt.person}` },
    el("div", { class: "about" },
      el("strong", {}, ACTION_NAMES[prompt.action] ?? plain(prompt.action)),
      " ", el("span", { class: "person" }, prompt.person),
      " ", el("span", { class: "state" }, STATE_NAMES[prompt.state] ?? prompt.state),
      el("p", { class: "reason" }, prompt.reason),
      prompt.caution ? el("p", { class: "caution" }, prompt.caution) : null,
      when ? el("p", { class: "when" }, when) : null),
    prompt.action === "classify-reply" ? meanings(prompt, on) : actions(prompt, on));
}

/** @param {Prompt} prompt @param {PromptActions} on */
function actions(prompt, on) {
  const { open } = on;
  const snooze = el("select", {
    "aria-label": "Snooze", "data-key": `snooze:${prompt.id}`,
    onchange: () => on.snooze(prompt, Number(snooze.value)),
  }, el("option", { value: "", selected: true }, "Snooze…"), ...SNOOZES.map(([days, label]) => el("option", { value: days }, String(label))));
  return el("div", { class: "row" },
    WRITABLE.has(prompt.action) && button("write", "Write", prompt, () => on.write(prompt), "primary"),
    open && button("open", "Open", prompt, () => open(prompt)),
    snooze,
    button("done", "Done", prompt, () => on.done(prompt)),
    button("settle", "It’s settled", prompt, () => on.settle(prompt), "quiet"));
}

/** @param {Prompt} prompt @param {PromptActions} on */
function meanings(prompt, on) {
  const { suggestion = null } = prompt;
  const { open } = on;
  return el("div", { class: "row" },
    ...Object.entries(MEANINGS).map(([meaning, label]) => button(meaning, label, prompt,
      () => on.classify(prompt, /** @type {Meaning} */ (meaning)), suggestion?.meaning === meaning ? "primary" : "")),
    open && button("open", "Open", prompt, () => open(prompt), "quiet"),
    suggestion?.because && suggestion.because !== prompt.reason ? el("small", { class: "because" }, `It says: “${suggestion.because}”`) : null);
}

/** @param {string} name @param {string} label @param {Prompt} prompt @param {() => void} act @param {string} [cls] */
function button(name, label, prompt, act, cls = "") {
  return el("button", { type: "button", class: `${name} ${cls}`, "data-key": `${name}:${prompt.id}`, onclick: act }, label);
}
