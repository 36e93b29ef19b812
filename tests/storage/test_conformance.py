"""The tables the migrations make are the records, field for field."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal

import pytest

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.record import specs
from styrdesk.storage import connection, schema, triggers
from styrdesk.storage.file import File
from styrdesk.storage.store import listed
from tests.migrations.sql import REGISTER_COLUMNS, affinity, lacking, on_delete, statements


def expected_columns(table: str) -> list[tuple[str, str, bool]]:
    found = [(s.name, affinity(s), not s.optional) for s in specs(RECORDS[table])]
    extra = REGISTER_COLUMNS if listed(table)[0] else ()
    return found + [(name, "TEXT", True) for name in extra]


def expected_links(table: str) -> set[tuple[str, str, str, str]]:
    found = set()
    for spec in specs(RECORDS[table]):
        if spec.link:
            found.add((spec.name, spec.link, "id", on_delete(spec)))
    return found


def test_every_record_has_its_table_and_every_table_its_record(opened: File) -> None:
    tables = set(triggers.journaled(opened.db))
    assert set(RECORDS) <= tables, lacking(set(RECORDS) - tables)
    assert tables <= set(RECORDS), "a table without a line in domain/catalogue.py"


@pytest.mark.parametrize("table", RECORDS)
def test_the_sql_told_to_who_forgot_it_is_the_right_one(table: str) -> None:
    db = connection.Database(":memory:")
    for statement in ast.literal_eval(f"(\n{statements(table)})"):
        db.execute_sql(statement)
    columns = db.asked('SELECT name, type, "notnull" FROM pragma_table_info(?)', table)
    assert [(name, kind, bool(must)) for name, kind, must in columns] == expected_columns(table)
    ties = db.asked(
        'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?)', table
    )
    assert set(ties) == expected_links(table)
    db.close()


@pytest.mark.parametrize("table", RECORDS)
def test_a_table_has_the_fields_of_its_record(opened: File, table: str) -> None:
    rows = opened.db.asked('SELECT name, type, "notnull" FROM pragma_table_info(?)', table)
    found = [(name, kind, bool(must)) for name, kind, must in rows]
    assert found == expected_columns(table), f"A new {table} would be:\n{statements(table)}"


@pytest.mark.parametrize("table", RECORDS)
def test_a_table_is_tied_as_its_record_says(opened: File, table: str) -> None:
    rows = opened.db.asked(
        'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?)', table
    )
    assert set(rows) == expected_links(table)


@pytest.mark.parametrize("table", RECORDS)
def test_every_tie_can_be_followed_backwards_without_reading_the_whole_table(
    opened: File, table: str
) -> None:
    indexed = {
        column
        for (index,) in opened.db.asked("SELECT name FROM pragma_index_list(?)", table)
        for (column,) in opened.db.asked("SELECT name FROM pragma_index_info(?)", index)
    }
    assert {name for name, *_rest in expected_links(table)} <= indexed


@pytest.mark.parametrize("table", RECORDS)
def test_the_triggers_of_a_table_tell_of_every_column(opened: File, table: str) -> None:
    rows = opened.db.asked(
        "SELECT name, sql FROM sqlite_schema "
        "WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'journal%'",
        table,
    )
    names = [name for name, *_rest in expected_columns(table)]
    assert sorted(name for name, _sql in rows) == [
        f"journal_{table}_{op}" for op in ("delete", "insert", "update")
    ]
    assert {sql for _name, sql in rows} == set(triggers.recording(table, names))


def test_no_trigger_calls_a_function(opened: File) -> None:
    rows = opened.db.asked("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    assert [sql for (sql,) in rows if "json" in sql.lower() or "swedish" in sql] == []


def test_a_new_file_is_as_expected(opened: File) -> None:
    assert schema.strange(opened.db) == ""


def test_what_the_migrations_make_is_known_without_running_them(opened: File) -> None:
    assert schema.digest(schema.of(opened.db)) == schema.DIGEST  # else write this in schema.py


@pytest.mark.parametrize("table", [t for t in RECORDS if listed(t)[0]])
def test_a_listed_register_is_sorted_and_searched(opened: File, table: str) -> None:
    kind = RECORDS[table]
    assert opened.store.rows(kind, words="ord", order=("sort_key",)) == ()
    assert set(listed(table)[0]) <= set(listed(table)[1])
    fields = {spec.name: spec.kind for spec in specs(kind)}
    assert {fields[name] for name in listed(table)[1]} == {str}


@pytest.mark.parametrize("table", [t for t in RECORDS if not listed(t)[0]])
def test_a_register_that_is_not_listed_has_no_column_for_it(opened: File, table: str) -> None:
    columns = {column.name for column in opened.db.get_columns(table)}
    assert not columns & set(REGISTER_COLUMNS)


def test_fields_are_of_the_kinds_a_column_can_keep() -> None:
    kinds = {spec.kind for kind in RECORDS.values() for spec in specs(kind)}
    assert {k for k in kinds if not issubclass(k, str)} == {int, bool, date, Decimal}
