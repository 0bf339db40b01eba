"""What is found in the labelled drafts (tests/lint/drafts): hits, misses and alarms by rule, kinds, strangers' mail."""

from collections import Counter

from tests.lint.drafts import load
from tests.lint.judge import UNIVERSAL, hits, report

SETS = ("letters", "programs", "fragments", "unseen")


def main() -> None:
    """Print recall and precision of each set, what is worst, and how often strangers' mail raises an alarm."""
    for name in SETS:
        _set(name)
    for name, note in (("other", "the weights were fitted to these"), ("unseen", "never fitted to")):
        foreign = [draft for draft in load(name) if draft.kind == ["other"]]
        loud = [draft.id for draft in foreign if {one.rule for one in report(draft).findings} - UNIVERSAL]
        print(f"strangers' mail in {name}: {len(loud)} of {len(foreign)} raise an alarm ({note})")


def _set(name: str) -> None:
    hit, missed, alarm = Counter[str](), Counter[str](), Counter[str]()
    kinds = emails = 0
    for draft in load(name):
        made = report(draft)
        rules = {one.rule for one in made.findings}
        for rule in draft.expected:
            (hit if hits(rule, rules) else missed)[rule] += 1
        alarm.update(rules & set(draft.absent))
        emails += draft.unit == "email"
        kinds += draft.unit == "email" and made.kind.kind.value in draft.kind
    found, lost, false = hit.total(), missed.total(), alarm.total()
    told = f", kind {kinds / emails:.3f}" if emails else ""
    print(f"{name:10} recall {found / (found + lost):.3f}, precision {found / (found + false):.3f}{told}")
    for title, worst in (("missed", missed), ("alarms", alarm)):
        print(f"           {title}: {', '.join(f'{rule} {count}' for rule, count in worst.most_common(5))}")
