"""Derives the text of an HTML body the way a mail program shows it, and marks what is known not to be the writer's.

Follows the rendered text of the HTML standard (`innerText`): blocks on lines of their own, a blank line around
paragraphs, tabs between table cells, nothing hidden. Linear in the length of the HTML.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sidecar.quoting.regions import Part, Region


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot "
    "thead tr ul caption"
)
_SPACED = _names("p h1 h2 h3 h4 h5 h6 dl ol ul blockquote pre")
_UNSEEN = _names(
    "head title script style template noscript iframe object embed audio video canvas svg math select datalist "
    "textarea input button meta link base colgroup -comment"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_TIGHT = re.compile(r"margin(?:-bottom)?\s*:\s*0(?:px|pt|cm|in|em)?\s*(?:;|$|0)", re.IGNORECASE)
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre(?!-line)", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\n\r\f]+")

# How mail programs label, by class and id, what they put into a message themselves.
_CLASSES = {
    "gmail_attr": Region.ATTRIBUTION,
    "gmail_signature": Region.SIGNATURE,
    "moz-cite-prefix": Region.ATTRIBUTION,
    "moz-signature": Region.SIGNATURE,
    "moz-forward-container": Region.FORWARDED,
    "yahoo_quoted": Region.QUOTED,
    "protonmail_quote": Region.QUOTED,
    "protonmail_signature_block": Region.SIGNATURE,
    "tutanota_quote": Region.QUOTED,
    "zmail_extra": Region.QUOTED,
    "applemailsignature": Region.SIGNATURE,
    "appleoriginalcontents": Region.QUOTED,
}
_IDS = {
    "applemailsignature": Region.SIGNATURE,
    "appleoriginalcontents": Region.QUOTED,
    "signature": Region.SIGNATURE,
    "ms-outlook-mobile-signature": Region.SIGNATURE,
    "olk_src_body_section": Region.QUOTED,
    "mail-editor-reference-message-container": Region.QUOTED,
}
# Elements after which nothing is the writer's.
_LAST_IDS = frozenset({"appendonsend", "divrplyfwdmsg", "isforwardcontent", "reply-intro"})


@dataclass(slots=True)
class _Writer:
    """Collects shown text; keeps white space as a browser collapses it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    breaks: int = 0  # line breaks owed before the next ink
    space: bool = False  # a blank owed before the next ink
    fresh: bool = True  # nothing since the last <br>, which therefore ends its block's line

    def words(self, raw: str) -> None:
        text = _WHITE.sub(" ", raw)
        if not text.strip(" "):
            self.space = self.space or bool(text)
            return
        self.flush(blank=self.space or text[0] == " ")
        self.put(text.strip(" ").replace("\xa0", " "))
        self.fresh = False
        self.space = text[-1] == " "

    def verbatim(self, raw: str) -> None:
        self.flush(blank=self.space)
        self.put(raw.replace("\r\n", "\n").replace("\r", "\n"))
        self.fresh = False

    def flush(self, *, blank: bool) -> None:
        if self.breaks and self.length:
            self.put("\n" * self.breaks)
        elif blank and self.length and not self.pieces[-1].endswith(("\n", "\t")):
            self.put(" ")
        self.breaks, self.space = 0, False

    def block(self, breaks: int) -> None:
        self.breaks = max(self.breaks, breaks - self.fresh)
        self.space = False

    def cell(self) -> None:
        self.flush(blank=False)
        self.put("\t")

    def line_break(self) -> None:
        self.flush(blank=False)
        if self.length:
            self.put("\n")
        self.fresh = True

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _Marks:
    """Collects regions; the outermost counts."""

    found: list[Part] = field(default_factory=list)
    open: tuple[LexborNode, Region, int] | None = None
    last: int | None = None  # where the part begins after which nothing is the writer's

    def enter(self, node: LexborNode, region: Region, at: int) -> None:
        if self.open is None and self.last is None:
            self.open = node, region, at

    def leave(self, node: LexborNode, at: int) -> None:
        if self.open is not None and self.open[0] is node:
            self._add(self.open[1], self.open[2], at)
            self.open = None

    def cut(self, at: int) -> None:
        if self.last is None:
            self.last = at

    def close(self, length: int) -> tuple[Part, ...]:
        if self.last is not None:
            self.found = [part for part in self.found if part.end <= self.last]
            self._add(Region.QUOTED, self.last, length)
        return tuple(self.found)

    def _add(self, region: Region, start: int, end: int) -> None:
        if start < end:
            self.found.append(Part(region, start, end))


