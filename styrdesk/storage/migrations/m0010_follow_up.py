"""Schema 10: self-checks with their measures, results of controls, and reports on quality."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE self_check (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        title TEXT NOT NULL,
        requirement TEXT NOT NULL,
        regulation_id TEXT REFERENCES regulation (id) ON DELETE SET NULL,
        governing_document_id TEXT REFERENCES governing_document (id) ON DELETE SET NULL,
        routine_id TEXT REFERENCES routine (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        period TEXT NOT NULL,
        method TEXT NOT NULL,
        sample TEXT NOT NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        planned_for TEXT,
        done_on TEXT,
        done_by_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        looked_at TEXT NOT NULL,
        result TEXT NOT NULL,
        deviations INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX self_check_committee_id ON self_check (committee_id, planned_for)",
    "CREATE INDEX self_check_regulation_id ON self_check (regulation_id)",
    "CREATE INDEX self_check_governing_document_id ON self_check (governing_document_id)",
    "CREATE INDEX self_check_routine_id ON self_check (routine_id)",
    "CREATE INDEX self_check_unit_id ON self_check (unit_id)",
    "CREATE INDEX self_check_responsible_id ON self_check (responsible_id)",
    "CREATE INDEX self_check_done_by_id ON self_check (done_by_id)",
    "CREATE INDEX self_check_done_on ON self_check (done_on, planned_for)",
    """
    CREATE TABLE self_check_measure (
        id TEXT PRIMARY KEY NOT NULL,
        self_check_id TEXT NOT NULL REFERENCES self_check (id) ON DELETE CASCADE,
        deviation TEXT NOT NULL,
        title TEXT NOT NULL,
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        due TEXT,
        done_on TEXT,
        effect TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX self_check_measure_self_check_id ON self_check_measure (self_check_id)",
    "CREATE INDEX self_check_measure_person_id ON self_check_measure (person_id)",
    "CREATE INDEX self_check_measure_done_on ON self_check_measure (done_on)",
    """
    CREATE TABLE control_result (
        id TEXT PRIMARY KEY NOT NULL,
        control_id TEXT NOT NULL REFERENCES control (id) ON DELETE CASCADE,
        occasion TEXT NOT NULL,
        noted_on TEXT,
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        result TEXT NOT NULL,
        deviations INTEGER NOT NULL,
        comment TEXT NOT NULL,
        measure TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX control_result_control_id ON control_result (control_id)",
    "CREATE INDEX control_result_person_id ON control_result (person_id)",
    """
    CREATE TABLE quality_report (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id),
        year INTEGER NOT NULL,
        decided_on TEXT,
        paragraph TEXT NOT NULL,
        figures TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX quality_report_committee_id ON quality_report (committee_id, year)",
    """
    CREATE TABLE quality_text (
        id TEXT PRIMARY KEY NOT NULL,
        quality_report_id TEXT NOT NULL REFERENCES quality_report (id) ON DELETE CASCADE,
        section TEXT NOT NULL,
        body TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX quality_text_quality_report_id ON quality_text (quality_report_id)",
)
