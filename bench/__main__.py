"""Run every benchmark of this folder, or those named: `python -m bench [lint sync …]`."""

import importlib
import pkgutil
import sys

import bench


def main(wanted: list[str]) -> int:
    """Run the benchmarks one after another; return 2 when one is named that does not exist."""
    known = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    for name in wanted or known:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
