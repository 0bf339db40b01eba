"""Finds the templates, ours and the user's own, and fills them in.

A file in the user's folder overrides ours by its name. Files whose names begin with `_` are pieces that others include.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from sidecar import plain
from sidecar.kinds import Kind
from sidecar.letters import rendered, sandbox
from sidecar.letters.addressing import addressed
from sidecar.letters.fields import described
from sidecar.letters.prompts import template_for
from sidecar.letters.rendered import Rendered
from sidecar.letters.template import Front, Template, UnusableTemplateError, read_front
from sidecar.letters.values import Extra, Thread, context
from sidecar.people import Profile, Program, Referee, Season

_ANY_TIME = datetime.min.replace(tzinfo=UTC)


class Library:
    """The templates of one user. Files are read anew each time, so that an edit shows at once."""

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        """Take the folder that ships with the product and the user's own, which need not exist."""
        self._shipped = sandbox.Files([shipped])
        self._files = sandbox.Files([own, shipped] if own else [shipped])
        self._environment = sandbox.environment(self._files)

    def catalogue(self) -> tuple[Template, ...]:
        """Return every usable template: letters before programs before documents. `problems` names the others."""
        found = [template for template in self._each() if isinstance(template, Template)]
        return tuple(
            sorted(found, key=lambda template: (template.document, list(Kind).index(template.kind), template.id))
        )

    def problems(self) -> tuple[str, ...]:
        """Return one sentence for each template file that cannot be used."""
        return tuple(str(problem) for problem in self._each() if isinstance(problem, UnusableTemplateError))

    def template(self, identifier: str) -> Template:
        """Return what is known of one template; raises UnusableTemplateError."""
        front = self._front(identifier)
        blank = self._filled(identifier, front, _nobody(front))
        needed = tuple(dict.fromkeys(placeholder.name for placeholder in blank.placeholders))
        others = sorted(sandbox.names_used(self._environment, self._files, f"{identifier}.j2") - set(needed))
        return Template(
            id=identifier,
            title=front.title,
            kind=front.kind,
            situation=front.situation,
            purpose=front.purpose,
            source=front.source,
            document=front.document,
            reply=front.reply,
            needed=tuple(described(name, front.fields) for name in needed),
            optional=tuple(described(name, front.fields) for name in others),
            attachments=front.attachments,
            own=self._files.find(f"{identifier}.j2") != _found(self._shipped, f"{identifier}.j2"),
        )

    def source(self, identifier: str) -> str:
        """Return the file of a template as it is written; raises UnusableTemplateError."""
        return _read(self._files, identifier)

    def render(  # noqa: PLR0913 - one argument for each party a letter can name
        self,
        identifier: str,
        *,
        profile: Profile,
        now: datetime,
        referee: Referee | None = None,
        program: Program | None = None,
        season: Season | None = None,
        thread: Thread | None = None,
        extra: Extra | None = None,
    ) -> Rendered:
        """Fill a template in. What is unknown stays a placeholder; values are text, never instructions.

        `extra` fills fields by the names the catalogue lists, dotted ones included. Raises UnusableTemplateError.
        """
        front = self._front(identifier)
        values = context(
            profile=profile,
            referee=referee,
            program=program,
            season=season,
            thread=thread,
            extra=extra or {},
            lists=front.lists,
            now=now,
        )
        draft = self._filled(identifier, front, values)
        return draft if front.document else addressed(draft, front, referee, program, thread)

    def draft_for(  # noqa: PLR0913 - one argument for each party a letter can name
        self,
        action: str,
        *,
        profile: Profile,
        now: datetime,
        kind: Kind | None = None,
        referee: Referee | None = None,
        program: Program | None = None,
        season: Season | None = None,
        thread: Thread | None = None,
    ) -> Rendered | None:
        """Return the ready draft of a prompt's action, None when it calls for no email. Raises UnusableTemplateError.

        After a silent referee (`move-on`) the request is for somebody else, so nothing of the old thread is in it.
        """
        identifier = template_for(action, kind=kind, referee=referee, now=now)
        if identifier is None:
            return None
        if action == "move-on":
            referee = thread = None
        return self.render(
            identifier, profile=profile, now=now, referee=referee, program=program, season=season, thread=thread
        )

    def _each(self) -> Iterator[Template | UnusableTemplateError]:
        for name in self._files.names():
            try:
                yield self.template(name.removesuffix(".j2"))
            except UnusableTemplateError as problem:
                yield problem

    def _front(self, identifier: str) -> Front:
        """Return a template's description; a file of the user's that has none keeps the one of ours it overrides."""
        front = read_front(_read(self._files, identifier), f"{identifier}.j2")
        if front is None and _found(self._shipped, f"{identifier}.j2"):
            front = read_front(_read(self._shipped, identifier), f"{identifier}.j2")
        return front or Front(title=identifier, kind=Kind.OTHER)

    def _filled(self, identifier: str, front: Front, values: Mapping[str, object]) -> Rendered:
        name = f"{identifier}.j2"
        try:
            raw = self._environment.get_template(name).render(values)
        except TemplateSyntaxError as error:
            where = error.name or name
            raise UnusableTemplateError(
                f"The template {where} cannot be read, line {error.lineno}: {error.message}."
            ) from error
        except Exception as error:  # a user's template is a program and may fail in any way
            raise UnusableTemplateError(
                f"The template {name} cannot be filled in: {plain.line(str(error))}."
            ) from error
        head, body = rendered.split_head(raw)

        def label(field: str) -> tuple[str, str]:
            found = described(field, front.fields)
            return found.label, found.hint

        subject, in_subject = rendered.fill(head, "subject", label)
        text, in_text = rendered.fill(rendered.flow(body), "body", label)
        return Rendered(identifier, front.kind, subject, text, (*in_subject, *in_text), front.attachments)


def _nobody(front: Front) -> dict[str, object]:
    """Return the names of a template about which nothing is known."""
    return context(
        profile=Profile(),
        referee=None,
        program=None,
        season=None,
        thread=None,
        extra={},
        lists=front.lists,
        now=_ANY_TIME,
    )


def _read(files: sandbox.Files, identifier: str) -> str:
    try:
        return files.read("" if identifier.startswith("_") else f"{identifier}.j2")
    except TemplateNotFound:
        raise UnusableTemplateError(
            f"There is no template {plain.line(identifier)[:80]!r}; `deardr templates list` names them."
        ) from None
    except (OSError, ValueError) as error:
        raise UnusableTemplateError(f"The template {identifier}.j2 cannot be read: {error}.") from error


def _found(files: sandbox.Files, name: str) -> Path | None:
    try:
        return files.find(name)
    except TemplateNotFound:
        return None
