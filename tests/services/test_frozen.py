"""What is signed, replaced or withdrawn is as it was, by whatever door one comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistTemplate,
    ChecklistVersion,
)
from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import (
    DocumentRelation,
    DocumentReview,
    DocumentType,
    GoverningDocument,
)
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine, RoutineRegulation
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services

FILE = b"%PDF-1.7 what it says"
DAY = date(2025, 11, 3)
HELD = (
    *(Checklist, ChecklistAnswer, ChecklistVersion, Attachment),
    *(GoverningDocument, DocumentRelation, DocumentReview, Routine, RoutineRegulation),
)
Door = Callable[[Services], object]


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    """A signed list, a withdrawn document and a withdrawn routine, each with a file and lines."""
    use_language("en")
    with empty_services(lambda: "me") as made:
        made.people.add(Person("me", "Åsa Öberg"))
        made.committees.add(Committee("n", name="Nämnden"))
        made.checklist_templates.add(ChecklistTemplate("t", "n", "Rond", valid_from=DAY))
        made.checklist_items.add(ChecklistItem("i", "t", "Is it clean?"))
        made.checklist_items.add(ChecklistItem("j", "t", "Anything else?", obligatory=False))
        made.regulations.add(Regulation("l", title="Skollag"))
        made.document_types.add(DocumentType("dt", name="Policy"))
        made.governing_documents.add(
            GoverningDocument("d", title="Resepolicy", document_type_id="dt", decided_on=DAY)
        )
        made.routines.add(Routine("r", title="Egenkontroll", decided_on=DAY))
        made.document_relations.add(DocumentRelation("dl", "d", regulation_id="l"))
        made.document_reviews.add(DocumentReview("dr", "d", done_on=DAY))
        made.routine_regulations.add(RoutineRegulation("rl", "r", "l"))
        key = made.checklists.begin("t", "n", None, DAY)
        made.checklists.answer(key, 1, "yes")
        for owner, record in (("checklist", key), ("governing_document", "d"), ("routine", "r")):
            made.attachments.add(owner, record, "a.pdf", FILE, 1 if owner == "checklist" else 0)
            # one that lies in the trash when its owner is frozen
            made.attachments.add(owner, record, "b.pdf", FILE)
            gone = [one for one in made.attachments.of(owner, record) if one.name == "b.pdf"]
            made.attachments.remove(gone[0].id)
        made.checklists.answer(key, 2, "yes")
        made.checklists.answer(key, 2, "")
        for kind in (made.documents, made.routine_versions):
            kind.take_effect("d" if kind is made.documents else "r")
            kind.withdraw("d" if kind is made.documents else "r")
        made.checklists.sign(key)
        yield made
        made.attachments.opened.close()


def frozen(services: Services) -> dict[str, Any]:
    return {row.id: row for kind in HELD for row in services.file.store.rows(kind)}


def _list(services: Services) -> str:
    return services.checklists.rows()[0].id


def _files(services: Services) -> list[str]:
    return [row.id for row in services.file.store.rows(Attachment)]


def _restore(services: Services) -> None:
    for thrown in services.trash.rows().rows(0, 20):
        with suppress(RuleBroken):
            services.trash.restore(thrown.id)


def _edit(register: str, key: str, field: str) -> Door:
    def door(services: Services) -> None:
        held = getattr(services, register)
        held.save(replace(held.get(key), **{field: "another word"}))

    return door


def _all_of(*doors: Door) -> Door:
    def door(services: Services) -> None:
        for each in doors:
            with suppress(RuleBroken):
                each(services)

    return door


DOORS: dict[str, Door] = {
    "answer": lambda s: s.checklists.answer(_list(s), 1, "no"),
    "answer another": lambda s: s.checklists.answer(_list(s), 2, "yes"),
    "take an answer away": lambda s: s.checklists.answer(_list(s), 1, ""),
    "comment": lambda s: s.checklists.comment(_list(s), 1, "But not very"),
    "sign again": lambda s: s.checklists.sign(_list(s), "Me too"),
    "save the list": lambda s: s.checklists.save(replace(s.checklists.rows()[0], remark="Well")),
    "copy the list": lambda s: s.checklists.duplicate(_list(s)),
    "write in many": lambda s: s.checklists.change([_list(s)], "remark", "Well"),
    "delete the list": lambda s: s.checklists.delete(_list(s)),
    "attach to the list": lambda s: s.attachments.add("checklist", _list(s), "c.pdf", FILE),
    "attach to a point": lambda s: s.attachments.add("checklist", _list(s), "c.pdf", FILE, 2),
    "attach to the document": lambda s: s.attachments.add("governing_document", "d", "c", FILE),
    "attach to the routine": lambda s: s.attachments.add("routine", "r", "c", FILE),
    "replace files": _all_of(
        *(lambda s, n=n: s.attachments.replace(_files(s)[n], "other.pdf", FILE) for n in range(3))
    ),
    "remove files": _all_of(*(lambda s, n=n: s.attachments.remove(_files(s)[n]) for n in range(3))),
    "restore from the trash": _restore,
    "edit the document": _edit("governing_documents", "d", "title"),
    "edit the routine": _edit("routines", "r", "how"),
    "edit a relation": _edit("document_relations", "dl", "comment"),
    "edit a review": _edit("document_reviews", "dr", "comment"),
    "edit a legal basis": _edit("routine_regulations", "rl", "sections"),
    "review": lambda s: s.documents.review(DocumentReview("new", "d", done_on=DAY)),
    "add a relation": lambda s: s.document_relations.add(
        DocumentRelation("new", "d", regulation_id="l")
    ),
    "add a legal basis": lambda s: s.routine_regulations.add(RoutineRegulation("new", "r", "l")),
    "delete a relation": lambda s: s.document_relations.delete("dl"),
    "delete a review": lambda s: s.document_reviews.delete("dr"),
    "delete a legal basis": lambda s: s.routine_regulations.delete("rl"),
    "put in force": lambda s: s.documents.take_effect("d"),
    "adopt": lambda s: s.routine_versions.adopt("r", "Me", DAY, None),
    "undo": lambda s: s.work.undo(),
    "change the template": lambda s: s.checklist_items.save(
        replace(s.checklist_items.get("i"), title="Is it dirty?", no_fails=False)
    ),
}


@settings(max_examples=60)
@given(names=st.lists(st.sampled_from(sorted(DOORS)), min_size=1, max_size=6))
def test_what_is_frozen_stays_as_it_was_by_every_door(services: Services, names: list[str]) -> None:
    before = frozen(services)
    assert services.governing_documents.get("d").standing is Standing.WITHDRAWN
    for name in names:
        with suppress(RuleBroken):
            DOORS[name](services)
        assert frozen(services) == before, name
