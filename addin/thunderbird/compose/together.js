/**
 * Several edits as one step of undo and redo. Editors offer scripts no such thing: each command is a step of its own. So the
 * other steps follow by themselves when the user undoes the last one or redoes the first, by key, menu or button alike.
 *
 * A group is told by the text's states, which typing in between cannot fool: when the steps do not lead to the state they
 * should, they are taken back.
 */

/** @typedef {"undo" | "redo"} Way */
/** @typedef {{steps: number, before: string, first: string, last: string, after: string, done: boolean}} Group the states before, after the first step, before the last, after */

const state = () => document.body.innerHTML;

export class Together {
  constructor() {
    /** @type {Group[]} */
    this.groups = [];
    this.came = "";
    this.busy = false;
    document.addEventListener("beforeinput", ({ inputType }) => {
      if (this.groups.length && !this.busy && inputType.startsWith("history")) this.came = state();
    }, true);
    document.addEventListener("input", (event) => this.changed(/** @type {InputEvent} */ (event).inputType), true);
  }

  /** Carry out edits that belong together. @param {() => void} edits */
  run(edits) {
    const states = [state()];
    const note = () => { states.push(state()); };
    document.addEventListener("input", note, true);
    try {
      edits();
    } finally {
      document.removeEventListener("input", note, true);
    }
    const steps = states.length - 1;
    if (steps < 2) return;
    const [before = "", first = ""] = states;
    const [last = "", after = ""] = states.slice(-2);
    this.groups.push({ steps, before, first, last, after, done: true });
  }

  /** @param {string} inputType */
  changed(inputType) {
    if (this.busy || !this.groups.length) return;
    if (inputType === "historyUndo") this.follow("undo", ({ done, last, after }) => done && this.came === after && state() === last);
    else if (inputType === "historyRedo") this.follow("redo", ({ done, before, first }) => !done && this.came === before && state() === first);
    else this.groups = this.groups.filter(({ done }) => done); // what was undone can be redone no more
  }

  /** @param {Way} way @param {(group: Group) => boolean} begins */
  follow(way, begins) {
    const group = this.groups.find(begins);
    if (!group) return;
    this.busy = true;
    this.repeat(way, group.steps - 1);
    if (state() === (way === "undo" ? group.before : group.after)) group.done = !group.done;
    else this.repeat(way === "undo" ? "redo" : "undo", group.steps - 1);
    this.busy = false;
  }

  /** @param {Way} way @param {number} times */
  repeat(way, times) {
    for (let time = 0; time < times; time += 1) document.execCommand(way);
  }
}
