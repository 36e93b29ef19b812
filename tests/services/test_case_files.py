"""Files of cases: hidden with a secret one, told in an extract, and gone with what they were of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from styrdesk.domain.attachment import PDF, Attachment
from styrdesk.domain.criteria import From
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.sought import Sought
from tests.services.test_retention import Desk, desk, everywhere

__all__ = ["desk"]  # a fixture
NAME: Final = "Zaphoda Beeblebrox"
SAID: Final = "Kvittot ligger hos Zaphoda Beeblebrox"
INSIDE: Final = b"%PDF-1.7 handskrivet av Ford Prefect"


def attached(desk: Desk, case: str, name: str = "brev.pdf", content: bytes = INSIDE) -> Attachment:
    desk.services.attachments.add("case", case, name, content)
    return desk.services.attachments.of("case", case)[-1]


def read(desk: Desk, one: Attachment) -> None:
    """As the keeper does: what is written in it may be found."""
    with desk.services.work.step("Read"):
        desk.services.file.search.keep_text(one.file, SAID)


@pytest.fixture
def one(desk: Desk) -> Attachment:
    return attached(desk, "open")


def hits(desk: Desk, words: str) -> set[str]:
    return {key for _table, key in desk.services.file.search.find(words)[0]}


# ---- with the case -------------------------------------------------------------------------------


def test_a_closed_case_keeps_its_files_as_they_are(desk: Desk, one: Attachment) -> None:
    desk.close("open", date(2026, 11, 1))
    with pytest.raises(RuleBroken, match="closed"):
        attached(desk, "open")
    with pytest.raises(RuleBroken, match="closed"):
        desk.services.attachments.replace(one.id, "annat.pdf", INSIDE)
    with pytest.raises(RuleBroken, match="closed"):
        desk.services.attachments.remove(one.id)
    assert desk.services.attachments.of("case", "open") == (one,)
    assert desk.services.attachments.content(one) == INSIDE


def test_they_go_to_the_trash_with_it_and_come_back(desk: Desk, one: Attachment) -> None:
    desk.services.cases.delete("open")
    assert desk.services.attachments.of("case", "open") == ()
    desk.services.work.undo()
    assert desk.services.attachments.of("case", "open") == (one,)


# ---- secret --------------------------------------------------------------------------------------


def secret(desk: Desk, *, on: bool) -> None:
    desk.services.cases.save(replace(desk.services.cases.get("open"), secret=on))


def test_what_a_secret_case_holds_is_found_neither_by_name_nor_by_what_stands_in_it(
    desk: Desk, one: Attachment
) -> None:
    read(desk, one)
    assert one.id in hits(desk, "brev") & hits(desk, "kvittot")
    secret(desk, on=True)
    assert one.id not in hits(desk, "brev") | hits(desk, "kvittot")
    new = attached(desk, "open", "kvitto.pdf", INSIDE + b" igen")
    assert new.id not in hits(desk, "kvitto")
    assert desk.services.file.search.unread() == []  # the keeper does not read it either
    secret(desk, on=False)
    assert one.id in hits(desk, "brev") & hits(desk, "kvittot")
    assert desk.services.file.search.unread() == [(new.file, PDF)]


def test_its_names_are_masked_in_the_history_and_the_trash(desk: Desk, one: Attachment) -> None:
    secret(desk, on=True)
    history = desk.services.history.of("case", "open")
    events = history.rows(0, history.count())
    assert [event for event in events if event.table == "attachment"]
    assert not [event for event in events if "brev" in event.part]
    assert not [event for event in events if "brev" in "".join(history.told(event))]
    desk.services.attachments.remove(one.id)
    rows = desk.services.trash.rows()
    thrown = [row for row in rows.rows(0, rows.count()) if row.table == "attachment"]
    assert [("secret" in row.name, "brev" in row.name) for row in thrown] == [(True, False)]


# ---- what is told of a person --------------------------------------------------------------------


def traced(desk: Desk, reason: str | None = None) -> dict[str, bool]:
    """The files that an extract tells of, and whether because of what stands in them."""
    made = desk.services.personal_data.find(Sought((NAME,)), reason=reason)
    spots = [trace.spot for trace in made.traces if trace.spot.table == "attachment"]
    return {spot.key: spot.file for spot in spots}


def test_an_extract_tells_the_files_of_who_wrote_in(desk: Desk, one: Attachment) -> None:
    assert traced(desk) == {f"attachment/{one.id}/name": False}
    read(desk, one)
    assert traced(desk) == {f"attachment/{one.id}/name": False, f"attachment/{one.id}/file": True}


def test_those_of_a_secret_case_are_told_with_a_reason(desk: Desk, one: Attachment) -> None:
    read(desk, one)
    secret(desk, on=True)
    assert traced(desk) == {}
    told = traced(desk, "Begäran om utdrag")
    assert told == {f"attachment/{one.id}/name": False, f"attachment/{one.id}/file": True}


# ---- gone ----------------------------------------------------------------------------------------


@pytest.fixture
def gone(desk: Desk) -> Desk:
    """Files whose words stand in the file, its search and a backup; one of them in the trash."""
    first = attached(desk, "open", f"Brev från {NAME}.pdf")
    read(desk, first)
    second = attached(desk, "open", "foto.pdf", b"%PDF-1.7 Arthur Dent")
    desk.services.attachments.remove(second.id)
    desk.services.backups.secure(desk.services.backups.kept()[0].reason)
    assert len(everywhere(desk, "Ford Prefect")) >= 2
    return desk


WORDS: Final = ("Ford Prefect", "Arthur Dent", "Kvittot", "Brev från Zaphoda", "Beeblebrox.pdf")


def test_by_rule_they_go_with_the_case_from_every_byte(gone: Desk) -> None:
    gone.close("open", date(2024, 11, 1))
    gone.rule()
    assert gone.dispose() is None
    assert gone.services.file.store.rows(Attachment, {"size": From(1)}) == ()
    for words in WORDS:
        assert everywhere(gone, words) == [], words


def test_made_anonymous_it_loses_them_from_every_byte(gone: Desk) -> None:
    assert gone.services.retention.anonymise("open", ["Beeblebrox"], files=True) is None
    assert gone.services.attachments.of("case", "open") == ()
    for words in WORDS:
        assert everywhere(gone, words) == [], words


def test_where_they_are_left_their_names_are_made_anonymous(gone: Desk) -> None:
    assert gone.services.retention.anonymise("open", ["Beeblebrox"], files=False) is None
    (left,) = gone.services.attachments.of("case", "open")
    assert left.name == "Brev från […].pdf"
    assert gone.services.attachments.content(left) == INSIDE
    assert everywhere(gone, "Brev från Zaphoda") == []
