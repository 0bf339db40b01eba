import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, locateSpan, readOwnText, runOf } from "../core/text_map.js";
import { page } from "./page.js";

/** @param {string} html @param {string} [style] */
function read(html, style = "") {
  const { body } = page(html);
  if (style) body.setAttribute("style", style);
  return readOwnText(body);
}

/** The document's own words for a span. @param {import("../core/text_map.js").TextMap} map @param {number} start @param {number} end */
function words(map, start, end) {
  const place = locateSpan(map, { start, end });
  assert(place);
  const { from, to } = place;
  return from.node === to.node ? from.node.data.slice(from.offset, to.offset)
    : from.node.data.slice(from.offset) + "…" + to.node.data.slice(0, to.offset);
}

test("paragraphs are apart by an empty line, line breaks and divisions by none", () => {
  assert.equal(read("<p>Dear Dr. Rao,</p><p>One<br>two</p><div>three</div><div>four</div>").text, "Dear Dr. Rao,\n\nOne\ntwo\n\nthree\nfour");
});

test("white space between and inside tags reads as the reader sees it", () => {
  assert.equal(read("<p>One\n two</p>\n\n  <p>three</p>\n").text, "One  two\n\nthree");
});

test("plain-text mode keeps its own line breaks", () => {
  assert.equal(read("Dear Dr. Rao,<br><br>a  b", "white-space: pre-wrap").text, "Dear Dr. Rao,\n\na  b");
});

test("a no-break space is a space, and every offset stays", () => {
  const map = read("<p>ask\u00a0for <b>any</b> letter</p>");
  assert.equal(map.text, "ask for any letter");
  assert.equal(words(map, 8, 18), "any… letter");
});

test("quotes, forwards and attribution lines are not the writer's words", () => {
  const map = read('<p>Mine.</p><div class="moz-cite-prefix">On Monday she wrote:</div><blockquote type="cite">Hers.</blockquote>'
    + '<p>Mine too.</p><div class="moz-forward-container">Forwarded.</div>');
  assert.equal(map.text, "Mine.\n\nMine too.");
  assert.equal(words(map, 7, 16), "Mine too.");
});

test("the signature comes last, after its delimiter, wherever it stands", () => {
  const map = read('<p>Mine.</p><div class="moz-signature">-- <br>Alice</div><p>More.</p>');
  assert.equal(map.text, "Mine.\n\nMore.\n\n-- \nAlice");
  assert.equal(words(map, map.text.length - 5, map.text.length), "Alice");
});

test("a signature without a delimiter is given one", () => {
  assert.equal(read('<p>Mine.</p><div class="moz-signature">Alice</div>').text, "Mine.\n\n-- \nAlice");
});

test("table cells are apart by tabs, rows by lines", () => {
  assert.equal(read("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>").text, "a\tb\nc\td");
});

test("offsets count UTF-16 code units, as the document does", () => {
  const map = read("<p>👩‍⚕️ any letter</p>");
  const start = map.text.indexOf("any");
  assert.equal(words(map, start, start + 10), "any letter");
});

test("right-to-left text keeps its order", () => {
  const map = read("<p>שלום any letter مرحبا</p>");
  assert.equal(words(map, 5, 15), "any letter");
});

test("a span's end belongs to the piece before, its start to the piece after", () => {
  const map = read("<p>one <b>two</b> three</p>");
  assert.equal(locate(map, 4, "end")?.node.data, "one ");
  assert.equal(locate(map, 4, "start")?.node.data, "two");
});

test("an empty body has no place for anything", () => {
  assert.equal(locateSpan(read(""), { start: 0, end: 0 }), null);
});

test("reading and finding the way back costs linear time", () => {
  const paragraph = "<p>Every word of this paragraph is <i>plain</i> and calm.</p>";
  const time = (/** @type {number} */ count) => {
    const { body } = page(paragraph.repeat(count));
    const from = performance.now();
    readOwnText(body);
    return performance.now() - from;
  };
  time(400);
  const [short, long] = [Math.min(time(200), time(200), time(200)), Math.min(time(2000), time(2000))];
  assert(long < short * 60 + 5, `${short} ms for 200 paragraphs, ${long} ms for 2000`);
});

test("a run ends where its text nodes end", () => {
  const map = read("<p>one <b>two</b> three</p>");
  assert.deepEqual(runOf(map, { start: 4, end: 7 }), { start: 4, end: 7 });
  assert.deepEqual(runOf(map, { start: 5, end: 9 }), { start: 4, end: 13 });
  assert.deepEqual(runOf(map, { start: 1, end: 2 }), { start: 0, end: 4 });
  assert.deepEqual(runOf({ text: "", pieces: [] }, { start: 0, end: 0 }), { start: 0, end: 0 });
});
