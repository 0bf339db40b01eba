/** The line to the sidecar: keeps the event stream up and the event page awake while there is a pairing. */
import { EventStream } from "../../core/event_stream.js";
import { Trouble } from "../../core/client.js";
import { remember } from "../session.js";
import { settings, sidecar } from "../settings.js";
import { catchUp, refresh } from "./follow_ups.js";

/** Shorter than the 30 s after which an idle event page is put to sleep, in minutes. */
const PULSE = 0.4;

/** @type {EventStream | null} */
let stream = null;
/** How often it was begun anew. */
let beginnings = 0;

/** Begin anew with the settings of now. Of several at once the last one counts: there is never more than one line. */
async function connect() {
  beginnings += 1;
  const mine = beginnings;
  stream?.stop();
  stream = null;
  const { token } = await settings();
  if (mine !== beginnings) return;
  if (!token) {
    await browser.alarms.clear("pulse");
    if (mine !== beginnings) return;
    await remember("trouble", { state: "not-paired", sentence: "" });
    await refresh();
    return;
  }
  browser.alarms.create("pulse", { periodInMinutes: PULSE });
  stream = new EventStream({ open, event: () => { void refresh(); }, state: tell });
  void stream.run();
}

/** @type {string} */
let sentence = "";

/** @param {AbortSignal} signal */
async function open(signal) {
  const client = await sidecar();
  try {
    await client.check();
    return await client.events(signal);
  } catch (problem) {
    sentence = problem instanceof Trouble ? problem.message : "";
    throw problem;
  }
}

/** @param {import("../../core/client.js").TroubleState | null} trouble */
async function tell(trouble) {
  await remember("trouble", trouble && { state: trouble, sentence });
  await refresh();
}

/** Take up what was left: the line after a sleep, tags of mails the client had not yet read. */
async function beat() {
  if (!stream) await connect();
  else await catchUp();
}

/** The sidecar was heard of elsewhere: do not wait out a pause. */
export function hurry() {
  stream?.hurry();
}

export function watchLine() {
  browser.alarms.onAlarm.addListener(({ name }) => { if (name === "pulse") void beat(); });
  browser.runtime.onStartup.addListener(() => undefined); // wakes the event page when the mail client starts
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && ("token" in changes || "base" in changes)) void connect();
  });
  void connect();
}
