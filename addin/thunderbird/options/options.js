/** Settings: pairing with the sidecar, what holds a send, which accounts are left alone. */
import { SidecarClient, troubleOf } from "../../core/client.js";
import { el, show } from "../../core/dom.js";
import { TROUBLES } from "../../core/wording.js";
import { follow, recall } from "../session.js";
import { saveSettings, settings, sidecar } from "../settings.js";

const root = /** @type {HTMLElement} */ (document.getElementById("root"));
/** What came of the last press of a button. */
let outcome = "";

/** Only this computer: the token must never leave it. @param {string} typed */
function loopback(typed) {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  return url?.protocol === "http:" && url.hostname === "127.0.0.1" ? url.origin : null;
}

/** @param {string} address @param {string} code */
async function pair(address, code) {
  const base = loopback(address);
  if (!base) {
    outcome = "The address must be one on this computer, such as http://127.0.0.1:8765.";
    return draw();
  }
  try {
    const { token } = await new SidecarClient({ base, token: null }).pair(code.trim(), "Thunderbird");
    await new SidecarClient({ base, token }).check();
    await saveSettings({ base, token });
    outcome = "";
  } catch (problem) {
    const { trouble } = troubleOf(problem);
    outcome = trouble.sentence || `${TROUBLES[trouble.state].title} ${TROUBLES[trouble.state].remedy}`;
  }
  return draw();
}

async function forget() {
  await (await sidecar()).unpair().catch(() => undefined); // a sidecar that is away cannot be told
  await saveSettings({ token: null });
  outcome = "";
  await draw();
}

/** How the line to the sidecar is, and what to do about it. @returns {Promise<{words: string, fine: boolean}>} */
async function stateOfLine() {
  const { token } = await settings();
  const trouble = token ? await recall("trouble") : { state: /** @type {const} */ ("not-paired"), sentence: "" };
  if (!trouble) return { words: "Paired and connected.", fine: true };
  const { title, remedy } = TROUBLES[trouble.state];
  return { words: [title, trouble.sentence, remedy].filter(Boolean).join(" "), fine: false };
}

/** @param {import("../settings.js").Settings} now */
function pairing(now) {
  const address = el("input", { type: "url", id: "address", size: 30, value: now.base, "aria-label": "Address of the sidecar" });
  const code = el("input", { type: "text", id: "code", size: 14, autocomplete: "off", "aria-label": "Pairing code" });
  return el("fieldset", {}, el("legend", {}, "Sidecar on this computer"),
    el("label", { class: "entry-of" }, "Address", address),
    el("label", { class: "entry-of" }, "Pairing code", code, el("small", {}, "“deardr up” and “deardr pair new” print one.")),
    el("p", { class: "row" },
      el("button", { id: "pair", class: "primary", "data-key": "pair", onclick: () => pair(address.value, code.value) }, "Pair"),
      now.token && el("button", { id: "forget", "data-key": "forget", onclick: forget }, "Forget this pairing")),
    el("p", { id: "outcome", role: "alert" }, outcome));
}

/** @param {import("../settings.js").Settings} now */
function holding(now) {
  const box = el("input", {
    type: "checkbox", id: "hold-warnings", checked: now.holdOn === "warning",
    onchange: () => saveSettings({ holdOn: box.checked ? "warning" : "error" }),
  });
  return el("fieldset", {}, el("legend", {}, "At send"),
    el("p", {}, "Errors hold the mail until you say “Send anyway”."), el("label", {}, box, " Hold it for warnings too"));
}

/** @param {import("../settings.js").Settings} now */
async function accounts(now) {
  const all = (await browser.accounts.list(false)).filter((account) => account.type !== "local"); // the local folders send nothing
  return el("fieldset", {}, el("legend", {}, "Accounts DearDr works with"), ...all.map(({ id, name }) => {
    const box = el("input", {
      type: "checkbox", "data-account": id, checked: !now.skipped.includes(id),
      onchange: async () => {
        const { skipped } = await settings();
        const others = skipped.filter((one) => one !== id);
        await saveSettings({ skipped: box.checked ? others : [...others, id] });
      },
    });
    return el("label", {}, box, ` ${name}`);
  }));
}

async function draw() {
  const now = await settings();
  const line = await stateOfLine();
  show(root, el("h1", {}, "DearDr"), el("p", { id: "state", role: "status", class: line.fine ? "fine" : "trouble" }, line.words),
    pairing(now), holding(now), await accounts(now));
}

follow(["trouble"], async () => {
  const { words, fine } = await stateOfLine();
  Object.assign(/** @type {HTMLElement} */ (document.getElementById("state")), { textContent: words, className: fine ? "fine" : "trouble" });
});
browser.storage.onChanged.addListener((changes, area) => { if (area === "local" && "token" in changes) void draw(); });
await draw();
