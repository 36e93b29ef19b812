"""Schema 6: governing documents, routines, and what is kept with them."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE document_type (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        yearly INTEGER NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE governing_document (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        version INTEGER NOT NULL,
        standing TEXT NOT NULL,
        replaces_id TEXT REFERENCES governing_document (id) ON DELETE SET NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT,
        valid_from TEXT,
        valid_to TEXT,
        review_due TEXT,
        document_type_id TEXT NOT NULL REFERENCES document_type (id),
        registration_number TEXT NOT NULL,
        paragraph TEXT NOT NULL,
        applies_to TEXT NOT NULL,
        summary TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX governing_document_committee_id ON governing_document (committee_id)",
    "CREATE INDEX governing_document_unit_id ON governing_document (unit_id)",
    "CREATE INDEX governing_document_responsible_id ON governing_document (responsible_id)",
    "CREATE INDEX governing_document_replaces_id ON governing_document (replaces_id)",
    "CREATE INDEX governing_document_document_type_id ON governing_document (document_type_id)",
    """
    CREATE TABLE document_relation (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT NOT NULL REFERENCES governing_document (id) ON DELETE CASCADE,
        regulation_id TEXT REFERENCES regulation (id) ON DELETE SET NULL,
        other_id TEXT REFERENCES governing_document (id) ON DELETE SET NULL,
        comment TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX document_relation_governing_document_id
        ON document_relation (governing_document_id)
    """,
    "CREATE INDEX document_relation_regulation_id ON document_relation (regulation_id)",
    "CREATE INDEX document_relation_other_id ON document_relation (other_id)",
    """
    CREATE TABLE document_review (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT NOT NULL REFERENCES governing_document (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        done_on TEXT,
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        result TEXT NOT NULL,
        comment TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX document_review_governing_document_id ON document_review (governing_document_id)",
    "CREATE INDEX document_review_person_id ON document_review (person_id)",
    """
    CREATE TABLE routine (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        version INTEGER NOT NULL,
        standing TEXT NOT NULL,
        replaces_id TEXT REFERENCES routine (id) ON DELETE SET NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT,
        valid_from TEXT,
        valid_to TEXT,
        review_due TEXT,
        purpose TEXT NOT NULL,
        scope TEXT NOT NULL,
        background TEXT NOT NULL,
        duties TEXT NOT NULL,
        how TEXT NOT NULL,
        documentation TEXT NOT NULL,
        follow_up TEXT NOT NULL,
        related TEXT NOT NULL,
        revision TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX routine_committee_id ON routine (committee_id)",
    "CREATE INDEX routine_unit_id ON routine (unit_id)",
    "CREATE INDEX routine_responsible_id ON routine (responsible_id)",
    "CREATE INDEX routine_replaces_id ON routine (replaces_id)",
    """
    CREATE TABLE routine_regulation (
        id TEXT PRIMARY KEY NOT NULL,
        routine_id TEXT NOT NULL REFERENCES routine (id) ON DELETE CASCADE,
        regulation_id TEXT NOT NULL REFERENCES regulation (id),
        sections TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX routine_regulation_routine_id ON routine_regulation (routine_id)",
    "CREATE INDEX routine_regulation_regulation_id ON routine_regulation (regulation_id)",
    """
    CREATE TABLE attachment (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT REFERENCES governing_document (id) ON DELETE CASCADE,
        routine_id TEXT REFERENCES routine (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        file TEXT NOT NULL,
        added_on TEXT,
        added_by TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX attachment_governing_document_id ON attachment (governing_document_id)",
    "CREATE INDEX attachment_routine_id ON attachment (routine_id)",
    """
    CREATE TABLE receipt (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT REFERENCES governing_document (id) ON DELETE CASCADE,
        routine_id TEXT REFERENCES routine (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        read_on TEXT
    ) WITHOUT ROWID
    """,
    "CREATE INDEX receipt_governing_document_id ON receipt (governing_document_id)",
    "CREATE INDEX receipt_routine_id ON receipt (routine_id)",
    "CREATE INDEX receipt_person_id ON receipt (person_id)",
    "CREATE INDEX governing_document_review_due ON governing_document (review_due)",
    "CREATE INDEX routine_review_due ON routine (review_due)",
    """
    ALTER TABLE process_step ADD COLUMN
        routine_id TEXT REFERENCES routine (id) ON DELETE SET NULL
    """,
    "CREATE INDEX process_step_routine_id ON process_step (routine_id)",
)
