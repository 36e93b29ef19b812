"""Schema 13: a gallring as one record with what each rule took, and what was left and why."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE disposal_line (
        id TEXT PRIMARY KEY NOT NULL,
        disposal_id TEXT NOT NULL REFERENCES disposal (id) ON DELETE CASCADE,
        rule TEXT NOT NULL,
        matter TEXT NOT NULL,
        basis TEXT NOT NULL,
        number INTEGER NOT NULL,
        earliest TEXT,
        until TEXT,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX disposal_line_disposal_id ON disposal_line (disposal_id)",
    """
    CREATE TABLE disposal_exemption (
        id TEXT PRIMARY KEY NOT NULL,
        disposal_id TEXT NOT NULL REFERENCES disposal (id) ON DELETE CASCADE,
        matter TEXT NOT NULL,
        name TEXT NOT NULL,
        closed_on TEXT,
        reason TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX disposal_exemption_disposal_id ON disposal_exemption (disposal_id)",
    """
    INSERT INTO disposal_line (
        id, disposal_id, rule, matter, basis, number, earliest, until, position
    )
    SELECT id, id, rule, kind, '', number, NULL, until, 0 FROM disposal
    """,
    "ALTER TABLE disposal DROP COLUMN rule",
    "ALTER TABLE disposal DROP COLUMN kind",
    "ALTER TABLE disposal DROP COLUMN until",
    "ALTER TABLE disposal ADD COLUMN committee TEXT NOT NULL DEFAULT ''",
)
