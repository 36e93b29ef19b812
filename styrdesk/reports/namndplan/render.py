"""A nämndplan as parts of the print kit, in reading order, and the PDF made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from styrdesk.base.formats import EN_DASH
from styrdesk.base.i18n import _, speaking
from styrdesk.domain import paragraph, richtext
from styrdesk.domain.organisation import Municipality
from styrdesk.domain.plan import PLAN_STATUSES, Approval, Block, BlockKind, Chapter, Plan
from styrdesk.reports import kit
from styrdesk.reports.kit import Words, own
from styrdesk.reports.letterhead import Letterhead, registered
from styrdesk.reports.namndplan import control, money, steering
from styrdesk.reports.namndplan.data import PlanPrint

_APPENDIX_ROOM = 0.33
"""Short appendices may share a page; a new one begins where less than this share is free."""

_HEADED, _SIGNED = 0.12, 0.17
"""Shares of a page for a heading with its air, and for the lines of one who signs."""
_LETTERS = 3500
"""About so many letters of running text fill a page."""

BUILDERS = money.BUILDERS | steering.BUILDERS | control.BUILDERS


def render(data: PlanPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.language):
        plan, head = data.document.the_plan, _letterhead(data)
        meta = replace(
            head.meta(plan.title, plan.document_type or _("Committee plan")),
            number=registered(plan.registration_number),
            code=data.code,
            keywords=(_("committee plan"), str(plan.year), data.committee),
        )
        return head.printed(meta, parts(data), "" if plan.is_final else _("DRAFT"))


def _letterhead(data: PlanPrint) -> Letterhead:
    """Of the municipality as the document tells it: a decided plan keeps its own."""
    owner = next(iter(data.document.municipality), Municipality(""))
    return Letterhead(
        data.created,
        owner.name,
        data.committee,
        data.images[owner.logo] if owner.logo else b"",
        owner.primary_colour,
        data.language,
    )


def parts(data: PlanPrint) -> Iterator[kit.Part]:
    """Cover, document information, contents, chapters and appendices."""
    yield _cover(data)
    yield kit.NewPage()
    yield kit.InfoBox(own(_("Document information")), tuple(information(data)), chapter=True)
    if not data.document.chapter:
        return
    yield kit.NewPage()
    yield kit.Contents(_("Contents"))
    yield kit.NewPage()
    for level, chapter in data.document.chapters:
        yield _heading(data, level, chapter)
        for block in data.document.blocks_of(chapter.id):
            yield from _block(data, block)
        if not data.document.the_plan.is_final and _is_empty(data, chapter):
            yield control.nothing_yet()


def _is_empty(data: PlanPrint, chapter: Chapter) -> bool:
    """Whether nothing stands in the chapter or under it."""
    if any(other.parent_id == chapter.id for other in data.document.chapter):
        return False
    return all(
        block.kind is BlockKind.TEXT and richtext.is_blank(richtext.parse(block.body))
        for block in data.document.blocks_of(chapter.id)
    )


def _cover(data: PlanPrint) -> kit.Cover:
    plan = data.document.the_plan
    facts = [
        (own(_adopted_by(plan)), plan.decided_by),
        (own(_("Date and §")), paragraph.decision(plan.decided_on, plan.paragraph)),
        (own(_("Document owner")), plan.document_owner),
        (own(_("Status")), "" if plan.is_final else own(_(PLAN_STATUSES[plan.status]))),
    ]
    first, _second, last = plan.years
    return kit.Cover(
        title=plan.title,
        period=f"{first}{EN_DASH}{last}",
        number=plan.registration_number,
        facts=tuple((name, value) for name, value in facts if value),
    )


def information(data: PlanPrint) -> Iterator[tuple[Words, Words]]:
    """Dokumentinformation: every field that says something."""
    plan = data.document.the_plan
    rows: tuple[tuple[str, Words], ...] = (
        (_("Document type"), plan.document_type),
        (_("Document name"), plan.title),
        (_("Committee"), data.committee),
        (_adopted_by(plan), plan.decided_by),
        (_("Date"), plan.decided_on.isoformat() if plan.decided_on else ""),
        (_("Paragraph"), paragraph.paragraph(plan.paragraph)),
        (_("Reference number"), plan.registration_number),
        (_("Valid"), _validity(plan)),
        (_("Document owner"), plan.document_owner),
        (_("Version"), plan.version),
        (_("Applies to"), plan.applies_to),
        (_("Replaces"), plan.replaces),
        (_("Related documents"), plan.related),
        (_("Follow-up"), plan.follow_up),
        (_("To be reviewed"), plan.review_due),
        (_("Classification"), plan.classification),
        (_("Retention"), plan.retention),
        (_("Status"), own(_(PLAN_STATUSES[plan.status]))),
    )
    return ((own(name), value) for name, value in rows if value)


def _adopted_by(plan: Plan) -> str:
    """What the deciding body has done, or is yet to do: a draft has been adopted by nobody."""
    return _("Adopted by") if plan.is_final else _("To be adopted by")


def _validity(plan: Plan) -> str:
    days = [d.isoformat() if d else "" for d in (plan.valid_from, plan.valid_to)]
    span = EN_DASH.join(days) if any(days) else ""
    return f"{span} ({plan.validity_note})" if span and plan.validity_note else span


def _heading(data: PlanPrint, level: int, chapter: Chapter) -> kit.Part:
    number = data.document.numbers[chapter.id]
    if level > 1:
        return kit.Heading(chapter.title, level, number, chapter.id)
    if not chapter.appendix:
        room = _signing_room(data, chapter)
        return kit.Heading(chapter.title, level, number, chapter.id, room=room)
    return kit.Heading(
        chapter.title,
        level,
        _("Appendix {letter}").format(letter=number),
        chapter.id,
        new_page=number == "A",
        room=_APPENDIX_ROOM,
    )


def _signing_room(data: PlanPrint, chapter: Chapter) -> float:
    """Share of a page for a chapter with lines to sign on, which stand together with its words."""
    plan, blocks = data.document.the_plan, data.document.blocks_of(chapter.id)
    signed = plan.approval is Approval.SIGNATURES
    if not signed or all(block.kind is not BlockKind.SIGNATURES for block in blocks):
        return 0.0
    letters = sum(
        len(richtext.plain(richtext.parse(block.body)))
        for block in blocks
        if block.kind is BlockKind.TEXT
    )
    wanted = _HEADED + letters / _LETTERS + len(data.document.signatory) * _SIGNED
    return min(wanted, 1.0)


def _block(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    if block.kind is BlockKind.TEXT:
        yield kit.Prose(richtext.parse(block.body))
    elif block.kind is BlockKind.IMAGE:
        if block.file:
            yield kit.Picture(data.images[block.file], block.alt, block.caption)
    else:
        yield from BUILDERS[block.kind.value](data, block)
