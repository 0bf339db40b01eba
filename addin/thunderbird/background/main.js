/** The event page: puts the parts together. Every listener is added before the first await, so that events wake it. */
import { actHandlers } from "./acts.js";
import { composeHandlers } from "./compose_desk.js";
import { displayHandlers, watchDisplay } from "./displayed.js";
import { watchMail } from "./follow_ups.js";
import { watchLine } from "./line.js";
import { watchMenus } from "./menus.js";
import { layScripts } from "./scripts.js";
import { sendHandlers, watchSending } from "./send_guard.js";

/** @type {Record<string, (message: any, tab: browser.tabs.Tab | undefined) => Promise<any>>} */
const handlers = { ...composeHandlers, ...displayHandlers, ...actHandlers, ...sendHandlers };

browser.runtime.onMessage.addListener((message, sender) => {
  const handler = Object.hasOwn(handlers, message?.type) ? handlers[message.type] : undefined;
  return handler ? handler(message, sender.tab) : false;
});

watchSending();
watchDisplay();
watchMail();
watchMenus();
watchLine();
void layScripts();
