/**
 * The card beside flagged words. It is generated content of the editor's root element, written by a style sheet of its own:
 * no node exists that could be sent, selected, deleted or undone. Pointer and keys are matched against its layout.
 * @import { Box, CardLayout } from "./card_layout.js"
 * @import { Finding } from "./underlines.js"
 */
import { prose } from "../../core/wording.js";
import { layOut, LINE, PADDING, place, WIDTH, within } from "./card_layout.js";

/** How long the pointer rests before the card comes, and how long it may be away before it goes (ms). */
const DWELL = 180;
const LEAVE = 300;

const FONT = "system-ui, sans-serif";
const EDGE = { error: "#d4152f", warning: "#b36b00", advice: "#1761b0" };

/** @typedef {{label: string, act: () => void}} CardButton */

const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** @param {string} font @returns {(text: string) => number} */
function measurer(font) {
  return (text) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

/** A string as CSS wants it; nothing in it can end the string. @param {string[]} lines */
function quoted(lines) {
  return `"${lines.join("\n").replace(/[^\x20-\x7e\u00a0-\ud7ff\ue000-\uffff]|["\\]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`;
}

/** @param {Box} box @param {number} above @param {string} colour */
function filled({ left, top, width, height }, above, colour) {
  return `linear-gradient(${colour},${colour}) ${left}px ${top - above}px / ${width}px ${height}px no-repeat`;
}

/** A style sheet of the document that is in no node. Thunderbird 140 lets scripts at the list of such sheets as the page's own only. */
function adoptedSheet() {
  const { wrappedJSObject: page } = /** @type {any} */ (window);
  /** @type {CSSStyleSheet} */
  const sheet = new page.CSSStyleSheet();
  page.document.adoptedStyleSheets.push(sheet);
  return sheet;
}

export class Card {
  /**
   * @param {(x: number, y: number) => Finding | null} find the finding drawn at a point
   * @param {(finding: Finding) => CardButton[]} buttonsOf
   */
  constructor(find, buttonsOf) {
    this.find = find;
    this.buttonsOf = buttonsOf;
    /** @type {{finding: Finding, buttons: CardButton[], layout: CardLayout, left: number, top: number, active: number, keyed: boolean} | null} */
    this.shown = null;
    /** @type {Finding | null} */
    this.awaited = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {CSSStyleSheet | null} */
    this.sheet = null;
    this.listen();
  }

  listen() {
    document.addEventListener("mousemove", (event) => this.moved(event.clientX, event.clientY), true);
    document.addEventListener("mouseout", (event) => { if (!event.relatedTarget) this.leaveSoon(); }, true);
    for (const type of /** @type {const} */ (["mousedown", "mouseup", "click"])) {
      document.addEventListener(type, (event) => this.pressed(event), true);
    }
    document.addEventListener("keydown", (event) => this.key(event), true);
    document.addEventListener("scroll", () => this.hide(), true);
  }

  /** @param {Finding} finding @param {boolean} keyed opened from the keyboard, which then moves over its buttons */
  show(finding, keyed = false) {
    const words = finding.range?.getClientRects()[0];
    if (!words) return;
    clearTimeout(this.timer);
    const buttons = this.buttonsOf(finding);
    const { message, why, source } = finding.diagnostic;
    const layout = layOut({ message, why: prose(why), source, buttons: buttons.map((one) => one.label) },
      { head: measurer(`600 13px ${FONT}`), tail: measurer(`13px ${FONT}`) });
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = place(words, layout.headHeight + layout.tailHeight, view);
    this.shown = { finding, buttons, layout, left, top, active: keyed ? 0 : -1, keyed };
    this.draw();
  }

  /** The draft was read anew: the card stays while its finding does. @param {readonly Finding[]} findings */
  keep(findings) {
    if (!this.shown) return;
    const { key, quote } = this.shown.finding;
    const again = findings.find((finding) => finding.key === key && finding.quote === quote);
    if (again) this.shown.finding = again;
    else this.hide();
  }

  hide() {
    clearTimeout(this.timer);
    this.awaited = null;
    if (!this.shown) return;
    this.shown = null;
    this.sheet?.replaceSync("");
  }

  draw() {
    if (!this.shown) return;
    this.sheet ??= adoptedSheet();
    const { layout: { head, tail, headHeight, tailHeight, buttons }, left, top, active, finding } = this.shown;
    const edge = EDGE[finding.diagnostic.severity];
    const fills = buttons.map((box, index) => filled(box, headHeight, index === active ? "SelectedItem" : "ButtonFace"));
    const common = `position:fixed;left:${left}px;width:${WIDTH}px;box-sizing:border-box;margin:0;white-space:pre;overflow:hidden;
      text-align:start;text-indent:0;letter-spacing:normal;direction:ltr;color:CanvasText;color-scheme:light dark;
      border:1px solid GrayText;border-left:4px solid ${edge};z-index:2147483647;cursor:${active < 0 ? "default" : "pointer"};`;
    this.sheet.replaceSync(`
      html::before{content:${quoted(head)};${common}top:${top}px;height:${headHeight}px;padding:${PADDING}px ${PADDING}px 0;
        border-bottom:0;border-radius:8px 8px 0 0;background:Canvas;font:600 13px/${LINE}px ${FONT};box-shadow:0 -2px 8px -3px rgb(0 0 0/.25)}
      html::after{content:${quoted(tail)};${common}top:${top + headHeight}px;height:${tailHeight}px;padding:0 ${PADDING}px;
        border-top:0;border-radius:0 0 8px 8px;background:${[...fills, "Canvas"].join(",")};background-origin:border-box;
        font:13px/${LINE}px ${FONT};box-shadow:0 12px 14px -6px rgb(0 0 0/.35)}`);
  }

  /** @returns {Box | null} */
  box() {
    if (!this.shown) return null;
    const { left, top, layout } = this.shown;
    return { left, top, width: WIDTH, height: layout.headHeight + layout.tailHeight };
  }

  /** The button at a point of the window, or -1. @param {number} x @param {number} y */
  buttonAt(x, y) {
    if (!this.shown) return -1;
    const { left, top, layout } = this.shown;
    return layout.buttons.findIndex((box) => within(box, x - left, y - top));
  }

  /** @param {number} x @param {number} y */
  moved(x, y) {
    const box = this.box();
    if (this.shown && box && within(box, x, y, 8)) {
      clearTimeout(this.timer);
      this.activate(this.buttonAt(x, y));
      return;
    }
    const finding = this.find(x, y);
    if (finding === this.shown?.finding || (finding && finding === this.awaited)) return;
    if (!finding) {
      this.leaveSoon();
      return;
    }
    clearTimeout(this.timer);
    this.awaited = finding;
    this.timer = setTimeout(() => { this.awaited = null; this.show(finding); }, DWELL);
  }

  leaveSoon() {
    this.awaited = null;
    clearTimeout(this.timer);
    if (this.shown && !this.shown.keyed) this.timer = setTimeout(() => this.hide(), LEAVE);
  }

  /** @param {number} index */
  activate(index) {
    if (!this.shown || this.shown.active === index) return;
    this.shown.active = index;
    this.draw();
  }

  /** A press on the card never reaches the editor: the caret stays. @param {MouseEvent} event */
  pressed(event) {
    const box = this.box();
    if (!box || !within(box, event.clientX, event.clientY)) {
      if (event.type === "mousedown") this.hide();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "click") this.press(this.buttonAt(event.clientX, event.clientY));
  }

  /** @param {number} index */
  press(index) {
    const button = this.shown?.buttons[index];
    if (!button) return;
    this.hide();
    button.act();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.shown) return;
    const { keyed, active, buttons } = this.shown;
    const step = event.key === "ArrowDown" || (event.key === "Tab" && !event.shiftKey) ? 1
      : event.key === "ArrowUp" || event.key === "Tab" ? -1 : 0;
    if (event.key === "Escape") this.hide();
    else if (keyed && step) this.activate((active + step + buttons.length) % buttons.length);
    else if (keyed && event.key === "Enter") this.press(active);
    else {
      if (!["Alt", "Control", "Meta", "Shift"].includes(event.key)) this.hide();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
