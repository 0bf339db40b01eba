"""The worker process: reads texts as JSON lines, answers with what Harper says of them, ends with its input.

One request is `{"id": …, "text": …}`, its answer `{"id": …, "slips": […]}`; a slip is the list of its category, start,
end (code points), message and better wordings.
"""

import json
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import harper

NOT_INSTALLED = 3
"""The exit status when Harper cannot be imported."""
_NICE = 5  # a check may wait; what the user does now may not


def main() -> int:
    """Serve until standard input ends."""
    answers = _answers()
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
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
    return 0


def _answers() -> BinaryIO:
    """Return what standard output leads to, and lead everything else that is printed nowhere: Harper prints, too."""
    output = sys.stdout.fileno()
    answers = os.fdopen(os.dup(output), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)
    return answers


def _slip(lint: "harper.Lint") -> list[object]:
    betters = [_better(lint.problem_text, suggestion) for suggestion in lint.suggestions]
    return [lint.lint_kind, lint.span.start, lint.span.end, lint.message, betters]


def _better(text: str, suggestion: "harper.Suggestion") -> str:
    """Return what would stand instead of the underlined text; Harper may also want to add to it, or remove it."""
    return text + suggestion.replacement_text if suggestion.kind.name == "INSERT_AFTER" else suggestion.replacement_text


if __name__ == "__main__":
    sys.exit(main())
