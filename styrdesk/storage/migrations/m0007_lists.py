"""Schema 7: the index of the search over everything, and saved filters of lists."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE search_entry (
        seq INTEGER PRIMARY KEY NOT NULL,
        tbl TEXT NOT NULL,
        record TEXT NOT NULL,
        head TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX search_entry_record ON search_entry (tbl, record)",
    """
    CREATE VIRTUAL TABLE search_words USING fts5 (
        head, body, content = 'search_entry', content_rowid = 'seq',
        tokenize = 'trigram', detail = 'column', columnsize = 0
    )
    """,
    "CREATE TABLE search_state (change INTEGER NOT NULL)",
    "INSERT INTO search_state VALUES (-1)",
    """
    CREATE TABLE saved_filter (
        id TEXT PRIMARY KEY NOT NULL,
        register TEXT NOT NULL,
        name TEXT NOT NULL,
        words TEXT NOT NULL,
        chips TEXT NOT NULL,
        sort TEXT NOT NULL,
        descending INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)
