"""`deardr lint` and `deardr rules`: what is weak in a draft, and the rules that say so.

Terminology: a *request* is one line of `--format jsonl`: the body of `POST /api/v1/lint`, with an `id` that is echoed.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pydantic import TypeAdapter, ValidationError

from sidecar.cli.findings import as_text, catalogue_as_text, rule_as_text
from sidecar.config import ConfigurationError, clock, home, parse_moment
from sidecar.kinds import Kind
from sidecar.lint.catalogue import Entry
from sidecar.lint.draft import Draft, UnreadableDraft, from_message
from sidecar.lint.engine import Report, Settings
from sidecar.lint.engine import lint as lint_draft
from sidecar.lint.engine import rules as all_rules
from sidecar.lint.rule import Severity
from sidecar.people import Profile
from sidecar.web.models.lint import LintRequest, LintResponse

if TYPE_CHECKING:
    from sidecar.cli.known import Known

MAX_BYTES = 20_000_000
"""Of one file; a message with its attachments may be that large, its text much less (`lint.draft.MAX_TEXT`)."""


class BadInput(click.ClickException):
    """The command cannot be carried out; shown as one sentence, status 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class _Wishes:
    kind: Kind | None
    now: datetime
    profile: Profile | None
    settings: Settings
    known: "Known | None" = None


def _lint(draft: Draft, wishes: _Wishes) -> Report:
    return lint_draft(
        draft,
        kind=wishes.kind,
        thread_kind=wishes.known.thread_kind(draft) if wishes.known else None,
        now=wishes.now,
        profile=wishes.profile,
        history=wishes.known.history if wishes.known else None,
        settings=wishes.settings,
    )


@click.command(epilog="Example: deardr lint --kind letter.request draft.txt")
@click.argument("files", nargs=-1, metavar="[FILE ... | -]")
@click.option("--format", "shape", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), help="What the email is for; else it is read from it."
)
@click.option("--now", metavar="ISO8601", help="Lint as if it were this time.")
@click.option("--profile", type=click.Path(), help="A JSON file that says who you are (see `deardr profile`).")
@click.option("--no-history", is_flag=True, help="Judge the text alone, not what was sent before.")
@click.option("--only", metavar="RULE[,RULE]", help="Run these rules only.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "advice", "never"]), default="warning", show_default=True
)
def lint(  # noqa: PLR0913, PLR0917 - one argument for each option
    files: tuple[str, ...],
    shape: str,
    kind: str | None,
    now: str | None,
    profile: str | None,
    no_history: bool,
    only: str | None,
    fail_on: str,
) -> None:
    """Say what is weak in a draft, and why.

    Each FILE is an email (.eml), or text that may start with Subject:, To:, Cc: and Bcc: lines and a blank line. With
    --format jsonl, requests are read from standard input, one JSON object a line, and answered one a line.
    """
    moment = _moment(now)
    with _opened(no_history, moment) as known:
        wishes = _Wishes(
            Kind(kind) if kind else None,
            moment,
            _profile(profile) if profile else known.profile if known else None,
            _settings(known.settings if known else Settings(), only, shape),
            known,
        )
        status = _status(_carry_out(files, shape, wishes), fail_on)
    sys.exit(status)


@contextmanager
def _opened(no_history: bool, now: datetime) -> Iterator["Known | None"]:
    """Open what is known of the user; None when that is not wanted, or nothing has ever been kept."""
    if no_history or not home().database.exists():
        yield None
        return
    from sidecar.cli.known import known_at  # noqa: PLC0415 - not needed, and not loaded, for a text judged alone

    with known_at(now) as known:
        yield known


def _carry_out(files: tuple[str, ...], shape: str, wishes: _Wishes) -> list[Report]:
    if shape == "jsonl":
        return list(_stream(wishes)) if not files else _refuse_files()
    drafts = [(name, _read(name)) for name in files or ("-",)]
    reports = [_lint(draft, wishes) for _, draft in drafts]
    texts = [as_text(name, draft, report) for (name, draft), report in zip(drafts, reports, strict=True)]
    click.echo(_as_json(drafts, reports) if shape == "json" else "\n\n".join(texts))
    return reports


