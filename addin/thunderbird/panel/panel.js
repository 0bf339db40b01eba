/**
 * The panel of a composer: shows what its script knows, and passes on what the user does.
 * @import { PanelState } from "../../core/panel_view.js"
 * @import { Rendered, TemplateInfo } from "../../core/wire.js"
 */
import { troubleOf } from "../../core/client.js";
import { keyOf } from "../../core/findings.js";
import { renderPanel } from "../../core/panel_view.js";
import { renderTemplates } from "../../core/template_view.js";
import { addresses, answeredBy } from "../background/headers.js";
import { sidecar } from "../settings.js";

const root = /** @type {HTMLElement} */ (document.getElementById("root"));
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const tabId = Number(tab?.id);

/** @type {PanelState} */
let state = { report: null, quotes: {}, trouble: null, muted: false, skipped: false, kind: null, held: null, grammar: { stage: "idle", sentence: "", found: 0 } };
let choosing = false;

/** @param {object} message */
const tell = (message) => browser.tabs.sendMessage(tabId, message);
/** @param {object} message */
const tellAndClose = (message) => tell(message).finally(() => window.close());

function draw() {
  if (!choosing) renderPanel(root, state, actions);
}

/** @type {import("../../core/panel_view.js").PanelActions} */
const actions = {
  fix: (finding, index) => tell({ type: "fix", key: keyOf(finding), index }),
  fixAll: () => tell({ type: "fix-all" }),
  jump: (finding) => tellAndClose({ type: "jump", key: keyOf(finding) }),
  ignore: (finding) => tell({ type: "ignore", key: keyOf(finding) }),
  switchOff: (rule) => tell({ type: "switch-off", rule }),
  chooseKind: (kind) => tell({ type: "kind", kind }),
  mute: (muted) => tell({ type: "mute", muted }),
  nextPlaceholder: () => tellAndClose({ type: "next-gap" }),
  showAll: () => tell({ type: "show-all" }),
  checkGrammar: () => tell({ type: "grammar" }),
  templates: chooseTemplate,
  settings: () => browser.runtime.openOptionsPage().finally(() => window.close()),
  sendAnyway: () => browser.runtime.sendMessage({ type: "send-anyway", tabId }).finally(() => window.close()),
  goBack: () => window.close(),
};

async function chooseTemplate() {
  choosing = true;
  /** @type {{templates: TemplateInfo[], chosen: string | null, preview: Rendered | null}} */
  const choice = { templates: [], chosen: null, preview: null };
  const back = () => { choosing = false; draw(); };
  /** @param {() => Promise<unknown>} act */
  const attempt = (act) => act().catch((problem) => { state = { ...state, ...troubleOf(problem) }; back(); });
  const redraw = () => renderTemplates(root, choice, {
    choose: (id) => attempt(async () => {
      const details = await browser.compose.getComposeDetails(tabId);
      const thread = await answeredBy(details).catch(() => null);
      choice.chosen = id;
      choice.preview = await (await sidecar()).render(id, { to: addresses(details.to), thread });
      redraw();
    }),
    insert: (rendered) => attempt(async () => {
      const { subject } = await browser.compose.getComposeDetails(tabId);
      if (!subject) await browser.compose.setComposeDetails(tabId, { subject: rendered.subject });
      await tellAndClose({ type: "insert", text: rendered.text });
    }),
    start: (rendered) => attempt(() => browser.runtime.sendMessage({ type: "new-draft", ...rendered }).finally(() => window.close())),
    back,
  });
  await attempt(async () => {
    choice.templates = await (await sidecar()).templates();
    redraw();
  });
}

browser.runtime.onMessage.addListener((message, sender) => {
  if (message?.type === "shown" && sender.tab?.id === tabId) {
    state = { ...message.state, held: state.held };
    draw();
  }
  return false;
});

draw();
const held = await browser.runtime.sendMessage({ type: "take-held", tabId });
state = { ...await tell({ type: "state" }), held };
draw();
/** @type {HTMLElement | null} */ (root.querySelector('[data-key="go-back"]'))?.focus({ preventScroll: true });
state = { ...await tell({ type: "check" }), held };
draw();
