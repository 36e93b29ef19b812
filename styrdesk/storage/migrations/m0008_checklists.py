"""Schema 8: templates of checklists, their frozen versions, and the lists that are filled in.

Frozen: never edited after release. The wide indexes answer lists, what is due, and outcome over
time without reading the lists themselves.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE checklist_template (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL, title TEXT NOT NULL,
        purpose TEXT NOT NULL, responsible TEXT NOT NULL, frequency TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX checklist_template_committee_id ON checklist_template (committee_id)",
    "CREATE INDEX checklist_template_frequency ON checklist_template (frequency)",
    """
    CREATE TABLE checklist_unit (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES unit (id),
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX checklist_unit_template_id ON checklist_unit (template_id)",
    "CREATE INDEX checklist_unit_unit_id ON checklist_unit (unit_id)",
    "CREATE INDEX checklist_unit_person_id ON checklist_unit (person_id)",
    """
    CREATE TABLE checklist_item (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id) ON DELETE CASCADE,
        title TEXT NOT NULL, kind TEXT NOT NULL, help TEXT NOT NULL, obligatory INTEGER NOT NULL,
        no_fails INTEGER NOT NULL, low TEXT, high TEXT, measure TEXT NOT NULL,
        choices TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX checklist_item_template_id ON checklist_item (template_id)",
    """
    CREATE TABLE checklist_version (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id), number INTEGER NOT NULL,
        content TEXT NOT NULL, made_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX checklist_version_template_id ON checklist_version (template_id, number)",
    """
    CREATE TABLE checklist (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id),
        version_id TEXT NOT NULL REFERENCES checklist_version (id),
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL, title TEXT NOT NULL,
        place TEXT NOT NULL, occasion TEXT, status TEXT NOT NULL, points INTEGER NOT NULL,
        answered INTEGER NOT NULL, failed INTEGER NOT NULL, started_at TEXT NOT NULL,
        started_by TEXT NOT NULL, signed_at TEXT NOT NULL, signed_by TEXT NOT NULL,
        reopened_at TEXT NOT NULL, reopened_by TEXT NOT NULL, remark TEXT NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX checklist_template_id
    ON checklist (template_id, occasion, unit_id, status, answered, failed)
    """,
    "CREATE INDEX checklist_version_id ON checklist (version_id)",
    """
    CREATE INDEX checklist_committee_id
    ON checklist (committee_id, occasion, status, failed, folded)
    """,
    "CREATE INDEX checklist_unit_id ON checklist (unit_id)",
    """
    CREATE TABLE checklist_answer (
        id TEXT PRIMARY KEY NOT NULL,
        checklist_id TEXT NOT NULL REFERENCES checklist (id) ON DELETE CASCADE,
        item INTEGER NOT NULL, value TEXT NOT NULL, failed INTEGER NOT NULL,
        comment TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX checklist_answer_checklist_id ON checklist_answer (checklist_id, item)",
    """
    ALTER TABLE attachment
    ADD COLUMN checklist_id TEXT REFERENCES checklist (id) ON DELETE CASCADE
    """,
    "CREATE INDEX attachment_checklist_id ON attachment (checklist_id)",
)
