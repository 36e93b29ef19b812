"""A checklist as parts of the print kit: facts, a table for each section, and the signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from styrdesk.base.formats import EN_DASH, NBSP, stamp
from styrdesk.base.i18n import _, speaking
from styrdesk.domain import checklist_form, richtext
from styrdesk.domain.checklist import (
    FREQUENCIES,
    Checklist,
    ChecklistItem,
    ChecklistStatus,
    ItemKind,
)
from styrdesk.reports import kit
from styrdesk.reports.checklist.data import ChecklistPrint, called
from styrdesk.reports.kit import ColumnSpec, Row, RowKind, TableSpec, Words, joined, own

_BOX = "\N{BALLOT BOX}"
_LINE = "_" * 14
_SMALL = 190  # points: a photo takes a third of a page at most
_HAND = 120.0  # points of room for a hand's comment
_TICKS = 128.0  # and for three boxes with their words
_BROAD_LINE = "_" * 44


def render(data: ChecklistPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        title = called(data.checklist) if data.checklist else data.form.title
        begun = data.checklist is not None and data.checklist.status is ChecklistStatus.OPEN
        mark = _("NOT SIGNED") if begun else ""
        return data.head.printed(data.head.meta(title, _("Checklist")), parts(data), mark)


def parts(data: ChecklistPrint) -> Iterator[kit.Part]:
    """In reading order."""
    yield kit.Title(data.form.title, data.checklist.place if data.checklist else "")
    if data.form.purpose:
        yield kit.Prose(data.form.purpose, lead=True)
    facts = tuple((own(name), value) for name, value in _facts(data) if value)
    yield kit.InfoBox(own(_("About the checklist")), facts)
    yield _table(data)
    yield from _evidence(data)
    if data.checklist is None or data.checklist.status is ChecklistStatus.OPEN:
        yield kit.Signatures((kit.SignatureRow(_("Filled in by")),))


def _evidence(data: ChecklistPrint) -> Iterator[kit.Part]:
    """Every file by its name, and the pictures, small."""
    if not data.evidence:
        return
    points = enumerate(data.form.points(), 1)
    numbers = {place: (number, item) for number, (place, item) in points}
    rows, pictures = [], []
    for count, held in enumerate(data.evidence, 1):
        number, item = numbers.get(held.item, (0, None))
        of = own(_("The whole list")) if item is None else f"{number}. {item.title}"
        rows.append(Row((str(count), of, held.name, held.added)))
        if held.picture and kit.can_be_drawn(held.picture):
            name = _("{number}. {name}").format(number=count, name=held.name)
            alt = _("Photo: {name}. {item}").format(
                name=held.name, item=item.title if item is not None else _("The whole list")
            )
            pictures.append(kit.Picture(held.picture, alt, name, _SMALL))
    columns = (
        ColumnSpec(own(_("No.")), weight=0),
        ColumnSpec(own(_("What it shows"))),
        ColumnSpec(own(_("File"))),
        ColumnSpec(own(_("Added"))),
    )
    summary = _("Each file, the item it is evidence of, and who added it when.")
    yield TableSpec(
        own(_("Photos and files")), columns, tuple(rows), row_heads=False, summary=summary
    )
    yield from pictures


def _facts(data: ChecklistPrint) -> Iterator[tuple[str, Words]]:
    version = str(data.version) if data.version else ""
    if data.checklist is None:
        yield _("Unit of the organisation"), _BROAD_LINE
        yield _("For"), _BROAD_LINE
        if data.template is not None:
            yield _("How often"), own(_(FREQUENCIES[data.template.frequency]))
            yield _("Responsible"), data.template.responsible
        return
    checklist = data.checklist
    yield _("Place"), checklist.place
    yield _("For"), checklist.occasion.isoformat() if checklist.occasion else ""
    yield _("Version of the template"), version
    yield _("Begun"), _by(checklist.started_by, checklist.started_at)
    yield _("Outcome"), own(_outcome(data, checklist))
    yield _("Reopened"), _by(checklist.reopened_by, checklist.reopened_at)
    yield _("Signed and locked"), _by(checklist.signed_by, checklist.signed_at)
    yield _("Remark"), checklist.remark


def _outcome(data: ChecklistPrint, checklist: Checklist) -> str:
    come = checklist_form.progress(data.form, data.answers.values())
    said = _("{answered} of {points} items answered, {failed} with failures")
    return said.format(answered=come.answered, points=checklist.points, failed=come.failed)


def _by(name: str, at: str) -> str:
    moment = stamp(datetime.fromisoformat(at)).replace(" ", NBSP) if at else ""
    return ", ".join(part for part in (name, moment) if part)


def _table(data: ChecklistPrint) -> TableSpec:
    """All items in one table, so that its columns stand in line; a head over those under it."""
    blank = data.checklist is None
    columns = (
        ColumnSpec(own(_("No.")), weight=0),
        ColumnSpec(own(_("What is asked")), weight=1.7),
        ColumnSpec(own(_("Answer")), weight=0 if blank else 1, least=_TICKS if blank else 0),
        ColumnSpec(own(_("Comment")), weight=1.4, least=_HAND if blank else 0),
        ColumnSpec(own(_("By whom and when"))),
    )
    spec = TableSpec(
        own(_("Items")),
        columns[:-1] if blank else columns,
        tuple(_rows(data)),
        row_heads=False,
        summary=_("What is asked, the answer, and what was noted."),
        by_pen=blank,
    )
    return spec if blank else spec.without_empty()


def _rows(data: ChecklistPrint) -> Iterator[Row]:
    """The items, numbered through; a head comes with the first item under it."""
    number, head = 0, ""
    for place, item in enumerate(data.form.items, 1):
        if item.kind is ItemKind.HEADING:
            head = item.title
            continue
        if head:
            yield Row((head,), RowKind.GROUP)
        number, head = number + 1, ""
        yield Row((str(number), _asked(item), *_told(data, place, item)))


def _asked(item: ChecklistItem) -> Words:
    lines: list[Words] = [item.title if item.obligatory else own(_("{item} (voluntary)"),
                                                                 item=item.title)]  # fmt: skip
    limits = checklist_form.limits(item)
    if limits:
        lines.append(own(limits))
    if item.help:
        lines.append(item.help)
    return joined(lines)


def _told(data: ChecklistPrint, place: int, item: ChecklistItem) -> tuple[Words, ...]:
    """Answer, comment, and by whom and when; boxes and room for a comment where it is blank."""
    if data.checklist is None:
        return _boxes(item), ""
    answer = data.answers.get(place)
    if answer is None:
        return own(EN_DASH), "", ""
    said = checklist_form.said(item, answer.value)
    program = item.kind in (ItemKind.YES_NO, ItemKind.NUMBER) or answer.value == "na"
    lines: list[Words] = [own(said) if program else said]
    if answer.failed:
        lines = [(richtext.Text(said, bold=True),)]
        lines.append(own(_("Failure: {why}"), why=checklist_form.why(item, answer.value)))
    return joined(lines), answer.comment, _by(answer.by, answer.at)


def _boxes(item: ChecklistItem) -> Words:
    if item.kind is ItemKind.YES_NO:
        program = (_("Yes"), _("No"), _("Not applicable"))
        offered: list[Words] = [own(words.replace(" ", NBSP)) for words in program]
    elif item.kind is ItemKind.CHOICE:
        offered = list(checklist_form.options(item))
    else:
        return f"{_LINE} {item.measure}".rstrip()
    boxes = (own(f"{_BOX}{NBSP}{{answer}}", answer=words) for words in offered)
    return joined(boxes, "   ")
