"""How well the prompts fit the labelled situations: precision, recall and F1 of what is due, alarms in silent ones."""

from collections import Counter
from collections.abc import Iterable

from tests.followup.scenarios import every
from tests.followup.scenarios.scenario import Scenario

_DUE = ("due", "overdue")


def due(labels: Iterable[str]) -> frozenset[str]:
    """Leave what the user is to act on now: not what waits or is put off."""
    return frozenset(label for label in labels if label.split()[1] in _DUE)


def tally(scenarios: Iterable[Scenario]) -> Counter[str]:
    """Count due prompts found, missed and false, and situations."""
    counts: Counter[str] = Counter()
    for scenario in scenarios:
        wanted, found = due(scenario.expected), due(scenario.found())
        counts["situations"] += 1
        counts["right"] += len(wanted & found)
        counts["missed"] += len(wanted - found)
        counts["false"] += len(found - wanted)
        counts["silent"] += not wanted
        counts["alarms"] += not wanted and bool(found)
        counts["exact"] += scenario.found() == scenario.expected
    return counts


def main() -> None:
    """Print the figures."""
    scenarios = every()
    counts = tally(scenarios)
    precision = counts["right"] / max(1, counts["right"] + counts["false"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    wanted = counts["right"] + counts["missed"]
    print(f"situations {counts['situations']}, silent {counts['silent']}, due prompts {wanted}")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"alarms in silent situations {counts['alarms']}, exact in every state {counts['exact']}")
    for scenario in scenarios:
        if scenario.found() != scenario.expected:
            print(f"  {scenario.name}: {sorted(scenario.found())} instead of {sorted(scenario.expected)}")


if __name__ == "__main__":
    main()
