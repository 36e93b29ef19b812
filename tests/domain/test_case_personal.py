"""The list of where a case may speak of persons names fields that there are, and all texts."""

from __future__ import annotations

from styrdesk.domain.case_personal import NAMES, STAFF, WORDS
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.record import specs

# Texts of a case that the program itself writes, or that are of the work alone.
NOT_OF_PERSONS = {
    *(("case", name) for name in ("code", "registration_number")),
    *(("case_link", name) for name in ("target", "record")),
    ("case_event", "at"),
    *(("attachment", name) for name in ("media_type", "file")),
}


def test_every_text_of_a_case_is_on_the_list_or_is_of_no_person() -> None:
    listed = {
        (table, name) for part in (NAMES, WORDS, STAFF) for table, names in part.items()
        for name in names
    }  # fmt: skip
    tables = {"case", "cause", "measure", "case_letter", "case_link", "case_event", "attachment"}
    texts = {
        (table, spec.name)
        for table in tables
        for spec in specs(RECORDS[table])
        if spec.kind is str and not spec.link and spec.name != "id"
    }
    assert texts - listed == NOT_OF_PERSONS
    fields = {(table, spec.name) for table in tables for spec in specs(RECORDS[table])}
    assert listed <= fields
