"""Schema 1: organisation, strategic plan, nämndplan, the journal and the kept files.

Frozen: never edited after release. `WITHOUT ROWID` because rows are found by their uuid.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE municipality (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, org_number TEXT NOT NULL,
        logo TEXT NOT NULL, primary_colour TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE committee (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE committee_name (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id) ON DELETE CASCADE,
        name TEXT NOT NULL, valid_from TEXT, valid_to TEXT
    ) WITHOUT ROWID
    """,
    "CREATE INDEX committee_name_committee_id ON committee_name (committee_id)",
    """
    CREATE TABLE unit (
        id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL REFERENCES committee (id),
        parent_id TEXT REFERENCES unit (id) ON DELETE SET NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, position INTEGER NOT NULL, valid_from TEXT, valid_to TEXT,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX unit_committee_id ON unit (committee_id)",
    "CREATE INDEX unit_parent_id ON unit (parent_id)",
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
        email TEXT NOT NULL, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE role (
        id TEXT PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL, kind TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT
    ) WITHOUT ROWID
    """,
    "CREATE INDEX role_person_id ON role (person_id)",
    "CREATE INDEX role_committee_id ON role (committee_id)",
    "CREATE INDEX role_unit_id ON role (unit_id)",
    """
    CREATE TABLE strategic_plan (
        id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, first_year INTEGER NOT NULL,
        last_year INTEGER NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE goal (
        id TEXT PRIMARY KEY NOT NULL,
        strategic_plan_id TEXT NOT NULL REFERENCES strategic_plan (id), code TEXT NOT NULL,
        title TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
        sound_management INTEGER NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX goal_strategic_plan_id ON goal (strategic_plan_id)",
    """
    CREATE TABLE indicator (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, source TEXT NOT NULL, unit TEXT NOT NULL, decimals INTEGER NOT NULL,
        direction TEXT NOT NULL, by_gender INTEGER NOT NULL, compared_with TEXT NOT NULL,
        frequency TEXT NOT NULL, responsible TEXT NOT NULL, position INTEGER NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX indicator_committee_id ON indicator (committee_id)",
    "CREATE INDEX indicator_goal_id ON indicator (goal_id)",
    """
    CREATE TABLE indicator_value (
        id TEXT PRIMARY KEY NOT NULL,
        indicator_id TEXT NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
        year INTEGER NOT NULL, kind TEXT NOT NULL, gender TEXT NOT NULL, value TEXT,
        missing TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX indicator_value_indicator_id ON indicator_value (indicator_id)",
    """
    CREATE TABLE assignment (
        id TEXT PRIMARY KEY NOT NULL,
        strategic_plan_id TEXT NOT NULL REFERENCES strategic_plan (id),
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL, deadline TEXT,
        reporting TEXT NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX assignment_strategic_plan_id ON assignment (strategic_plan_id)",
    "CREATE INDEX assignment_committee_id ON assignment (committee_id)",
    "CREATE INDEX assignment_goal_id ON assignment (goal_id)",
    """
    CREATE TABLE budget_frame (
        id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL REFERENCES committee (id),
        year INTEGER NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL, comment TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX budget_frame_committee_id ON budget_frame (committee_id)",
    """
    CREATE TABLE frame_item (
        id TEXT PRIMARY KEY NOT NULL,
        frame_id TEXT NOT NULL REFERENCES budget_frame (id) ON DELETE CASCADE,
        kind TEXT NOT NULL, title TEXT NOT NULL, year_1 INTEGER NOT NULL,
        year_2 INTEGER NOT NULL, year_3 INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX frame_item_frame_id ON frame_item (frame_id)",
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL REFERENCES committee (id),
        strategic_plan_id TEXT REFERENCES strategic_plan (id) ON DELETE SET NULL,
        year INTEGER NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL,
        document_type TEXT NOT NULL, decided_by TEXT NOT NULL, decided_on TEXT,
        paragraph TEXT NOT NULL, registration_number TEXT NOT NULL, valid_from TEXT,
        valid_to TEXT, validity_note TEXT NOT NULL, document_owner TEXT NOT NULL,
        version TEXT NOT NULL, applies_to TEXT NOT NULL, replaces TEXT NOT NULL,
        related TEXT NOT NULL, follow_up TEXT NOT NULL, review_due TEXT NOT NULL,
        classification TEXT NOT NULL, retention TEXT NOT NULL, approval TEXT NOT NULL,
        approval_date TEXT, approval_names TEXT NOT NULL, approval_method TEXT NOT NULL,
        approval_reference TEXT NOT NULL, risk_action_from INTEGER NOT NULL,
        risk_control_from INTEGER NOT NULL, unit TEXT NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX plan_committee_id ON plan (committee_id)",
    "CREATE INDEX plan_strategic_plan_id ON plan (strategic_plan_id)",
    """
    CREATE TABLE committee_goal (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, code TEXT NOT NULL,
        title TEXT NOT NULL, motivation TEXT NOT NULL, responsible TEXT NOT NULL,
        position INTEGER NOT NULL, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX committee_goal_plan_id ON committee_goal (plan_id)",
    """
    CREATE TABLE goal_answer (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        goal_id TEXT NOT NULL REFERENCES goal (id),
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        comment TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX goal_answer_plan_id ON goal_answer (plan_id)",
    "CREATE INDEX goal_answer_goal_id ON goal_answer (goal_id)",
    "CREATE INDEX goal_answer_committee_goal_id ON goal_answer (committee_goal_id)",
    """
    CREATE TABLE plan_indicator (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        indicator_id TEXT NOT NULL REFERENCES indicator (id),
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX plan_indicator_plan_id ON plan_indicator (plan_id)",
    "CREATE INDEX plan_indicator_indicator_id ON plan_indicator (indicator_id)",
    "CREATE INDEX plan_indicator_committee_goal_id ON plan_indicator (committee_goal_id)",
    """
    CREATE TABLE assignment_answer (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        assignment_id TEXT NOT NULL REFERENCES assignment (id), how TEXT NOT NULL,
        responsible TEXT NOT NULL, status TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX assignment_answer_plan_id ON assignment_answer (plan_id)",
    "CREATE INDEX assignment_answer_assignment_id ON assignment_answer (assignment_id)",
    """
    CREATE TABLE activity (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        assignment_id TEXT REFERENCES assignment (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, start TEXT, end TEXT, responsible TEXT NOT NULL,
        status TEXT NOT NULL, comment TEXT NOT NULL, position INTEGER NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX activity_plan_id ON activity (plan_id)",
    "CREATE INDEX activity_committee_goal_id ON activity (committee_goal_id)",
    "CREATE INDEX activity_assignment_id ON activity (assignment_id)",
    """
    CREATE TABLE budget_line (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL, title TEXT NOT NULL,
        accounts INTEGER NOT NULL, last_budget INTEGER NOT NULL, income INTEGER NOT NULL,
        cost INTEGER NOT NULL, plan_2 INTEGER NOT NULL, plan_3 INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX budget_line_plan_id ON budget_line (plan_id)",
    "CREATE INDEX budget_line_unit_id ON budget_line (unit_id)",
    """
    CREATE TABLE category_line (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        title TEXT NOT NULL, accounts INTEGER NOT NULL, last_budget INTEGER NOT NULL,
        budget INTEGER NOT NULL, plan_2 INTEGER NOT NULL, plan_3 INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX category_line_plan_id ON category_line (plan_id)",
    """
    CREATE TABLE investment (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, title TEXT NOT NULL,
        kind TEXT NOT NULL, total INTEGER NOT NULL, earlier INTEGER NOT NULL,
        year_1 INTEGER NOT NULL, year_2 INTEGER NOT NULL, year_3 INTEGER NOT NULL,
        running_cost INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX investment_plan_id ON investment (plan_id)",
    """
    CREATE TABLE volume (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, title TEXT NOT NULL,
        unit TEXT NOT NULL, decimals INTEGER NOT NULL, outcome TEXT, last_budget TEXT,
        year_1 TEXT, year_2 TEXT, year_3 TEXT, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX volume_plan_id ON volume (plan_id)",
    """
    CREATE TABLE risk (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, code TEXT NOT NULL,
        process TEXT NOT NULL, title TEXT NOT NULL, cause TEXT NOT NULL,
        consequence TEXT NOT NULL, likelihood INTEGER NOT NULL, impact INTEGER NOT NULL,
        handling TEXT NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX risk_plan_id ON risk (plan_id)",
    """
    CREATE TABLE control (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        risk_id TEXT NOT NULL REFERENCES risk (id) ON DELETE CASCADE, title TEXT NOT NULL,
        method TEXT NOT NULL, frequency TEXT NOT NULL, responsible TEXT NOT NULL,
        reported TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX control_plan_id ON control (plan_id)",
    "CREATE INDEX control_risk_id ON control (risk_id)",
    """
    CREATE TABLE cycle_event (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, month INTEGER NOT NULL,
        title TEXT NOT NULL, responsible TEXT NOT NULL, body TEXT NOT NULL,
        important INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX cycle_event_plan_id ON cycle_event (plan_id)",
    """
    CREATE TABLE signatory (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, role TEXT NOT NULL,
        name TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX signatory_plan_id ON signatory (plan_id)",
    """
    CREATE TABLE chapter (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        parent_id TEXT REFERENCES chapter (id) ON DELETE CASCADE, title TEXT NOT NULL,
        instruction TEXT NOT NULL, responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        ready INTEGER NOT NULL, appendix INTEGER NOT NULL, key TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX chapter_plan_id ON chapter (plan_id)",
    "CREATE INDEX chapter_parent_id ON chapter (parent_id)",
    "CREATE INDEX chapter_responsible_id ON chapter (responsible_id)",
    """
    CREATE TABLE block (
        id TEXT PRIMARY KEY NOT NULL,
        chapter_id TEXT NOT NULL REFERENCES chapter (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        caption TEXT NOT NULL, body TEXT NOT NULL,
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        chart INTEGER NOT NULL, file TEXT NOT NULL, alt TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX block_chapter_id ON block (chapter_id)",
    "CREATE INDEX block_committee_goal_id ON block (committee_goal_id)",
    """
    CREATE TABLE step (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        target INTEGER,
        visit TEXT NOT NULL
    )
    """,
    "CREATE INDEX step_state ON step (kind, state, seq)",
    """
    CREATE TABLE step_now (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        seq INTEGER
    )
    """,
    "INSERT INTO step_now (only, seq) VALUES (1, NULL)",
    """
    CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        step INTEGER NOT NULL REFERENCES step (seq) ON DELETE CASCADE,
        tbl TEXT NOT NULL,
        record TEXT NOT NULL,
        op TEXT NOT NULL,
        col TEXT NOT NULL,
        before,
        after
    )
    """,
    "CREATE INDEX change_step ON change (step)",
    "CREATE INDEX change_record ON change (tbl, record)",
    """
    CREATE TABLE blob (
        sha256 TEXT PRIMARY KEY NOT NULL,
        media_type TEXT NOT NULL,
        content BLOB NOT NULL
    )
    """,
)
