/**
 * The page behind the button in the spaces toolbar: everything to follow up.
 * @import { Agenda } from "../../core/agenda_view.js"
 */
import { renderAgenda } from "../../core/agenda_view.js";
import { el, show } from "../../core/dom.js";
import { troubleNote } from "../../core/panel_view.js";
import { promptActions } from "../display/prompt_actions.js";
import { follow, recall } from "../session.js";
import { sidecar } from "../settings.js";

const root = /** @type {HTMLElement} */ (document.getElementById("root"));
const note = el("div");
const list = el("div");
show(root, el("h1", {}, "Follow-ups"), note, el("p", { class: "row" },
  el("button", { "data-key": "filter", onclick: () => browser.runtime.sendMessage({ type: "filter" }) }, "Show what is due in the message list"),
  el("button", { "data-key": "settings", class: "quiet", onclick: () => browser.runtime.openOptionsPage() }, "Settings")), list);

/** @type {Agenda} */
const agenda = { prompts: [], letters: [], programs: [], section: "due" };

/** @type {Parameters<typeof troubleNote>[0]} */
let refused = null;
const actions = promptActions((trouble) => { refused = trouble; void redraw(); }, true);

function render() {
  renderAgenda(list, agenda, actions, (section) => { agenda.section = section; render(); });
}

async function redraw() {
  show(note, troubleNote(refused ?? await recall("trouble"), () => browser.runtime.openOptionsPage()));
  agenda.prompts = await recall("prompts");
  render();
  const client = await sidecar();
  // The lists stay as they were when the sidecar is away; the note above says so.
  [agenda.letters, agenda.programs] = await Promise.all([
    client.letters().catch(() => agenda.letters), client.programs().catch(() => agenda.programs)]);
  render();
}

follow(["prompts", "trouble"], () => { refused = null; void redraw(); });
await redraw();
