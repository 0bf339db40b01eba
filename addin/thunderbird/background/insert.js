/** Opens composers with text in them, written by the composer's own script so that it can be undone and the quote stays. */

/** How long a new composer may take until its script listens, in milliseconds. */
const PATIENCE = 5000;
const STEP = 50;

/** Put text at the caret of a composer, as soon as its script listens. @param {browser.tabs.Tab} tab @param {string} text */
async function insertInto(tab, text) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await browser.tabs.sendMessage(Number(tab.id), { type: "insert", text });
      return;
    } catch (problem) {
      if (Date.now() > deadline) throw problem;
      await new Promise((resolve) => { setTimeout(resolve, STEP); });
    }
  }
}

/** @param {browser.compose.ComposeDetails} details @param {string} text */
export async function newDraft(details, text) {
  await insertInto(await browser.compose.beginNew(null, details), text);
}

/** @param {number} messageId to answer @param {browser.compose.ComposeDetails} details @param {string} text */
export async function reply(messageId, details, text) {
  await insertInto(await browser.compose.beginReply(messageId, "replyToSender", details), text);
}
