/** Which style sheets a composer needs. Pure, so that both branches are tested wherever the tests run. */

/** The first version that draws lines under custom highlights; before it there are only tints. */
const LINES = 146;

/** @param {string} version of Thunderbird */
export function stylesFor(version) {
  const lines = "thunderbird/compose/underlines.css";
  return Number.parseInt(version, 10) < LINES ? [lines, "thunderbird/compose/tints.css"] : [lines];
}
