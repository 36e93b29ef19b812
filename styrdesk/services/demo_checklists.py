"""The demo's filled-in checklists: stamped as on the day they were filled in.

A row of `resources/demo/checklists_filled.toml` names its template and unit as `demo_records` does,
and has its answers in the order of the template's items, headings left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from styrdesk.base.paths import resource
from styrdesk.domain import checklist_form
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistVersion,
)
from styrdesk.domain.checklist_form import Form
from styrdesk.domain.organisation import Unit
from styrdesk.domain.record import Record
from styrdesk.services.demo_records import demo_id
from styrdesk.services.styrmodell import load
from styrdesk.storage.store import Store

FILE: Final = "checklists_filled.toml"


def demo_checklists(store: Store) -> Iterator[Record]:
    """The lists with their versions and answers, each before those that point at it.

    Args:
        store: Of a file that holds the demo's templates and units already.
    """
    versions: dict[str, tuple[ChecklistVersion, Form]] = {}
    for number, row in enumerate(load(resource("demo", FILE))["filled"]):
        template_id = demo_id("checklist_template", row["template"])
        if template_id not in versions:
            versions[template_id] = _version(store, template_id)
            yield versions[template_id][0]
        version, form = versions[template_id]
        yield from _filled(store, number, row, version, form)


def _version(store: Store, template_id: str) -> tuple[ChecklistVersion, Form]:
    template = store.get(ChecklistTemplate, template_id)
    items = store.rows(ChecklistItem, {"template_id": template_id})
    form = checklist_form.form_of(template, items)
    made_at = _at(template.valid_from or date.min, 8, 0)
    made_id = demo_id("checklist_version", template_id)
    return ChecklistVersion(made_id, template_id, 1, checklist_form.dump(form), made_at), form


def _filled(
    store: Store, number: int, row: dict[str, Any], version: ChecklistVersion, form: Form
) -> Iterator[Record]:
    (unit,) = store.rows(Unit, {"name": row["unit"]})
    key, day, signed = demo_id("checklist", str(number)), row["on"], not row.get("open")
    answers = list(_answers(key, row, form))
    come = checklist_form.progress(form, answers)
    yield Checklist(
        key,
        version.template_id,
        version.id,
        unit.committee_id,
        unit.id,
        title=form.title,
        place=unit.name,
        occasion=row.get("occasion"),
        status=ChecklistStatus.SIGNED if signed else ChecklistStatus.OPEN,
        points=come.points,
        answered=come.answered if signed else 0,
        failed=come.failed if signed else 0,
        started_at=_at(day, 8, 0),
        started_by=row["by"],
        signed_at=_at(day, 9, 5) if signed else "",
        signed_by=row["by"] if signed else "",
    )
    yield from answers


def _answers(key: str, row: dict[str, Any], form: Form) -> Iterator[ChecklistAnswer]:
    comments = row.get("comments", {})
    told = zip(form.points(), row["answers"].split("|"), strict=True)
    for count, ((place, item), words) in enumerate(told, 1):
        comment = comments.get(str(count), "")
        empty = ChecklistAnswer(demo_id("checklist_answer", f"{key} {place}"), key, place,
                                comment=comment)  # fmt: skip
        value = checklist_form.read(item, words)
        if value or comment:
            at = _at(row["on"], 8, 4 * count)
            yield checklist_form.stamped(empty, item, value, at, row["by"])


def _at(day: date, hour: int, minute: int) -> str:
    """A moment of a day in Swedish time."""
    offset = "+02:00" if 4 <= day.month <= 10 else "+01:00"  # noqa: PLR2004  # near enough
    return f"{day.isoformat()}T{hour:02}:{minute:02}:00{offset}"
