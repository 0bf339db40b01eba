/**
 * Linting as one types: waits for a pause, keeps one request in flight, drops answers to texts that have changed.
 *
 * Terminology: a *reading* is the draft at one moment, whatever the host makes of it; an *answer* belongs to one reading.
 */

/** A pause in typing after which the draft is read, and the longest a steady typist goes without an answer (ms). */
const PAUSE = 250;
const LONGEST_WAIT = 2000;

/**
 * @template Reading, Answer
 */
export class LintSession {
  /**
   * @param {object} host
   * @param {() => Reading} host.read
   * @param {(reading: Reading) => Promise<Answer>} host.ask never rejects: trouble is an answer too
   * @param {(reading: Reading, answer: Answer) => void} host.show
   * @param {number} [host.pause] milliseconds
   */
  constructor({ read, ask, show, pause = PAUSE }) {
    this.host = { read, ask, show };
    this.pause = pause;
    this.edition = 0;
    this.waitingSince = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<Answer> | null} */
    this.flight = null;
  }

  /** The draft changed: an answer under way is stale now, and a new one is due after a pause. */
  changed() {
    this.edition += 1;
    const now = Date.now();
    this.waitingSince ||= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(this.pause, this.waitingSince + LONGEST_WAIT - now));
    this.timer = setTimeout(() => this.due(), wait);
  }

  due() {
    this.timer = undefined;
    // Answered or not, the one in flight comes first; `land` starts the next.
    if (!this.flight) void this.fly();
  }

  /** Ask about the draft as it is now. @returns {Promise<Answer>} */
  async now() {
    clearTimeout(this.timer);
    await this.flight;
    return this.fly();
  }

  /** @returns {Promise<Answer>} */
  fly() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waitingSince = 0;
    const { edition } = this;
    const reading = this.host.read();
    this.flight = this.host.ask(reading).then((answer) => this.land(edition, reading, answer));
    return this.flight;
  }

  /** @param {number} edition @param {Reading} reading @param {Answer} answer */
  land(edition, reading, answer) {
    this.flight = null;
    if (edition === this.edition) this.host.show(reading, answer);
    else if (this.timer === undefined) void this.fly();
    return answer;
  }
}
