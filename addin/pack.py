"""Pack the Thunderbird add-on: a deterministic zip of plain files, and the scripts that must be one file each."""

import argparse
import shutil
import sys
import zipfile
from pathlib import Path

from link import linked

ADDIN = Path(__file__).resolve().parent
DIST = ADDIN.parent / "dist"
PARTS = ("core", "thunderbird")
KINDS = {".js", ".css", ".html", ".svg"}
MANIFEST = ADDIN / "thunderbird" / "manifest.json"
LINKED = {f"thunderbird/{part}/script.js": f"thunderbird/{part}/main.js" for part in ("compose", "display")}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip can tell: the same files give the same bytes


def contents() -> dict[str, bytes]:
    """What goes into the add-on, in order: path inside it, and bytes."""
    files = sorted(path for part in PARTS for path in (ADDIN / part).rglob("*") if path.suffix in KINDS)
    plain = {path.relative_to(ADDIN).as_posix(): path.read_bytes() for path in files}
    scripts = {name: linked(ADDIN, entry).encode() for name, entry in LINKED.items()}
    return {"manifest.json": MANIFEST.read_bytes()} | plain | scripts


def write_xpi(target: Path) -> None:
    """Write the packed add-on."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as xpi:
        for name, data in contents().items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            xpi.writestr(entry, data)


def write_tree(target: Path) -> None:
    """Lay the add-on out unpacked, for the checker that wants a folder."""
    shutil.rmtree(target, ignore_errors=True)
    for name, data in contents().items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def main(arguments: list[str]) -> None:
    """Write `dist/deardr.xpi`, or with `--tree FOLDER` the same unpacked."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--output", type=Path, default=DIST / "deardr.xpi")
    parser.add_argument("--tree", type=Path)
    options = parser.parse_args(arguments)
    target = options.tree or options.output
    (write_tree if options.tree else write_xpi)(target)
    sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
