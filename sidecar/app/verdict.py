"""What a sent mail is for, told by the linter's own kind detection, so that draft and mailbox agree."""

from sidecar.followup.reading import SentPieces, SentVerdict
from sidecar.kinds import Kind
from sidecar.lint.draft import Draft, UnreadableDraft, parse
from sidecar.lint.facts import Facts
from sidecar.lint.kind import detect_from
from sidecar.lint.sketch import shingles
from sidecar.people import Mailbox


def verdict(pieces: SentPieces) -> SentVerdict:
    """Return what is kept of a sent mail's text: its kind and a few facts, none of its words but the greeting."""
    try:
        draft = parse(
            subject=pieces.subject,
            text=pieces.text if pieces.html is None or pieces.text else None,
            html=pieces.html,
            sender=pieces.sender.address,
            to=_entries(pieces.to),
            cc=_entries(pieces.cc),
            bcc=_entries(pieces.bcc),
            attachments=pieces.attachments,
            in_reply_to=pieces.in_reply_to,
            references=pieces.references,
        )
    except UnreadableDraft:
        return SentVerdict()
    facts = Facts(draft, now=pieces.sent_at)
    greeting, kind = facts.greeting, detect_from(facts).kind
    return SentVerdict(
        kind=kind,
        greeting=greeting.text if greeting else None,
        named_date=next((deadline.on for deadline in facts.deadlines if deadline.on), None),
        claims_top_choice=facts.claims_top is not None,
        sketch=_sketch(draft, pieces) if kind is not Kind.OTHER else None,
    )


def _sketch(draft: Draft, pieces: SentPieces) -> bytes:
    return shingles(draft.own_text, [one.name for one in (pieces.sender, *pieces.to, *pieces.cc)]).sketch


def _entries(mailboxes: tuple[Mailbox, ...]) -> list[str]:
    return [f'"{one.name}" <{one.address}>' if one.name else one.address for one in mailboxes]
