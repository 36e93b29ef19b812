"""Schema 9: cases, their kinds with steps, and the letters about them."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE case_type (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        law TEXT NOT NULL,
        answered INTEGER NOT NULL,
        assessed INTEGER NOT NULL,
        lex_sarah INTEGER NOT NULL,
        lex_maria INTEGER NOT NULL,
        escalate_points INTEGER NOT NULL,
        escalate_severity INTEGER NOT NULL,
        escalate_both INTEGER NOT NULL,
        in_use INTEGER NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE case_stage (
        id TEXT PRIMARY KEY NOT NULL,
        type_id TEXT NOT NULL REFERENCES case_type (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        role TEXT NOT NULL,
        days INTEGER NOT NULL,
        counting TEXT NOT NULL,
        since TEXT NOT NULL,
        optional INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_stage_type_id ON case_stage (type_id)",
    """
    CREATE TABLE cause_category (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE letter_template (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE "case" (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id),
        type_id TEXT NOT NULL REFERENCES case_type (id),
        stage_id TEXT NOT NULL REFERENCES case_stage (id),
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        registration_number TEXT NOT NULL,
        arrived TEXT,
        channel TEXT NOT NULL,
        reporter TEXT NOT NULL,
        contact TEXT NOT NULL,
        anonymous INTEGER NOT NULL,
        body TEXT NOT NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        secret INTEGER NOT NULL,
        severity INTEGER NOT NULL,
        likelihood INTEGER NOT NULL,
        escalated INTEGER NOT NULL,
        track TEXT NOT NULL,
        handler_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        category_id TEXT REFERENCES cause_category (id) ON DELETE SET NULL,
        investigation TEXT NOT NULL,
        entered TEXT,
        due TEXT,
        answer_by TEXT,
        answer TEXT NOT NULL,
        acknowledged_on TEXT,
        answered_on TEXT,
        closed_on TEXT,
        reopened INTEGER NOT NULL,
        duplicate_of TEXT REFERENCES "case" (id) ON DELETE SET NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    'CREATE INDEX case_committee_id ON "case" (committee_id)',
    'CREATE INDEX case_type_id ON "case" (type_id)',
    'CREATE INDEX case_stage_id ON "case" (stage_id)',
    'CREATE INDEX case_unit_id ON "case" (unit_id)',
    'CREATE INDEX case_handler_id ON "case" (handler_id)',
    'CREATE INDEX case_category_id ON "case" (category_id)',
    'CREATE INDEX case_duplicate_of ON "case" (duplicate_of)',
    'CREATE UNIQUE INDEX case_number ON "case" (committee_id, year, number)',
    'CREATE INDEX case_due ON "case" (committee_id, due)',
    # The figures are counted from this index alone.
    """
    CREATE INDEX case_figures ON "case" (
        committee_id, arrived, duplicate_of, type_id, unit_id, category_id, answer, answer_by,
        reopened
    )
    """,
    'CREATE INDEX case_sort_key ON "case" (committee_id, sort_key)',
    'CREATE INDEX case_reopened ON "case" (committee_id, reopened)',
    'CREATE INDEX case_secret ON "case" (committee_id, secret)',
    'CREATE INDEX case_closed_on ON "case" (committee_id, closed_on)',
    """
    CREATE TABLE cause (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX cause_case_id ON cause (case_id)",
    """
    CREATE TABLE measure (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        responsible TEXT NOT NULL,
        done_by TEXT,
        done_on TEXT,
        effect TEXT NOT NULL,
        followed_up_on TEXT,
        not_done TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX measure_case_id ON measure (case_id)",
    """
    CREATE TABLE case_link (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        record TEXT NOT NULL,
        title TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_link_case_id ON case_link (case_id)",
    "CREATE INDEX case_link_record ON case_link (record)",
    """
    CREATE TABLE case_letter (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        sent_on TEXT,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_letter_case_id ON case_letter (case_id)",
    """
    CREATE TABLE case_event (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        kind TEXT NOT NULL,
        stage_id TEXT REFERENCES case_stage (id) ON DELETE SET NULL,
        what TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_event_case_id ON case_event (case_id)",
    "CREATE INDEX case_event_stage_id ON case_event (stage_id)",
)
