"""The SQL that a record's table must have, told to whoever forgot it or wrote another."""

from __future__ import annotations

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.record import FieldSpec, specs
from styrdesk.storage.store import listed

SQL_WORDS = frozenset({"case"})
REGISTER_COLUMNS = ("sort_key", "folded")


def affinity(spec: FieldSpec) -> str:
    """The type of a field's column."""
    return "INTEGER" if spec.kind in (int, bool) else "TEXT"


def on_delete(spec: FieldSpec) -> str:
    """What becomes of a row when the one it points at goes."""
    return "CASCADE" if spec.owned else "SET NULL" if spec.optional else "NO ACTION"


def _word(table: str) -> str:
    """The table's name, in quotation marks where SQL has the word for its own."""
    return f'"{table}"' if table in SQL_WORDS else table


def _quoted(statement: str) -> str:
    return f"'{statement}'" if '"' in statement else f'"{statement}"'


def statements(table: str) -> str:
    """A new table with an index for each link."""
    columns = [_column(spec) for spec in specs(RECORDS[table])]
    columns += [f"{name} TEXT NOT NULL" for name in REGISTER_COLUMNS if listed(table)[0]]
    body = ",\n        ".join(columns)
    made = [f'"""\n    CREATE TABLE {_word(table)} (\n        {body}\n    ) WITHOUT ROWID\n    """']
    made += [
        _quoted(f"CREATE INDEX {table}_{spec.name} ON {_word(table)} ({spec.name})")
        for spec in specs(RECORDS[table])
        if spec.link
    ]
    return "".join(f"    {statement},\n" for statement in made)


def _column(spec: FieldSpec) -> str:
    must = "" if spec.optional else " NOT NULL"
    if spec.name == "id":
        must = " PRIMARY KEY NOT NULL"
    goes = on_delete(spec)
    tie = f" REFERENCES {_word(spec.link)} (id)" if spec.link else ""
    return f"{spec.name} {affinity(spec)}{must}{tie}" + (
        f" ON DELETE {goes}" if tie and goes != "NO ACTION" else ""
    )


def lacking(tables: set[str]) -> str:
    """What to do about records without a table."""
    made = "\n".join(statements(table) for table in RECORDS if table in tables)
    return (
        f"No migration makes {', '.join(sorted(tables))}. Write the next storage/migrations/m000N_x"
        f".py, a line in MIGRATIONS, then `python -m tests.migrations.make`:\n{made}"
    )
