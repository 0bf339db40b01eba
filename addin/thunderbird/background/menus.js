/** Context menus and keys: the way to everything without the mouse on a small target. */
import { TROUBLES } from "../../core/wording.js";
import { actHandlers } from "./acts.js";
import { openSpace } from "./follow_ups.js";

/** How many fixes the context menu offers for one finding. */
const FIXES = 3;

/** @typedef {{message: string, fixes: string[]}} UnderPointer what the compose script reports of the finding under the pointer */

const COMPOSE_ITEMS = ["deardr-about", ...Array.from({ length: FIXES }, (_, index) => `deardr-fix-${index}`), "deardr-ignore", "deardr-off"];

function build() {
  const create = (/** @type {browser.menus._CreateCreateProperties} */ item) =>
    browser.menus.create(item, () => void browser.runtime.lastError); // there already, when the event page wakes again
  for (const id of COMPOSE_ITEMS) create({ id, title: "DearDr", contexts: ["compose_body"], visible: false });
  create({ id: "deardr-track", title: "Track this with DearDr", contexts: ["message_list"] });
  create({ id: "deardr-filter", title: "Show only follow-ups that are due", contexts: ["message_list", "tools_menu"] });
}

/** Fit the composer's menu to the finding under the pointer. @param {number} tabId */
async function fit(tabId) {
  /** @type {UnderPointer | null} */
  const under = await browser.tabs.sendMessage(tabId, { type: "under-pointer" }).catch(() => null);
  const titles = under ? [under.message, ...Array.from({ length: FIXES }, (_, index) => under.fixes[index]), "Ignore here", "Switch this rule off"] : [];
  for (const [index, id] of COMPOSE_ITEMS.entries()) {
    const title = titles[index];
    await browser.menus.update(id, title
      ? { visible: true, enabled: id !== "deardr-about", title: title.replaceAll("&", "&&") } : { visible: false });
  }
  await browser.menus.refresh();
}

/** @param {browser.menus.OnClickData} info */
async function track(info) {
  let failed = "";
  for (const message of info.selectedMessages?.messages ?? []) {
    const { trouble } = await actHandlers.track?.({ messageId: message.headerMessageId });
    if (trouble) failed = trouble.sentence || TROUBLES[/** @type {keyof typeof TROUBLES} */ (trouble.state)].title;
  }
  await browser.notifications.create("deardr-track", {
    type: "basic", title: "DearDr", message: failed || "Tracked: DearDr watches for the answer.",
    iconUrl: browser.runtime.getURL("thunderbird/icons/deardr.svg"),
  });
}

/** @param {browser.menus.OnClickData} info @param {browser.tabs.Tab | undefined} tab */
async function clicked(info, tab) {
  const id = String(info.menuItemId);
  if (id === "deardr-track") await track(info);
  else if (id === "deardr-filter") await actHandlers.filter?.({});
  else if (tab?.id) await browser.tabs.sendMessage(tab.id, { type: "menu", item: id.replace("deardr-", "") });
}

export function watchMenus() {
  build();
  browser.menus.onShown.addListener((info, tab) => { if (info.contexts.includes("compose_body")) void fit(Number(tab.id)); });
  browser.menus.onClicked.addListener((info, tab) => { void clicked(info, tab); });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.type === "messageCompose") void browser.tabs.sendMessage(Number(tab.id), { type: command });
  });
  browser.notifications.onClicked.addListener((id) => { if (id === "deardr-due") void openSpace(); });
}
