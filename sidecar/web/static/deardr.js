/**
 * Makes the pages live: parts marked `data-live` are renewed when the sidecar says that something changed, drafts are
 * checked as they are written, and texts can be copied. Every page works without this file.
 */

const PAUSE = 400; // milliseconds after the last key before a draft is checked

/** Fetch a page of ours as a document. @param {string} address @param {RequestInit} [options] */
async function page(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Renew every live part that changed, unless the user is in the middle of it. */
async function renew() {
  const parts = [...document.querySelectorAll("[data-live]")];
  if (parts.length === 0) return;
  const fresh = await page(location.href, { headers: { "X-Live": "1" } });
  for (const part of parts) {
    const next = fresh.getElementById(part.id);
    const busy = part.querySelector("details[open], :focus");
    if (next && !busy && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  }
}

/** Listen for changes; EventSource reconnects by itself. */
function listen() {
  if (!document.querySelector("[data-live]")) return;
  const events = new EventSource("/live");
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => renew().catch(() => {}), 150);
  };
  for (const name of ["prompts", "reading", "reset"]) events.addEventListener(name, soon);
  setInterval(soon, 60_000); // "5 minutes ago" grows old
}

/** Check a draft as it is written, where the page has a place for the answer. @param {HTMLFormElement} form */
function checkAsWritten(form) {
  const place = document.getElementById("result");
  if (!place) return;
  let timer = 0;
  let asked = 0;
  const check = async () => {
    const mine = ++asked;
    const fresh = await page(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Live": "1" } });
    const next = fresh.getElementById("result");
    if (mine === asked && next) place.replaceChildren(...next.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => check().catch(() => {}), PAUSE);
  });
}

/** Put the text a button names on the clipboard. @param {HTMLElement} button */
async function copy(button) {
  const from = document.getElementById(button.dataset.copy ?? "");
  const text = from instanceof HTMLTextAreaElement ? from.value : (from?.textContent ?? "");
  await navigator.clipboard.writeText(text);
  button.classList.add("copied");
}

/** Close the menus that the user turned away from. @param {Event} event */
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!(event.target instanceof Node) || !menu.contains(event.target)) menu.removeAttribute("open");
  }
}

listen();
document.querySelectorAll("form[data-check]").forEach((form) => {
  if (form instanceof HTMLFormElement) checkAsWritten(form);
});
document.querySelectorAll("button[data-copy]").forEach((button) => {
  if (!(button instanceof HTMLButtonElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
});
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(event);
});
