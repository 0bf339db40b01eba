"""Email templates on the wire."""

from typing import Annotated

from pydantic import Field, StringConstraints

from sidecar.kinds import Kind
from sidecar.letters import Template
from sidecar.web.models.wire import Wire

Line = Annotated[str, StringConstraints(max_length=2_000)]


class TemplateFieldOut(Wire):
    """Something a template wants to know."""

    name: str
    label: str
    hint: str


class TemplateOut(Wire):
    """One template: what it is for, and what it needs to know."""

    id: str
    title: str
    kind: Kind
    situation: str
    description: str
    source: str
    document: bool
    reply: bool
    own: bool
    needed: list[TemplateFieldOut]
    optional: list[TemplateFieldOut]

    @classmethod
    def of(cls, template: Template) -> "TemplateOut":
        """Write a template for the wire."""
        return cls(
            id=template.id,
            title=template.title,
            kind=template.kind,
            situation=template.situation,
            description=template.purpose,
            source=template.source,
            document=template.document,
            reply=template.reply,
            own=template.own,
            needed=[TemplateFieldOut(name=one.name, label=one.label, hint=one.hint) for one in template.needed],
            optional=[TemplateFieldOut(name=one.name, label=one.label, hint=one.hint) for one in template.optional],
        )


class TemplatesOut(Wire):
    """Every usable template, and one sentence for each file that cannot be used."""

    templates: list[TemplateOut]
    problems: list[str]


class RenderIn(Wire):
    """For whom, in which thread, and what else to fill in, by the names of the template's fields."""

    to: list[Line] = Field(default=[], max_length=50)
    thread: Line | None = None  # the message to answer, without angle brackets
    values: dict[Line, str | int | list[Line]] = Field(default={}, max_length=100)
