/**
 * What the user does about a prompt, from wherever it is shown.
 * @import { Prompt } from "../../core/wire.js"
 */
import { troubleOf } from "../../core/client.js";
import { mailsOf } from "../../core/prompts.js";
import { recall } from "../session.js";
import { sidecar } from "../settings.js";
import { refresh } from "./follow_ups.js";
import { newDraft, reply } from "./insert.js";
import { copiesOf, TAG } from "./tags.js";

/** Open a mail of a prompt in a tab. @param {string} promptId */
async function openMail(promptId) {
  const related = await mailOf(await promptById(promptId));
  if (related) await browser.messageDisplay.open({ messageId: Number(related.id), location: "tab" });
}

/** @param {string} id @returns {Promise<Prompt>} */
async function promptById(id) {
  const prompt = (await recall("prompts")).find((one) => one.id === id);
  if (!prompt) throw new Error("This prompt is gone.");
  return prompt;
}

/** The mail of a prompt, preferring the one to answer. @param {Prompt} prompt @param {string | null} [preferred] */
async function mailOf(prompt, preferred = null) {
  for (const id of preferred ? [preferred, ...mailsOf(prompt)] : mailsOf(prompt)) {
    const [copy] = await copiesOf(id);
    if (copy) return copy;
  }
  return null;
}

/** Open the drafted follow-up as a reply in its thread. The user sends it. @param {string} promptId */
async function write(promptId) {
  const prompt = await promptById(promptId);
  const draft = await (await sidecar()).draft(promptId);
  const to = draft.to?.length ? draft.to : prompt.address ? [prompt.address] : [];
  const related = await mailOf(prompt, draft.in_reply_to ?? null);
  const people = { to, cc: draft.cc ?? [] };
  if (related) await reply(Number(related.id), people, draft.text);
  else await newDraft({ ...people, subject: draft.subject }, draft.text);
}

/** Show only what is due in the message list. */
async function filterDue() {
  const [tab] = await browser.mailTabs.query({});
  if (!tab) return;
  const id = Number(/** @type {any} */ (tab).tabId ?? tab.id);
  await browser.tabs.update(id, { active: true });
  await browser.mailTabs.setQuickFilter(id, { show: true, tags: { mode: "any", tags: { [TAG]: true } } });
}

/** @param {(client: Awaited<ReturnType<typeof sidecar>>) => Promise<unknown>} act */
async function andRefresh(act) {
  try {
    await act(await sidecar());
    await refresh();
    return {};
  } catch (problem) {
    return troubleOf(problem);
  }
}

/** @type {Record<string, (message: any) => Promise<any>>} */
export const actHandlers = {
  write: ({ id }) => write(id).then(() => ({}), troubleOf),
  snooze: ({ id, days }) => andRefresh((client) => client.snooze(id, days)),
  done: ({ id }) => andRefresh((client) => client.act(id, "done")),
  settle: ({ id }) => andRefresh((client) => client.act(id, "dismiss")),
  classify: ({ id, meaning }) => andRefresh((client) => client.classify(id, meaning)),
  track: ({ messageId }) => andRefresh((client) => client.track(messageId)),
  open: ({ id }) => openMail(id).then(() => ({}), troubleOf),
  filter: () => filterDue().then(() => ({}), troubleOf),
};
