/**
 * Choosing a template: the situations, a preview, where to put it.
 * @import { Rendered, TemplateInfo } from "./wire.js"
 */
import { el, show } from "./dom.js";
import { KIND_NAMES, plain } from "./wording.js";

/**
 * @typedef {object} TemplateActions
 * @property {(id: string) => void} choose
 * @property {(rendered: Rendered) => void} insert at the caret
 * @property {(rendered: Rendered) => void} start as a new draft
 * @property {() => void} back
 */

/**
 * @param {HTMLElement} root
 * @param {{templates: TemplateInfo[], chosen: string | null, preview: Rendered | null}} state
 * @param {TemplateActions} on
 */
export function renderTemplates(root, { templates, chosen, preview }, on) {
  const pick = el("select", { "data-key": "template", "aria-label": "Situation", onchange: () => on.choose(pick.value) },
    el("option", { value: "", disabled: true, selected: !chosen }, "Choose the situation…"), ...options(templates, chosen));
  const about = templates.find((one) => one.id === chosen)?.description;
  show(root,
    el("header", { class: "toolbar" }, el("h2", {}, "Insert a template"), pick, about ? el("p", { class: "note" }, about) : null),
    preview && el("section", { class: "preview" },
      el("p", {}, el("strong", {}, preview.subject)),
      el("pre", {}, preview.text)),
    el("div", { class: "row" },
      preview && el("button", { class: "primary", "data-key": "insert", onclick: () => on.insert(preview) }, "Insert at the caret"),
      preview && el("button", { "data-key": "new-draft", onclick: () => on.start(preview) }, "As a new draft"),
      el("button", { class: "quiet", "data-key": "back", onclick: on.back }, "Back")));
}

/** @param {TemplateInfo[]} templates @param {string | null} chosen */
function options(templates, chosen) {
  const kinds = [...new Set(templates.map((one) => one.kind ?? "other"))];
  return kinds.map((kind) => el("optgroup", { label: plain(KIND_NAMES[kind] ?? kind) },
    ...templates.filter((one) => (one.kind ?? "other") === kind)
      .map((one) => el("option", { value: one.id, selected: one.id === chosen }, one.title || plain(one.id)))));
}
