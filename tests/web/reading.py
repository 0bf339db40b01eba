"""Pages as a browser without scripts reads them: what they say, and what their forms send."""

from http import HTTPStatus

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.web.site import Client


async def tree(client: Client, path: str = "/") -> LexborHTMLParser:
    """Get a page, which must be there."""
    answer = await client.get(path)
    assert answer.status == HTTPStatus.OK, f"{path} answered {answer.status}"
    return LexborHTMLParser(await answer.text())


def words(element: LexborNode | None) -> str:
    """Return what an element says, on one line."""
    assert element is not None
    return " ".join(element.text(separator=" ").split())


async def press(
    client: Client, page: LexborHTMLParser, action: str, button: str = "", **typed: str
) -> LexborHTMLParser:
    """Send the form with this action and button, with what was typed into it, and follow to the next page."""
    form = next(one for one in page.css("form") if one.attributes["action"] == action and button in words(one))
    answer = await client.post(action, data=_values(form) | typed, allow_redirects=False)
    assert answer.status == HTTPStatus.SEE_OTHER, await answer.text()
    return await tree(client, answer.headers["Location"])


def _values(form: LexborNode) -> dict[str, str]:
    values = {}
    for one in form.css("input, textarea"):
        ticked = one.attributes.get("type") not in ("checkbox", "radio") or "checked" in one.attributes
        if ticked and (name := one.attributes.get("name")):
            values[name] = one.attributes.get("value") or (one.text() if one.tag == "textarea" else "")
    for select in form.css("select"):
        options = select.css("option[selected]") or select.css("option")
        values[select.attributes["name"] or ""] = (options[0].attributes.get("value") or "") if options else ""
    return values
