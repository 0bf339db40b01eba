"""The worker process: reads texts as JSON lines, answers with what Harper says of them, ends with its input.

One request is `{"id": …, "text": …}`, its answer `{"id": …, "slips": […]}`; a slip is the list of its category, start,
end (code points), message and better wordings.
"""

import json
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import harper

NOT_INSTALLED = 3
"""The exit status when Harper cannot be imported."""
_NICE = 5  # a check may wait; what the user does now may not


def main() -> int:
    """Serve until standard input ends."""
    try:
        import harper  # noqa: PLC0415 - only here, where it can be told apart from other failures, and its memory ends
    except ImportError:
        return NOT_INSTALLED
    if hasattr(os, "nice"):
        os.nice(_NICE)
    linter = harper.Linter()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        lints = linter.lint(request["text"], language=harper.Language.PLAINTEXT)
        answer = {"id": request["id"], "slips": [_slip(lint) for lint in lints]}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _slip(lint: "harper.Lint") -> list[object]:
    betters = [_better(lint.problem_text, suggestion) for suggestion in lint.suggestions]
    return [lint.lint_kind, lint.span.start, lint.span.end, lint.message, betters]


def _better(text: str, suggestion: "harper.Suggestion") -> str:
    """Return what would stand instead of the underlined text; Harper may also want to add to it, or remove it."""
    return text + suggestion.replacement_text if suggestion.kind.name == "INSERT_AFTER" else suggestion.replacement_text


if __name__ == "__main__":
    sys.exit(main())
