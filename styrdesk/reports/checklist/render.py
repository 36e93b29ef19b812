"""A checklist as parts of the print kit: facts, a table for each section, and the signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from styrdesk.base.formats import EN_DASH
from styrdesk.base.i18n import _, language, speaking
from styrdesk.domain import checklist_form, richtext
from styrdesk.domain.checklist import (
    FREQUENCIES,
    Checklist,
    ChecklistItem,
    ChecklistStatus,
    ItemKind,
)
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports import kit
from styrdesk.reports.checklist.data import ChecklistPrint, called
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, Words, joined, own

_BOX = "\N{BALLOT BOX}"
_LINE = "_" * 14
_SMALL = 190  # points: a photo takes a third of a page at most
_Section = tuple[str, list[tuple[int, int, ChecklistItem]]]


def render(data: ChecklistPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.around.language):
        return kit.build(_meta(data), tuple(parts(data)), _style(data))


def _meta(data: ChecklistPrint) -> kit.Meta:
    return kit.Meta(
        title=called(data.checklist) if data.checklist else data.form.title,
        created=data.created,
        author=data.around.municipality or data.around.committee,
        committee=data.around.committee,
        subject=_("Checklist"),
        language=data.around.language,
        content=WRITTEN_IN,
    )


def _style(data: ChecklistPrint) -> kit.PageStyle:
    theme = kit.Theme(primary=data.around.colour) if data.around.colour else kit.Theme()
    begun = data.checklist is not None and data.checklist.status is ChecklistStatus.OPEN
    return kit.PageStyle(theme, _("NOT SIGNED") if begun else "")


def parts(data: ChecklistPrint) -> Iterator[kit.Part]:
    """In reading order."""
    place = data.checklist.place if data.checklist else data.around.committee
    yield kit.Title(data.form.title, place)
    if data.form.purpose:
        yield kit.Prose(data.form.purpose, lead=True)
    facts = tuple((own(name), value) for name, value in _facts(data) if value)
    yield kit.InfoBox(own(_("About the checklist")), facts)
    for title, points in _sections(data.form.items):
        yield _table(data, title, points)
    yield from _evidence(data)
    if data.checklist is None or data.checklist.status is ChecklistStatus.OPEN:
        yield kit.Signatures((kit.SignatureRow(_("Filled in by")),), _("Signature"))


def _evidence(data: ChecklistPrint) -> Iterator[kit.Part]:
    """Every file by its name, and the pictures, small."""
    if not data.evidence:
        return
    numbers = {
        place: (number, item)
        for _title, points in _sections(data.form.items)
        for place, number, item in points
    }
    rows, pictures = [], []
    for count, held in enumerate(data.evidence, 1):
        number, item = numbers.get(held.item, (0, None))
        of = own(_("The whole list")) if item is None else f"{number}. {item.title}"
        rows.append(Row((str(count), of, held.name, held.added)))
        if held.picture:
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
        yield _("Unit of the organisation"), _LINE
        yield _("For"), _LINE
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
    return ", ".join(part for part in (name, _moment(at)) if part)


def _moment(at: str) -> str:
    form = "%Y-%m-%d %H:%M" if language() == "en" else "%Y-%m-%d %H.%M"
    return datetime.fromisoformat(at).strftime(form) if at else ""


def _sections(items: tuple[ChecklistItem, ...]) -> list[_Section]:
    """The items under their heads, each with its place and its number among the points."""
    found: list[_Section] = [("", [])]
    number = 0
    for place, item in enumerate(items, 1):
        if item.kind is ItemKind.HEADING:
            found.append((item.title, []))
            continue
        number += 1
        found[-1][1].append((place, number, item))
    return [section for section in found if section[1]]


def _table(
    data: ChecklistPrint, title: str, points: list[tuple[int, int, ChecklistItem]]
) -> TableSpec:
    blank = data.checklist is None
    last = _("Comment") if blank else _("Comment, by whom and when")
    columns = (
        ColumnSpec(own(_("No.")), weight=0),
        ColumnSpec(own(_("What is asked")), weight=1.7),
        ColumnSpec(own(_("Answer")), weight=1),
        ColumnSpec(own(last), weight=1.4),
    )
    rows = tuple(
        Row((str(number), _asked(item), *_told(data, place, item)))
        for place, number, item in points
    )
    summary = _("What is asked, the answer, and what was noted.")
    return TableSpec(title or own(_("Items")), columns, rows, row_heads=False, summary=summary)


def _asked(item: ChecklistItem) -> Words:
    lines: list[Words] = [item.title if item.obligatory else own(_("{item} (voluntary)"),
                                                                 item=item.title)]  # fmt: skip
    limits = checklist_form.limits(item)
    if limits:
        lines.append(own(limits))
    if item.help:
        lines.append(item.help)
    return joined(lines)


def _told(data: ChecklistPrint, place: int, item: ChecklistItem) -> tuple[Words, Words]:
    """The answer, and what was noted with it; boxes and room to write where it is blank."""
    if data.checklist is None:
        return _boxes(item), ""
    answer = data.answers.get(place)
    if answer is None:
        return own(EN_DASH), ""
    said = checklist_form.said(item, answer.value)
    program = item.kind in (ItemKind.YES_NO, ItemKind.NUMBER) or answer.value == "na"
    lines: list[Words] = [own(said) if program else said]
    if answer.failed:
        lines = [(richtext.Text(said, bold=True),)]
        lines.append(own(_("Failure: {why}"), why=checklist_form.why(item, answer.value)))
    noted: list[Words] = [answer.comment] if answer.comment else []
    stamp = _by(answer.by, answer.at)
    return joined(lines), joined([*noted, stamp] if stamp else noted)


def _boxes(item: ChecklistItem) -> Words:
    if item.kind is ItemKind.YES_NO:
        offered: list[Words] = [own(_("Yes")), own(_("No")), own(_("Not applicable"))]
    elif item.kind is ItemKind.CHOICE:
        offered = list(checklist_form.options(item))
    else:
        return f"{_LINE} {item.measure}".rstrip()
    return joined([own(f"{_BOX} {{answer}}", answer=words) for words in offered])
