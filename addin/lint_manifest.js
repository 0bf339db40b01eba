/**
 * Runs `web-ext lint` over the packed add-on. It knows Firefox only, so what Thunderbird has of its own is told apart by name
 * here; everything else it says is a failure.
 */
import { spawnSync } from "node:child_process";

const TREE = "../dist/thunderbird";
const APIS = /^(accounts|compose|composeAction|identities|mailTabs|messageDisplay|messageDisplayAction|messages|spaces)\./;
const PERMISSIONS = /"(accountsRead|compose|compose\.send|messagesRead|messagesTags|messagesTagsList|messagesUpdate)"/;

/** @param {{code: string, message: string}} finding */
function isThunderbirds({ code, message }) {
  if (code === "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION") return true; // this is no add-on for a telephone
  return (code === "UNSUPPORTED_API" && APIS.test(message)) || (code === "MANIFEST_PERMISSIONS" && PERMISSIONS.test(message));
}

spawnSync("python3", ["pack.py", "--tree", TREE], { stdio: "inherit" });
const { stdout } = spawnSync("npx", ["web-ext", "lint", "--source-dir", TREE, "--output", "json"], { encoding: "utf8", maxBuffer: 1 << 24 });
const { errors, warnings, notices } = JSON.parse(stdout);
const all = [...errors, ...warnings, ...notices];
const findings = all.filter((finding) => !isThunderbirds(finding));
for (const { code, message, file, line } of findings) console.error(`${code} ${file ?? ""}:${line ?? ""} ${message}`);
console.log(`web-ext lint: ${findings.length} findings, ${all.length - findings.length} names of Thunderbird's own set aside`);
process.exitCode = findings.length ? 1 : 0;