_DEEPEST = 400
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_DEEP = _names("p li td th tr dd dt br img hr meta link input col wbr area base embed source track option")


def render(html: str) -> tuple[str, tuple[Part, ...]]:
    """Return the text that an HTML body shows, and the regions its elements give away (in order, no overlap)."""
    if _is_too_deep(html):
        return _bare(html), ()
    root = LexborHTMLParser(html).body
    if root is None:
        return "", ()
    writer, marks = _Writer(), _Marks()
    _walk(root, writer, marks)
    return "".join(writer.pieces), marks.close(writer.length)


def _is_too_deep(html: str) -> bool:
    """Tell whether elements may nest so deep that building a tree, which the standard makes quadratic, takes long."""
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _NEVER_DEEP:
            depth += -1 if match[1] else 1
            if depth > _DEEPEST:
                return True
    return False


def _bare(html: str) -> str:
    return unescape(re.sub(r"<[^<>]*+>", "\n", html))


def _walk(root: LexborNode, writer: _Writer, marks: _Marks) -> None:
    """Visit every shown node once, without recursion."""
    ancestors = [(root, 1, _is_verbatim(root, within=False))]
    node = root.child
    while ancestors:
        parent, breaks, verbatim = ancestors[-1]
        if node is None:
            writer.block(breaks) if breaks else None
            marks.leave(parent, writer.length)
            ancestors.pop()
            node = parent.next if ancestors else None
        elif node.is_text_node:
            (writer.verbatim if verbatim else writer.words)(node.text_content or "")
            node = node.next
        elif _is_unseen(node):
            node = node.next
        elif node.tag == "br":
            writer.line_break()
            node = node.next
        else:
            ancestors.append((node, _open(node, writer, marks), _is_verbatim(node, within=verbatim)))
            node = node.child


def _open(node: LexborNode, writer: _Writer, marks: _Marks) -> int:
    """Begin an element; return the line breaks that surround it."""
    tag, attributes = node.tag or "", node.attributes
    breaks = _breaks(tag, attributes)
    if breaks:
        writer.block(breaks)
    elif tag in {"td", "th"} and node.prev is not None:
        writer.cell()
    if attributes:
        identity = (attributes.get("id") or "").lower()
        region = _region(tag, identity, attributes)
        if identity.removeprefix("x_") in _LAST_IDS:
            marks.cut(writer.length)
        elif region is not None:
            marks.enter(node, region, writer.length)
    return breaks


def _breaks(tag: str, attributes: Mapping[str, str | None]) -> int:
    if tag not in _BLOCKS:
        return 0
    tight = "msonormal" in (attributes.get("class") or "").lower() or _TIGHT.search(attributes.get("style") or "")
    return 2 if tag in _SPACED and not tight else 1


def _region(tag: str, identity: str, attributes: Mapping[str, str | None]) -> Region | None:
    names = [name.removeprefix("x_") for name in (attributes.get("class") or "").lower().split()]
    if tag == "blockquote":
        style = attributes.get("style") or ""
        cited = (attributes.get("type") or "").lower() == "cite" or "border-left" in style
        return Region.QUOTED if cited or "gmail_quote" in names else None
    found = (_CLASSES[name] for name in names if name in _CLASSES)
    return next(found, None) or _IDS.get(identity.removeprefix("x_"))


def _is_unseen(node: LexborNode) -> bool:
    if not node.is_element_node or node.tag in _UNSEEN:
        return True
    attributes = node.attributes
    return bool(attributes) and ("hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None)


def _is_verbatim(node: LexborNode, *, within: bool) -> bool:
    return within or node.tag == "pre" or _PREFORMATTED.search(node.attributes.get("style") or "") is not None
