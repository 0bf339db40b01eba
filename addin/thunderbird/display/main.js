/** The script in a displayed message: a banner over it when something about it is due. The message itself stays as it is. */
import { troubleNote } from "../../core/panel_view.js";
import { promptView } from "../../core/prompt_view.js";
import { promptActions } from "./prompt_actions.js";

const STYLE = `
  :host { all: initial; display: block; margin-block-end: 10px; }
  .prompt { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; padding: 8px 14px; font: 14px/1.4 system-ui, sans-serif;
    background: #fff3d6; color: #2b2000; border-bottom: 2px solid #b36b00; }
  .about { flex: 1 1 18em; } p { margin: 0; } .state { opacity: .75; } small { flex-basis: 100%; opacity: .8; }
  .row { display: flex; flex-wrap: wrap; gap: 6px; }
  button, select { font: inherit; padding: 3px 11px; border-radius: 6px; border: 1px solid #b36b00; background: #ffe5ab; color: inherit; cursor: pointer; }
  button.primary { background: #1a6b5c; border-color: #1a6b5c; color: #fff; }
  .trouble { padding: 6px 14px; font: 14px/1.4 system-ui, sans-serif; background: #fbe3e6; color: #40060f; }
  @media (prefers-color-scheme: dark) {
    .prompt { background: #3a2c0c; color: #ffeccb; } button, select { background: #594312; } .trouble { background: #4a1018; color: #ffdfe3; }
  }
  @media (forced-colors: active) { .prompt, .trouble, button, select { background: Canvas; color: CanvasText; border-color: CanvasText; } }
  @media print { :host { display: none; } }`;

/** @type {HTMLElement | null} */
let host = null;
/** @type {ShadowRoot | null} */
let root = null;

function remove() {
  host?.remove();
  host = null;
  root = null;
}

function open() {
  host = document.createElement("div");
  root = host.attachShadow({ mode: "closed" });
  document.body.prepend(host);
  return root;
}

async function draw() {
  const { prompts } = await browser.runtime.sendMessage({ type: "displayed" });
  if (!prompts.length) {
    remove();
    return;
  }
  const style = document.createElement("style");
  style.textContent = STYLE;
  const told = (/** @type {Parameters<typeof troubleNote>[0]} */ trouble) => {
    const note = troubleNote(trouble, () => { void browser.runtime.sendMessage({ type: "settings" }); });
    if (note) root?.append(note);
  };
  const actions = promptActions(told, false);
  (root ?? open()).replaceChildren(style, ...prompts.map((/** @type {any} */ prompt) => promptView(prompt, actions)));
}

browser.runtime.onMessage.addListener((message) => (message?.type === "redraw" ? draw() : false));
void draw();
