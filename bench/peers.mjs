// Times npm write-good and harper.js on the drafts given on standard input: {drafts, rounds} -> {name: [milliseconds]}.
import writeGood from "write-good";

const { drafts, rounds } = JSON.parse(await new Response(process.stdin).text());

/** Milliseconds of each run but those of the first round, which warms up. */
async function times(check) {
  const taken = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of drafts) {
      const began = performance.now();
      await check(text);
      if (round > 0) taken.push(performance.now() - began);
    }
  }
  return taken;
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
