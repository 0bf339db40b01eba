import assert from "node:assert/strict";
import { test } from "node:test";
import { stylesFor } from "../thunderbird/background/styles.js";

test("versions that draw no lines under highlights get stronger tints, and only those", () => {
  for (const old of ["140.0", "140.12.0esr", "145.9"]) assert.deepEqual(stylesFor(old).length, 2, old);
  for (const fresh of ["146.0", "153.8.0esr", "200.0a1"]) assert.deepEqual(stylesFor(fresh).length, 1, fresh);
  assert(stylesFor("140.0").at(-1)?.endsWith("tints.css"), "the tints come last, to win");
});
