/**
 * The script in a composer: watches the text, answers the panel, the menu and the keys.
 * @import { Finding } from "./underlines.js"
 */
import { Card } from "./card.js";
import { Desk } from "./desk.js";
import { goTo, insert } from "./editor.js";
import { findingAt } from "./underlines.js";

/** @type {Finding | null} */
let underPointer = null;

const desk = new Desk(() => card.keep(desk.findings));
const card = new Card((x, y) => findingAt(desk.findings, x, y), (finding) => [
  ...finding.diagnostic.fixes.map((fix, index) => ({ label: fix.title, act: () => desk.fix(finding, index) })),
  { label: "Ignore here", act: () => desk.ignore(finding) },
  { label: "Switch this rule off", act: () => desk.switchOff(finding.diagnostic.rule) },
]);

/** @param {string} item chosen from the context menu */
function menu(item) {
  if (!underPointer) return;
  if (item === "ignore") desk.ignore(underPointer);
  else if (item === "off") desk.switchOff(underPointer.diagnostic.rule);
  else desk.fix(underPointer, Number(item.replace("fix-", "")));
}

/** @param {(finding: Finding) => void} act @returns {(message: any) => void} */
const toFinding = (act) => ({ key }) => {
  const finding = desk.find(key);
  if (finding) act(finding);
};

/** @type {Record<string, (message: any) => any>} */
const handlers = {
  state: () => desk.state(),
  check: async () => { await desk.session.now(); return desk.state(); },
  verdict: () => desk.verdict(),
  fix: (message) => toFinding((finding) => desk.fix(finding, message.index))(message),
  "fix-all": () => desk.fixAll(),
  "show-all": () => desk.showAll(),
  grammar: () => { void desk.grammar.run(); },
  jump: toFinding((finding) => finding.range && goTo(finding.range)),
  ignore: toFinding((finding) => desk.ignore(finding)),
  "switch-off": ({ rule }) => desk.switchOff(rule),
  kind: ({ kind }) => desk.chooseKind(kind),
  mute: ({ muted }) => desk.mute(muted),
  insert: ({ text }) => insert(text),
  changed: () => desk.session.changed(),
  "next-gap": () => { desk.next(true); },
  "next-finding": () => {
    const finding = desk.next(false);
    if (finding) card.show(finding, true);
  },
  menu: ({ item }) => menu(item),
  "under-pointer": () => underPointer && {
    message: underPointer.diagnostic.message, fixes: underPointer.diagnostic.fixes.map((fix) => fix.title),
  },
};

browser.runtime.onMessage.addListener((message) =>
  (Object.hasOwn(handlers, message?.type) ? Promise.resolve(handlers[message.type]?.(message)) : false));

document.addEventListener("contextmenu", (event) => { underPointer = findingAt(desk.findings, event.clientX, event.clientY); }, true);
// Headers may have changed while the writer was away from the text.
window.addEventListener("focus", () => desk.session.changed());
// The document, not the body: Thunderbird replaces the body when it sets a whole new text.
new MutationObserver(() => { card.hide(); desk.session.changed(); })
  .observe(document, { childList: true, characterData: true, subtree: true });
desk.session.changed();
