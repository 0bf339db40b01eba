"""The ready draft of a prompt, to be looked over, copied, or opened in the mail program."""

from urllib.parse import quote

from aiohttp import web

from sidecar.letters import Rendered
from sidecar.web.api.prompts import find_prompt
from sidecar.web.drafting import draft_of_prompt, written
from sidecar.web.pages.render import page
from sidecar.web.pages.wording import TITLES


async def show(request: web.Request) -> web.Response:
    """Show the draft."""
    prompt = find_prompt(request)
    draft = draft_of_prompt(request.app, prompt)
    values = {
        "title": f"Write to {prompt.person or prompt.address}",
        "prompt": prompt,
        "what": TITLES[prompt.action],
        "draft": draft,
        "to": ", ".join(written(one) for one in draft.to),
        "cc": ", ".join(written(one) for one in draft.cc),
        "mailto": mailto(draft),
        "left": {one.name: one for one in draft.placeholders}.values(),
    }
    return page(request, "draft.html.j2", values)


def mailto(draft: Rendered) -> str:
    """Write a draft as a mailto address (RFC 6068), with the thread it belongs to where the mail program cares."""
    fields = {
        "cc": ",".join(one.address for one in draft.cc),
        "subject": draft.subject,
        "body": draft.text.replace("\n", "\r\n"),
        "in-reply-to": f"<{draft.in_reply_to}>" if draft.in_reply_to else "",
    }
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{','.join(quote(one.address, safe='@') for one in draft.to)}?{asked}"


ROUTES = (web.get("/prompts/{id}/draft", show),)
