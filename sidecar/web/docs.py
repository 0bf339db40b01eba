"""Writes docs/api.md from the OpenAPI document: `python -m sidecar.web.docs`."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sidecar.web.openapi import document
from sidecar.web.routes import ENDPOINTS

COMMAND = "python -m sidecar.web.docs"
PAGE = Path(__file__).parents[2] / "docs" / "api.md"

HEAD = f"""# The HTTP API

<!-- Generated from the code; do not edit. To write it again: {COMMAND} -->

The sidecar answers on `http://127.0.0.1:8765`, to this computer only.
The same for machines: `GET /api/v1/openapi.json`.

**Access.** Everything below `/api/` wants `Authorization: Bearer TOKEN`. A token comes from a pairing code, once:

```sh
code=$(deardr pair new)
curl -s http://127.0.0.1:8765/api/v1/pair --json "{{\\"code\\": \\"$code\\", \\"client\\": \\"curl\\"}}"
```

`Host` must be this computer's own name and port; a page of another site (`Origin`) is refused; an add-on
(`moz-extension://…`) may ask when it shows a token.

**Forms.** Errors are `application/problem+json` (RFC 9457) with one sentence in `detail`. Times are RFC 3339 with
offset. Offsets into drafts count UTF-16 code units. A request may be 2 MiB large.
"""


def page() -> str:
    """Return the whole page."""
    api = document(ENDPOINTS)
    operations = [
        (method.upper(), path, operation) for path, item in api["paths"].items() for method, operation in item.items()
    ]
    parts = [HEAD, "## Endpoints\n", "| | | |", "|---|---|---|"]
    parts += [f"| `{method}` | `{path}` | {operation['summary']} |" for method, path, operation in operations]
    for method, path, operation in operations:
        parts += ["", f"### `{method} {path}`", "", *_about(operation)]
    parts += ["", "## Shapes", "", *_shapes(api["components"]["schemas"])]
    return "\n".join(parts).rstrip() + "\n"


def _about(operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"{operation['summary']}."
    if "requestBody" in operation:
        yield f"\nTakes {_shape(operation['requestBody']['content']['application/json']['schema'])}."
    for status, answer in operation["responses"].items():
        content = next(iter(answer.get("content", {}).items()), None)
        if content is None or content[0] != "application/problem+json":
            said = f": {_shape(content[1]['schema'])}" if content else ""
            yield f"\nAnswers `{status}`{said}."
    refused = [s for s, a in operation["responses"].items() if "application/problem+json" in a.get("content", {})]
    if refused:
        yield f"\nProblems: {', '.join(f'`{status}`' for status in refused)}."


def _shapes(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in sorted(schemas.items()):
        yield f"### {name}\n"
        if "description" in schema:
            yield f"{schema['description'].strip()}\n"
        if "enum" in schema:
            yield ", ".join(f"`{value}`" for value in schema["enum"]) + "\n"
        if "properties" in schema:
            yield "| field | form | default |\n|---|---|---|"
            for field, form in schema["properties"].items():
                default = "" if field in schema.get("required", ()) else json.dumps(form.get("default"))
                yield f"| `{field}` | {_shape(form)} | {default} |"
            yield ""


def _shape(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_shape(each) for each in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_shape(schema.get('items', {}))}"
    if "format" in schema:
        return str(schema["format"])
    return str(schema.get("type", "anything"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
