// Times npm write-good and harper.js on the drafts given on standard input: {drafts, rounds} -> {name: [milliseconds]}.
import writeGood from "write-good";

const { drafts, rounds } = JSON.parse(await new Response(process.stdin).text());

/** Milliseconds of each draft: the least of its rounds but the first, which warms up. */
async function times(check) {
  const least = drafts.map(() => Infinity);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [number, text] of drafts.entries()) {
      const began = performance.now();
      await check(text);
      if (round > 0) least[number] = Math.min(least[number], performance.now() - began);
    }
  }
  return least;
}

const answer = { "write-good": await times((text) => writeGood(text)) };
try {
  const harper = await import("harper.js");
  const linter = new harper.LocalLinter({ binary: harper.binary ?? (await import("harper.js/binary")).binary });
  await linter.setup();
  answer["harper.js"] = await times((text) => linter.lint(text));
} catch (error) {
  process.stderr.write(`harper.js: ${error.message}\n`);
}
process.stdout.write(JSON.stringify(answer));
