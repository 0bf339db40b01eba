"""Writes docs/templates.md from the templates themselves: `python -m sidecar.letters.docs`."""

from pathlib import Path

from sidecar.letters.fields import Field
from sidecar.letters.library import Library
from sidecar.letters.template import Template

COMMAND = "python -m sidecar.letters.docs"
_ROOT = Path(__file__).resolve().parents[2]
PAGE = _ROOT / "docs" / "templates.md"

HEAD = f"""# The templates that ship

<!-- Generated from the templates; do not edit. To write it again: {COMMAND} -->

What is unknown stays in the text as a blank such as `[your role there]`. How to write one of your own:
[writing-templates.md](writing-templates.md).
"""


def page() -> str:
    """Return the whole page."""
    templates = Library(_ROOT / "templates" / "email").catalogue()
    return "\n".join([HEAD, *map(_section, templates)])


def _section(template: Template) -> str:
    kind = "a page to hand over" if template.document else f"`{template.kind}`"
    thread = ", a reply in the thread" if template.reply else ""
    paragraphs = [
        f"## `{template.id}`: {template.title}",
        f"{template.purpose} ({kind}{thread}; source {template.source})",
        f"Wants to know: {'; '.join(map(_field, template.needed))}.",
    ]
    if template.attachments:
        paragraphs.append(f"Good to attach: {'; '.join(template.attachments)}.")
    return "\n\n".join(paragraphs) + "\n"


def _field(field: Field) -> str:
    return f"`{field.name}` ({field.label})"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