def _refuse_files() -> list[Report]:
    raise BadInput("--format jsonl reads requests from standard input and takes no FILE.")


def _moment(text: str | None) -> datetime:
    try:
        return parse_moment(text, "--now") if text else clock()()
    except ConfigurationError as error:
        raise BadInput(str(error)) from error


def _profile(path: str) -> Profile:
    try:
        return TypeAdapter(Profile).validate_json(Path(path).read_bytes())
    except OSError as error:
        raise BadInput(f"The profile {path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or "it"
        raise BadInput(f"The profile {path} is no profile: {place}: {first['msg']}.") from error


def _settings(usual: Settings, only: str | None, shape: str) -> Settings:
    wanted = frozenset(name.strip() for name in only.split(",") if name.strip()) if only else None
    unknown = sorted((wanted or frozenset()) - all_rules().keys())
    if unknown:
        raise BadInput(f"There is no rule called {unknown[0]!r}; `deardr rules` lists them.")
    return replace(usual, only=wanted, spelling_shown=3 if shape == "text" else None)


def _read(name: str) -> Draft:
    shown = "standard input" if name == "-" else name
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _bytes(Path(name))
    except OSError as error:
        raise BadInput(f"{shown} cannot be read: {error.strerror}.") from error
    if len(raw) > MAX_BYTES:
        raise BadInput(f"{shown} is larger than {MAX_BYTES // 1_000_000} MB; that is no draft.")
    try:
        return from_message(raw)
    except UnreadableDraft as error:
        raise BadInput(f"{shown}: {error}") from error


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _stream(wishes: _Wishes) -> Iterator[Report]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            request = LintRequest.model_validate_json(line)
            draft = request.draft.read()
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(step) for step in first["loc"]) or "it"
            raise BadInput(f"Line {number} is no lint request: {place}: {first['msg']}.") from error
        except UnreadableDraft as error:
            raise BadInput(f"Line {number}: {error}") from error
        yield _answer(request, draft, wishes)


def _answer(request: LintRequest, draft: Draft, wishes: _Wishes) -> Report:
    report = lint_draft(
        draft,
        kind=request.kind or wishes.kind,
        thread_kind=request.thread_kind or (wishes.known.thread_kind(draft) if wishes.known else None),
        now=request.now or wishes.now,
        profile=wishes.profile,
        history=wishes.known.history if wishes.known else None,
        settings=request.settings(wishes.settings),
    )
    click.echo(LintResponse.of(report, draft, request.id).model_dump_json())
    sys.stdout.flush()
    return report


def _as_json(drafts: Sequence[tuple[str, Draft]], reports: Sequence[Report]) -> str:
    """One file gives one object, several an array, each object with the name of its file."""
    answers = [
        {"file": name, **LintResponse.of(report, draft).model_dump(mode="json", exclude={"id"})}
        for (name, draft), report in zip(drafts, reports, strict=True)
    ]
    return json.dumps(answers[0] if len(answers) == 1 else answers, indent=2, ensure_ascii=False)


def _status(reports: Sequence[Report], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    least = Severity(fail_on).rank
    return int(any(found.severity.rank <= least for report in reports for found in report.findings))


@click.command(epilog="Example: deardr rules ask-not-strong")
@click.argument("rule", required=False)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(rule: str | None, shape: str) -> None:
    """List the rules, or explain RULE: what it flags, why, when to ignore it."""
    known = all_rules()
    if rule is not None and rule not in known:
        raise BadInput(f"There is no rule called {rule!r}; `deardr rules` lists them.")
    chosen = [known[rule]] if rule else list(known.values())
    if shape == "json":
        entries = [_entry_as_json(entry) for entry in chosen]
        click.echo(json.dumps(entries[0] if rule else entries, indent=2, ensure_ascii=False))
    else:
        click.echo(rule_as_text(chosen[0]) if rule else catalogue_as_text(chosen))


def _entry_as_json(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "severity": entry.rule.severity,
        "kinds": sorted(entry.rule.kinds),
        "summary": entry.summary,
        "why": entry.why,
        "ignore": entry.ignore,
        "sources": list(entry.rule.sources),
    }
