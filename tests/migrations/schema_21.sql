BEGIN TRANSACTION;
CREATE TABLE activity (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        assignment_id TEXT REFERENCES assignment (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, start TEXT, end TEXT, responsible TEXT NOT NULL,
        status TEXT NOT NULL, comment TEXT NOT NULL, position INTEGER NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE anonymisation (
        id TEXT PRIMARY KEY NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        name TEXT NOT NULL,
        reason TEXT NOT NULL,
        number INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE assignment (
        id TEXT PRIMARY KEY NOT NULL,
        strategic_plan_id TEXT NOT NULL REFERENCES strategic_plan (id),
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL, deadline TEXT,
        reporting TEXT NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE assignment_answer (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        assignment_id TEXT NOT NULL REFERENCES assignment (id), how TEXT NOT NULL,
        responsible TEXT NOT NULL, status TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    , checklist_id TEXT REFERENCES checklist (id) ON DELETE CASCADE, shared_model_id TEXT REFERENCES shared_model (id) ON DELETE CASCADE, item INTEGER NOT NULL DEFAULT 0, case_id TEXT REFERENCES "case" (id) ON DELETE CASCADE) WITHOUT ROWID
    ;
CREATE TABLE blob (
        sha256 TEXT PRIMARY KEY NOT NULL,
        media_type TEXT NOT NULL,
        content BLOB NOT NULL
    );
CREATE TABLE block (
        id TEXT PRIMARY KEY NOT NULL,
        chapter_id TEXT NOT NULL REFERENCES chapter (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        caption TEXT NOT NULL, body TEXT NOT NULL,
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        chart INTEGER NOT NULL, file TEXT NOT NULL, alt TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE budget_frame (
        id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL REFERENCES committee (id),
        year INTEGER NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL, comment TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE budget_line (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL, title TEXT NOT NULL,
        accounts INTEGER NOT NULL, last_budget INTEGER NOT NULL, income INTEGER NOT NULL,
        cost INTEGER NOT NULL, plan_2 INTEGER NOT NULL, plan_3 INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE carried (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    ;
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
    ;
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
    ;
CREATE TABLE case_letter (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        sent_on TEXT,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE case_link (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        record TEXT NOT NULL,
        title TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
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
    ;
CREATE TABLE category_line (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        title TEXT NOT NULL, accounts INTEGER NOT NULL, last_budget INTEGER NOT NULL,
        budget INTEGER NOT NULL, plan_2 INTEGER NOT NULL, plan_3 INTEGER NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE cause (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE cause_category (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        step INTEGER NOT NULL REFERENCES step (seq) ON DELETE CASCADE,
        tbl TEXT NOT NULL,
        record TEXT NOT NULL,
        op TEXT NOT NULL,
        col TEXT NOT NULL,
        before,
        after
    );
INSERT INTO "change" VALUES(1,1,'person','p','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(2,1,'committee','c','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(3,1,'committee_name','n','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(4,1,'unit','u0','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(5,1,'unit','u1','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(6,1,'unit','u2','INSERT','',NULL,NULL);
INSERT INTO "change" VALUES(7,2,'committee','c','UPDATE','name','Miljönämnden','Miljö- och byggnämnden');
INSERT INTO "change" VALUES(8,2,'committee','c','UPDATE','valid_from','2019-01-01',NULL);
INSERT INTO "change" VALUES(9,2,'committee','c','UPDATE','sort_key','milj}n|mnden','milj}- och byggn|mnden');
INSERT INTO "change" VALUES(10,2,'committee','c','UPDATE','folded','miljönämnden
','miljö- och byggnämnden
');
CREATE TABLE chapter (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        parent_id TEXT REFERENCES chapter (id) ON DELETE CASCADE, title TEXT NOT NULL,
        instruction TEXT NOT NULL, responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        ready INTEGER NOT NULL, appendix INTEGER NOT NULL, key TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE checklist_answer (
        id TEXT PRIMARY KEY NOT NULL,
        checklist_id TEXT NOT NULL REFERENCES checklist (id) ON DELETE CASCADE,
        item INTEGER NOT NULL, value TEXT NOT NULL, failed INTEGER NOT NULL,
        comment TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
    , activity_id TEXT REFERENCES activity (id) ON DELETE SET NULL) WITHOUT ROWID
    ;
CREATE TABLE checklist_item (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id) ON DELETE CASCADE,
        title TEXT NOT NULL, kind TEXT NOT NULL, help TEXT NOT NULL, obligatory INTEGER NOT NULL,
        no_fails INTEGER NOT NULL, low TEXT, high TEXT, measure TEXT NOT NULL,
        choices TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE checklist_template (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL, title TEXT NOT NULL,
        purpose TEXT NOT NULL, responsible TEXT NOT NULL, frequency TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE checklist_unit (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES unit (id),
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE checklist_version (
        id TEXT PRIMARY KEY NOT NULL,
        template_id TEXT NOT NULL REFERENCES checklist_template (id), number INTEGER NOT NULL,
        content TEXT NOT NULL, made_at TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE committee (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
INSERT INTO "committee" VALUES('c','Miljö- och byggnämnden','',NULL,NULL,0,'milj}- och byggn|mnden','miljö- och byggnämnden
');
CREATE TABLE committee_goal (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, code TEXT NOT NULL,
        title TEXT NOT NULL, motivation TEXT NOT NULL, responsible TEXT NOT NULL,
        position INTEGER NOT NULL, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE committee_name (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id) ON DELETE CASCADE,
        name TEXT NOT NULL, valid_from TEXT, valid_to TEXT
    ) WITHOUT ROWID
    ;
INSERT INTO "committee_name" VALUES('n','c','Hälsovårdsnämnden',NULL,NULL);
CREATE TABLE control (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        risk_id TEXT NOT NULL REFERENCES risk (id) ON DELETE CASCADE, title TEXT NOT NULL,
        method TEXT NOT NULL, frequency TEXT NOT NULL, responsible TEXT NOT NULL,
        reported TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE cycle_event (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, month INTEGER NOT NULL,
        title TEXT NOT NULL, responsible TEXT NOT NULL, body TEXT NOT NULL,
        important INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE decided_report (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id),
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        year INTEGER NOT NULL,
        occasion TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT,
        paragraph TEXT NOT NULL,
        registration_number TEXT NOT NULL,
        origin TEXT NOT NULL,
        made_at TEXT NOT NULL,
        made_by TEXT NOT NULL,
        content TEXT NOT NULL,
        pdf TEXT NOT NULL,
        language TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE disposal (
        id TEXT PRIMARY KEY NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        decision TEXT NOT NULL,
        decided_on TEXT,
        number INTEGER NOT NULL, committee TEXT NOT NULL DEFAULT '') WITHOUT ROWID
    ;
CREATE TABLE disposal_exemption (
        id TEXT PRIMARY KEY NOT NULL,
        disposal_id TEXT NOT NULL REFERENCES disposal (id) ON DELETE CASCADE,
        matter TEXT NOT NULL,
        name TEXT NOT NULL,
        closed_on TEXT,
        reason TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE document_relation (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT NOT NULL REFERENCES governing_document (id) ON DELETE CASCADE,
        regulation_id TEXT REFERENCES regulation (id) ON DELETE SET NULL,
        other_id TEXT REFERENCES governing_document (id) ON DELETE SET NULL,
        comment TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE document_review (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT NOT NULL REFERENCES governing_document (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        done_on TEXT,
        person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        result TEXT NOT NULL,
        comment TEXT NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE frame_item (
        id TEXT PRIMARY KEY NOT NULL,
        frame_id TEXT NOT NULL REFERENCES budget_frame (id) ON DELETE CASCADE,
        kind TEXT NOT NULL, title TEXT NOT NULL, year_1 INTEGER NOT NULL,
        year_2 INTEGER NOT NULL, year_3 INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE goal (
        id TEXT PRIMARY KEY NOT NULL,
        strategic_plan_id TEXT NOT NULL REFERENCES strategic_plan (id), code TEXT NOT NULL,
        title TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
        sound_management INTEGER NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE goal_answer (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        goal_id TEXT NOT NULL REFERENCES goal (id),
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        comment TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE indicator (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL, code TEXT NOT NULL,
        title TEXT NOT NULL, source TEXT NOT NULL, unit TEXT NOT NULL, decimals INTEGER NOT NULL,
        direction TEXT NOT NULL, by_gender INTEGER NOT NULL, compared_with TEXT NOT NULL,
        frequency TEXT NOT NULL, responsible TEXT NOT NULL, position INTEGER NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE indicator_value (
        id TEXT PRIMARY KEY NOT NULL,
        indicator_id TEXT NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
        year INTEGER NOT NULL, kind TEXT NOT NULL, gender TEXT NOT NULL, value TEXT,
        missing TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE investment (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, title TEXT NOT NULL,
        kind TEXT NOT NULL, total INTEGER NOT NULL, earlier INTEGER NOT NULL,
        year_1 INTEGER NOT NULL, year_2 INTEGER NOT NULL, year_3 INTEGER NOT NULL,
        running_cost INTEGER NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
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
    ;
CREATE TABLE municipality (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, org_number TEXT NOT NULL,
        logo TEXT NOT NULL, primary_colour TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
        email TEXT NOT NULL, sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
INSERT INTO "person" VALUES('p','Anna','','','anna','anna

');
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
    ;
CREATE TABLE plan_indicator (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        indicator_id TEXT NOT NULL REFERENCES indicator (id),
        committee_goal_id TEXT REFERENCES committee_goal (id) ON DELETE SET NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE plan_stamp (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, version INTEGER NOT NULL,
        status TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE plan_version (
        id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES plan (id),
        number INTEGER NOT NULL, origin TEXT NOT NULL, made_at TEXT NOT NULL,
        made_by TEXT NOT NULL, content TEXT NOT NULL, pdf TEXT NOT NULL, language TEXT NOT NULL
    , title TEXT NOT NULL DEFAULT '') WITHOUT ROWID
    ;
CREATE TABLE process (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        purpose TEXT NOT NULL,
        owner_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        begins TEXT NOT NULL,
        ends TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE process_step (
        id TEXT PRIMARY KEY NOT NULL,
        process_id TEXT NOT NULL REFERENCES process (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        who TEXT NOT NULL,
        takes TEXT NOT NULL,
        gives TEXT NOT NULL,
        position INTEGER NOT NULL
    , routine_id TEXT REFERENCES routine (id) ON DELETE SET NULL) WITHOUT ROWID
    ;
CREATE TABLE quality_report (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT NOT NULL REFERENCES committee (id),
        year INTEGER NOT NULL,
        is_decided INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID
    ;
CREATE TABLE quality_text (
        id TEXT PRIMARY KEY NOT NULL,
        quality_report_id TEXT NOT NULL REFERENCES quality_report (id) ON DELETE CASCADE,
        section TEXT NOT NULL,
        body TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE receipt (
        id TEXT PRIMARY KEY NOT NULL,
        governing_document_id TEXT REFERENCES governing_document (id) ON DELETE CASCADE,
        routine_id TEXT REFERENCES routine (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        read_on TEXT
    ) WITHOUT ROWID
    ;
CREATE TABLE regulation (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        number TEXT NOT NULL,
        demands TEXT NOT NULL,
        link TEXT NOT NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        checked_on TEXT,
        checked_by_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        next_check TEXT,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE regulation_unit (
        id TEXT PRIMARY KEY NOT NULL,
        regulation_id TEXT NOT NULL REFERENCES regulation (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES unit (id)
    ) WITHOUT ROWID
    ;
CREATE TABLE retention_rule (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        matter TEXT NOT NULL,
        type_id TEXT REFERENCES case_type (id) ON DELETE CASCADE,
        kept INTEGER NOT NULL,
        years INTEGER NOT NULL,
        basis TEXT NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE risk (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, code TEXT NOT NULL,
        process TEXT NOT NULL, title TEXT NOT NULL, cause TEXT NOT NULL,
        consequence TEXT NOT NULL, likelihood INTEGER NOT NULL, impact INTEGER NOT NULL,
        handling TEXT NOT NULL, position INTEGER NOT NULL, sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE role (
        id TEXT PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL, kind TEXT NOT NULL,
        valid_from TEXT, valid_to TEXT
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE routine_regulation (
        id TEXT PRIMARY KEY NOT NULL,
        routine_id TEXT NOT NULL REFERENCES routine (id) ON DELETE CASCADE,
        regulation_id TEXT NOT NULL REFERENCES regulation (id),
        sections TEXT NOT NULL
    ) WITHOUT ROWID
    ;
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
    ;
CREATE TABLE search_entry (
        seq INTEGER PRIMARY KEY NOT NULL,
        tbl TEXT NOT NULL,
        record TEXT NOT NULL,
        head TEXT NOT NULL,
        body TEXT NOT NULL
    );
INSERT INTO "search_entry" VALUES(1,'person','p','  anna  ','  ');
INSERT INTO "search_entry" VALUES(3,'committee_name','n','  hälsovårdsnämnden  ','  ');
INSERT INTO "search_entry" VALUES(4,'unit','u0','  enhet  0  ','  ');
INSERT INTO "search_entry" VALUES(5,'unit','u1','  enhet  1  ','  ');
INSERT INTO "search_entry" VALUES(6,'unit','u2','  enhet  2  ','  ');
INSERT INTO "search_entry" VALUES(7,'committee','c','  miljö  och  byggnämnden  ','  ');
CREATE TABLE search_state (change INTEGER NOT NULL);
INSERT INTO "search_state" VALUES(10);
CREATE TABLE search_text (
        file TEXT PRIMARY KEY NOT NULL REFERENCES blob (sha256) ON DELETE CASCADE,
        text TEXT NOT NULL
    );
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
    ;
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
    ;
CREATE TABLE setting (
        name TEXT PRIMARY KEY NOT NULL,
        value INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE shared_model (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        version INTEGER NOT NULL,
        standing TEXT NOT NULL,
        replaces_id TEXT REFERENCES shared_model (id) ON DELETE SET NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT,
        valid_from TEXT,
        valid_to TEXT,
        review_due TEXT,
        kind TEXT NOT NULL,
        description TEXT NOT NULL,
        link TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE signatory (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, role TEXT NOT NULL,
        name TEXT NOT NULL, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
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
    );
INSERT INTO "step" VALUES(1,'01a22253-a693-757f-8b3f-2dc3a3ebcb87','2026-11-23T14:02:00+00:00','p','Begin','do','done',NULL,'');
INSERT INTO "step" VALUES(2,'01a22253-a6a7-7d78-9fdd-69003c90fb2a','2026-11-23T14:02:00+00:00','p','Rename','do','done',NULL,'');
CREATE TABLE step_now (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        seq INTEGER
    );
INSERT INTO "step_now" VALUES(1,NULL);
CREATE TABLE strategic_plan (
        id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, first_year INTEGER NOT NULL,
        last_year INTEGER NOT NULL, decided_on TEXT, paragraph TEXT NOT NULL,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
CREATE TABLE unit (
        id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL REFERENCES committee (id),
        parent_id TEXT REFERENCES unit (id) ON DELETE SET NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, position INTEGER NOT NULL, valid_from TEXT, valid_to TEXT,
        sort_key TEXT NOT NULL, folded TEXT NOT NULL
    ) WITHOUT ROWID
    ;
INSERT INTO "unit" VALUES('u0','c',NULL,'Enhet 0','operation',0,NULL,NULL,'enhet 000','enhet 0');
INSERT INTO "unit" VALUES('u1','c',NULL,'Enhet 1','operation',0,NULL,NULL,'enhet 0011','enhet 1');
INSERT INTO "unit" VALUES('u2','c',NULL,'Enhet 2','operation',0,NULL,NULL,'enhet 0012','enhet 2');
CREATE TABLE version_minutes (
        id TEXT PRIMARY KEY NOT NULL,
        version_id TEXT NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
        status TEXT NOT NULL, noted_at TEXT NOT NULL, decided_by TEXT NOT NULL, decided_on TEXT,
        paragraph TEXT NOT NULL, registration_number TEXT NOT NULL, approval TEXT NOT NULL,
        approval_date TEXT, approval_names TEXT NOT NULL, approval_method TEXT NOT NULL,
        approval_reference TEXT NOT NULL
    , pdf TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '') WITHOUT ROWID
    ;
CREATE TABLE volume (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, title TEXT NOT NULL,
        unit TEXT NOT NULL, decimals INTEGER NOT NULL, outcome TEXT, last_budget TEXT,
        year_1 TEXT, year_2 TEXT, year_3 TEXT, position INTEGER NOT NULL
    ) WITHOUT ROWID
    ;
CREATE INDEX committee_name_committee_id ON committee_name (committee_id);
CREATE INDEX unit_committee_id ON unit (committee_id);
CREATE INDEX unit_parent_id ON unit (parent_id);
CREATE INDEX role_person_id ON role (person_id);
CREATE INDEX role_committee_id ON role (committee_id);
CREATE INDEX role_unit_id ON role (unit_id);
CREATE INDEX goal_strategic_plan_id ON goal (strategic_plan_id);
CREATE INDEX indicator_committee_id ON indicator (committee_id);
CREATE INDEX indicator_goal_id ON indicator (goal_id);
CREATE INDEX indicator_value_indicator_id ON indicator_value (indicator_id);
CREATE INDEX assignment_strategic_plan_id ON assignment (strategic_plan_id);
CREATE INDEX assignment_committee_id ON assignment (committee_id);
CREATE INDEX assignment_goal_id ON assignment (goal_id);
CREATE INDEX budget_frame_committee_id ON budget_frame (committee_id);
CREATE INDEX frame_item_frame_id ON frame_item (frame_id);
CREATE INDEX plan_committee_id ON plan (committee_id);
CREATE INDEX plan_strategic_plan_id ON plan (strategic_plan_id);
CREATE INDEX committee_goal_plan_id ON committee_goal (plan_id);
CREATE INDEX goal_answer_plan_id ON goal_answer (plan_id);
CREATE INDEX goal_answer_goal_id ON goal_answer (goal_id);
CREATE INDEX goal_answer_committee_goal_id ON goal_answer (committee_goal_id);
CREATE INDEX plan_indicator_plan_id ON plan_indicator (plan_id);
CREATE INDEX plan_indicator_indicator_id ON plan_indicator (indicator_id);
CREATE INDEX plan_indicator_committee_goal_id ON plan_indicator (committee_goal_id);
CREATE INDEX assignment_answer_plan_id ON assignment_answer (plan_id);
CREATE INDEX assignment_answer_assignment_id ON assignment_answer (assignment_id);
CREATE INDEX activity_plan_id ON activity (plan_id);
CREATE INDEX activity_committee_goal_id ON activity (committee_goal_id);
CREATE INDEX activity_assignment_id ON activity (assignment_id);
CREATE INDEX budget_line_plan_id ON budget_line (plan_id);
CREATE INDEX budget_line_unit_id ON budget_line (unit_id);
CREATE INDEX category_line_plan_id ON category_line (plan_id);
CREATE INDEX investment_plan_id ON investment (plan_id);
CREATE INDEX volume_plan_id ON volume (plan_id);
CREATE INDEX risk_plan_id ON risk (plan_id);
CREATE INDEX control_plan_id ON control (plan_id);
CREATE INDEX control_risk_id ON control (risk_id);
CREATE INDEX cycle_event_plan_id ON cycle_event (plan_id);
CREATE INDEX signatory_plan_id ON signatory (plan_id);
CREATE INDEX chapter_plan_id ON chapter (plan_id);
CREATE INDEX chapter_parent_id ON chapter (parent_id);
CREATE INDEX chapter_responsible_id ON chapter (responsible_id);
CREATE INDEX block_chapter_id ON block (chapter_id);
CREATE INDEX block_committee_goal_id ON block (committee_goal_id);
CREATE INDEX step_state ON step (kind, state, seq);
CREATE INDEX change_step ON change (step);
CREATE INDEX change_record ON change (tbl, record);
CREATE INDEX carried_plan_id ON carried (plan_id);
CREATE UNIQUE INDEX plan_version_plan_id ON plan_version (plan_id, number);
CREATE UNIQUE INDEX version_minutes_version_id ON version_minutes (version_id);
CREATE INDEX plan_stamp_plan_id ON plan_stamp (plan_id);
CREATE INDEX change_gone ON change (tbl, record, step) WHERE col = 'id';
CREATE INDEX regulation_responsible_id ON regulation (responsible_id);
CREATE INDEX regulation_checked_by_id ON regulation (checked_by_id);
CREATE INDEX regulation_unit_regulation_id ON regulation_unit (regulation_id);
CREATE INDEX regulation_unit_unit_id ON regulation_unit (unit_id);
CREATE INDEX process_committee_id ON process (committee_id);
CREATE INDEX process_owner_id ON process (owner_id);
CREATE INDEX process_step_process_id ON process_step (process_id);
CREATE INDEX regulation_next_check ON regulation (next_check);
CREATE INDEX governing_document_committee_id ON governing_document (committee_id);
CREATE INDEX governing_document_unit_id ON governing_document (unit_id);
CREATE INDEX governing_document_responsible_id ON governing_document (responsible_id);
CREATE INDEX governing_document_replaces_id ON governing_document (replaces_id);
CREATE INDEX governing_document_document_type_id ON governing_document (document_type_id);
CREATE INDEX document_relation_governing_document_id
        ON document_relation (governing_document_id)
    ;
CREATE INDEX document_relation_regulation_id ON document_relation (regulation_id);
CREATE INDEX document_relation_other_id ON document_relation (other_id);
CREATE INDEX document_review_governing_document_id ON document_review (governing_document_id);
CREATE INDEX document_review_person_id ON document_review (person_id);
CREATE INDEX routine_committee_id ON routine (committee_id);
CREATE INDEX routine_unit_id ON routine (unit_id);
CREATE INDEX routine_responsible_id ON routine (responsible_id);
CREATE INDEX routine_replaces_id ON routine (replaces_id);
CREATE INDEX routine_regulation_routine_id ON routine_regulation (routine_id);
CREATE INDEX routine_regulation_regulation_id ON routine_regulation (regulation_id);
CREATE INDEX attachment_governing_document_id ON attachment (governing_document_id);
CREATE INDEX attachment_routine_id ON attachment (routine_id);
CREATE INDEX receipt_governing_document_id ON receipt (governing_document_id);
CREATE INDEX receipt_routine_id ON receipt (routine_id);
CREATE INDEX receipt_person_id ON receipt (person_id);
CREATE INDEX governing_document_review_due ON governing_document (review_due);
CREATE INDEX routine_review_due ON routine (review_due);
CREATE INDEX process_step_routine_id ON process_step (routine_id);
CREATE UNIQUE INDEX search_entry_record ON search_entry (tbl, record);
CREATE INDEX checklist_template_committee_id ON checklist_template (committee_id);
CREATE INDEX checklist_template_frequency ON checklist_template (frequency);
CREATE INDEX checklist_unit_template_id ON checklist_unit (template_id);
CREATE INDEX checklist_unit_unit_id ON checklist_unit (unit_id);
CREATE INDEX checklist_unit_person_id ON checklist_unit (person_id);
CREATE INDEX checklist_item_template_id ON checklist_item (template_id);
CREATE UNIQUE INDEX checklist_version_template_id ON checklist_version (template_id, number);
CREATE INDEX checklist_template_id
    ON checklist (template_id, occasion, unit_id, status, answered, failed)
    ;
CREATE INDEX checklist_version_id ON checklist (version_id);
CREATE INDEX checklist_committee_id
    ON checklist (committee_id, occasion, status, failed, folded)
    ;
CREATE INDEX checklist_unit_id ON checklist (unit_id);
CREATE UNIQUE INDEX checklist_answer_checklist_id ON checklist_answer (checklist_id, item);
CREATE INDEX attachment_checklist_id ON attachment (checklist_id);
CREATE INDEX case_stage_type_id ON case_stage (type_id);
CREATE INDEX case_committee_id ON "case" (committee_id);
CREATE INDEX case_type_id ON "case" (type_id);
CREATE INDEX case_stage_id ON "case" (stage_id);
CREATE INDEX case_unit_id ON "case" (unit_id);
CREATE INDEX case_handler_id ON "case" (handler_id);
CREATE INDEX case_category_id ON "case" (category_id);
CREATE INDEX case_duplicate_of ON "case" (duplicate_of);
CREATE UNIQUE INDEX case_number ON "case" (committee_id, year, number);
CREATE INDEX case_due ON "case" (committee_id, due);
CREATE INDEX case_figures ON "case" (
        committee_id, arrived, duplicate_of, type_id, unit_id, category_id, answer, answer_by,
        reopened
    )
    ;
CREATE INDEX case_sort_key ON "case" (committee_id, sort_key);
CREATE INDEX case_reopened ON "case" (committee_id, reopened);
CREATE INDEX case_secret ON "case" (committee_id, secret);
CREATE INDEX case_closed_on ON "case" (committee_id, closed_on);
CREATE INDEX cause_case_id ON cause (case_id);
CREATE INDEX measure_case_id ON measure (case_id);
CREATE INDEX case_link_case_id ON case_link (case_id);
CREATE INDEX case_link_record ON case_link (record);
CREATE INDEX case_letter_case_id ON case_letter (case_id);
CREATE INDEX case_event_case_id ON case_event (case_id);
CREATE INDEX case_event_stage_id ON case_event (stage_id);
CREATE INDEX self_check_committee_id ON self_check (committee_id, planned_for);
CREATE INDEX self_check_regulation_id ON self_check (regulation_id);
CREATE INDEX self_check_governing_document_id ON self_check (governing_document_id);
CREATE INDEX self_check_routine_id ON self_check (routine_id);
CREATE INDEX self_check_unit_id ON self_check (unit_id);
CREATE INDEX self_check_responsible_id ON self_check (responsible_id);
CREATE INDEX self_check_done_by_id ON self_check (done_by_id);
CREATE INDEX self_check_done_on ON self_check (done_on, planned_for);
CREATE INDEX self_check_measure_self_check_id ON self_check_measure (self_check_id);
CREATE INDEX self_check_measure_person_id ON self_check_measure (person_id);
CREATE INDEX self_check_measure_done_on ON self_check_measure (done_on);
CREATE INDEX control_result_control_id ON control_result (control_id);
CREATE INDEX control_result_person_id ON control_result (person_id);
CREATE INDEX quality_report_committee_id ON quality_report (committee_id, year);
CREATE INDEX quality_text_quality_report_id ON quality_text (quality_report_id);
CREATE INDEX retention_rule_type_id ON retention_rule (type_id);
CREATE INDEX shared_model_committee_id ON shared_model (committee_id);
CREATE INDEX shared_model_unit_id ON shared_model (unit_id);
CREATE INDEX shared_model_responsible_id ON shared_model (responsible_id);
CREATE INDEX shared_model_replaces_id ON shared_model (replaces_id);
CREATE INDEX shared_model_review_due ON shared_model (review_due);
CREATE INDEX attachment_shared_model_id ON attachment (shared_model_id);
CREATE INDEX disposal_line_disposal_id ON disposal_line (disposal_id);
CREATE INDEX disposal_exemption_disposal_id ON disposal_exemption (disposal_id);
CREATE INDEX self_check_figures ON self_check (committee_id, done_on, result, deviations);
CREATE INDEX decided_report_committee_id ON decided_report (committee_id, year);
CREATE UNIQUE INDEX decided_report_subject
    ON decided_report (subject, kind, occasion, number)
    ;
CREATE INDEX checklist_answer_activity_id ON checklist_answer (activity_id);
CREATE INDEX governing_document_reading ON governing_document (standing, unit_id, committee_id, valid_to);
CREATE INDEX routine_reading ON routine (standing, unit_id, committee_id, valid_to);
CREATE INDEX attachment_case_id ON attachment (case_id);
CREATE TRIGGER journal_activity_insert AFTER INSERT ON "activity" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'activity', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_activity_update AFTER UPDATE ON "activity" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'activity', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id", NEW."committee_goal_id" WHERE OLD."committee_goal_id" IS NOT NEW."committee_goal_id" UNION ALL SELECT 'assignment_id', OLD."assignment_id", NEW."assignment_id" WHERE OLD."assignment_id" IS NOT NEW."assignment_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'start', OLD."start", NEW."start" WHERE OLD."start" IS NOT NEW."start" UNION ALL SELECT 'end', OLD."end", NEW."end" WHERE OLD."end" IS NOT NEW."end" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_activity_delete AFTER DELETE ON "activity" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'activity', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id" UNION ALL SELECT 'assignment_id', OLD."assignment_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'start', OLD."start" UNION ALL SELECT 'end', OLD."end" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'comment', OLD."comment" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_anonymisation_insert AFTER INSERT ON "anonymisation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'anonymisation', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_anonymisation_update AFTER UPDATE ON "anonymisation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'anonymisation', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'at', OLD."at", NEW."at" WHERE OLD."at" IS NOT NEW."at" UNION ALL SELECT 'by', OLD."by", NEW."by" WHERE OLD."by" IS NOT NEW."by" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'reason', OLD."reason", NEW."reason" WHERE OLD."reason" IS NOT NEW."reason" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number"); END;
CREATE TRIGGER journal_anonymisation_delete AFTER DELETE ON "anonymisation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'anonymisation', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'at', OLD."at" UNION ALL SELECT 'by', OLD."by" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'reason', OLD."reason" UNION ALL SELECT 'number', OLD."number"); END;
CREATE TRIGGER journal_assignment_insert AFTER INSERT ON "assignment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'assignment', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_assignment_update AFTER UPDATE ON "assignment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'assignment', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id", NEW."strategic_plan_id" WHERE OLD."strategic_plan_id" IS NOT NEW."strategic_plan_id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'goal_id', OLD."goal_id", NEW."goal_id" WHERE OLD."goal_id" IS NOT NEW."goal_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'deadline', OLD."deadline", NEW."deadline" WHERE OLD."deadline" IS NOT NEW."deadline" UNION ALL SELECT 'reporting', OLD."reporting", NEW."reporting" WHERE OLD."reporting" IS NOT NEW."reporting" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_assignment_delete AFTER DELETE ON "assignment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'assignment', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'goal_id', OLD."goal_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'deadline', OLD."deadline" UNION ALL SELECT 'reporting', OLD."reporting" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_assignment_answer_insert AFTER INSERT ON "assignment_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'assignment_answer', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_assignment_answer_update AFTER UPDATE ON "assignment_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'assignment_answer', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'assignment_id', OLD."assignment_id", NEW."assignment_id" WHERE OLD."assignment_id" IS NOT NEW."assignment_id" UNION ALL SELECT 'how', OLD."how", NEW."how" WHERE OLD."how" IS NOT NEW."how" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_assignment_answer_delete AFTER DELETE ON "assignment_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'assignment_answer', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'assignment_id', OLD."assignment_id" UNION ALL SELECT 'how', OLD."how" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_attachment_insert AFTER INSERT ON "attachment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'attachment', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_attachment_update AFTER UPDATE ON "attachment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'attachment', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id", NEW."governing_document_id" WHERE OLD."governing_document_id" IS NOT NEW."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id", NEW."routine_id" WHERE OLD."routine_id" IS NOT NEW."routine_id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'media_type', OLD."media_type", NEW."media_type" WHERE OLD."media_type" IS NOT NEW."media_type" UNION ALL SELECT 'size', OLD."size", NEW."size" WHERE OLD."size" IS NOT NEW."size" UNION ALL SELECT 'file', OLD."file", NEW."file" WHERE OLD."file" IS NOT NEW."file" UNION ALL SELECT 'added_on', OLD."added_on", NEW."added_on" WHERE OLD."added_on" IS NOT NEW."added_on" UNION ALL SELECT 'added_by', OLD."added_by", NEW."added_by" WHERE OLD."added_by" IS NOT NEW."added_by" UNION ALL SELECT 'checklist_id', OLD."checklist_id", NEW."checklist_id" WHERE OLD."checklist_id" IS NOT NEW."checklist_id" UNION ALL SELECT 'shared_model_id', OLD."shared_model_id", NEW."shared_model_id" WHERE OLD."shared_model_id" IS NOT NEW."shared_model_id" UNION ALL SELECT 'item', OLD."item", NEW."item" WHERE OLD."item" IS NOT NEW."item" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id"); END;
CREATE TRIGGER journal_attachment_delete AFTER DELETE ON "attachment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'attachment', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'media_type', OLD."media_type" UNION ALL SELECT 'size', OLD."size" UNION ALL SELECT 'file', OLD."file" UNION ALL SELECT 'added_on', OLD."added_on" UNION ALL SELECT 'added_by', OLD."added_by" UNION ALL SELECT 'checklist_id', OLD."checklist_id" UNION ALL SELECT 'shared_model_id', OLD."shared_model_id" UNION ALL SELECT 'item', OLD."item" UNION ALL SELECT 'case_id', OLD."case_id"); END;
CREATE TRIGGER journal_block_insert AFTER INSERT ON "block" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'block', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_block_update AFTER UPDATE ON "block" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'block', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'chapter_id', OLD."chapter_id", NEW."chapter_id" WHERE OLD."chapter_id" IS NOT NEW."chapter_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'caption', OLD."caption", NEW."caption" WHERE OLD."caption" IS NOT NEW."caption" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id", NEW."committee_goal_id" WHERE OLD."committee_goal_id" IS NOT NEW."committee_goal_id" UNION ALL SELECT 'chart', OLD."chart", NEW."chart" WHERE OLD."chart" IS NOT NEW."chart" UNION ALL SELECT 'file', OLD."file", NEW."file" WHERE OLD."file" IS NOT NEW."file" UNION ALL SELECT 'alt', OLD."alt", NEW."alt" WHERE OLD."alt" IS NOT NEW."alt" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_block_delete AFTER DELETE ON "block" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'block', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'chapter_id', OLD."chapter_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'caption', OLD."caption" UNION ALL SELECT 'body', OLD."body" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id" UNION ALL SELECT 'chart', OLD."chart" UNION ALL SELECT 'file', OLD."file" UNION ALL SELECT 'alt', OLD."alt" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_budget_frame_insert AFTER INSERT ON "budget_frame" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'budget_frame', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_budget_frame_update AFTER UPDATE ON "budget_frame" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'budget_frame', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment"); END;
CREATE TRIGGER journal_budget_frame_delete AFTER DELETE ON "budget_frame" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'budget_frame', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'comment', OLD."comment"); END;
CREATE TRIGGER journal_budget_line_insert AFTER INSERT ON "budget_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'budget_line', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_budget_line_update AFTER UPDATE ON "budget_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'budget_line', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'accounts', OLD."accounts", NEW."accounts" WHERE OLD."accounts" IS NOT NEW."accounts" UNION ALL SELECT 'last_budget', OLD."last_budget", NEW."last_budget" WHERE OLD."last_budget" IS NOT NEW."last_budget" UNION ALL SELECT 'income', OLD."income", NEW."income" WHERE OLD."income" IS NOT NEW."income" UNION ALL SELECT 'cost', OLD."cost", NEW."cost" WHERE OLD."cost" IS NOT NEW."cost" UNION ALL SELECT 'plan_2', OLD."plan_2", NEW."plan_2" WHERE OLD."plan_2" IS NOT NEW."plan_2" UNION ALL SELECT 'plan_3', OLD."plan_3", NEW."plan_3" WHERE OLD."plan_3" IS NOT NEW."plan_3" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_budget_line_delete AFTER DELETE ON "budget_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'budget_line', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'accounts', OLD."accounts" UNION ALL SELECT 'last_budget', OLD."last_budget" UNION ALL SELECT 'income', OLD."income" UNION ALL SELECT 'cost', OLD."cost" UNION ALL SELECT 'plan_2', OLD."plan_2" UNION ALL SELECT 'plan_3', OLD."plan_3" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_carried_insert AFTER INSERT ON "carried" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'carried', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_carried_update AFTER UPDATE ON "carried" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'carried', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id"); END;
CREATE TRIGGER journal_carried_delete AFTER DELETE ON "carried" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'carried', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id"); END;
CREATE TRIGGER journal_case_insert AFTER INSERT ON "case" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_update AFTER UPDATE ON "case" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'type_id', OLD."type_id", NEW."type_id" WHERE OLD."type_id" IS NOT NEW."type_id" UNION ALL SELECT 'stage_id', OLD."stage_id", NEW."stage_id" WHERE OLD."stage_id" IS NOT NEW."stage_id" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'registration_number', OLD."registration_number", NEW."registration_number" WHERE OLD."registration_number" IS NOT NEW."registration_number" UNION ALL SELECT 'arrived', OLD."arrived", NEW."arrived" WHERE OLD."arrived" IS NOT NEW."arrived" UNION ALL SELECT 'channel', OLD."channel", NEW."channel" WHERE OLD."channel" IS NOT NEW."channel" UNION ALL SELECT 'reporter', OLD."reporter", NEW."reporter" WHERE OLD."reporter" IS NOT NEW."reporter" UNION ALL SELECT 'contact', OLD."contact", NEW."contact" WHERE OLD."contact" IS NOT NEW."contact" UNION ALL SELECT 'anonymous', OLD."anonymous", NEW."anonymous" WHERE OLD."anonymous" IS NOT NEW."anonymous" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'secret', OLD."secret", NEW."secret" WHERE OLD."secret" IS NOT NEW."secret" UNION ALL SELECT 'severity', OLD."severity", NEW."severity" WHERE OLD."severity" IS NOT NEW."severity" UNION ALL SELECT 'likelihood', OLD."likelihood", NEW."likelihood" WHERE OLD."likelihood" IS NOT NEW."likelihood" UNION ALL SELECT 'escalated', OLD."escalated", NEW."escalated" WHERE OLD."escalated" IS NOT NEW."escalated" UNION ALL SELECT 'track', OLD."track", NEW."track" WHERE OLD."track" IS NOT NEW."track" UNION ALL SELECT 'handler_id', OLD."handler_id", NEW."handler_id" WHERE OLD."handler_id" IS NOT NEW."handler_id" UNION ALL SELECT 'category_id', OLD."category_id", NEW."category_id" WHERE OLD."category_id" IS NOT NEW."category_id" UNION ALL SELECT 'investigation', OLD."investigation", NEW."investigation" WHERE OLD."investigation" IS NOT NEW."investigation" UNION ALL SELECT 'entered', OLD."entered", NEW."entered" WHERE OLD."entered" IS NOT NEW."entered" UNION ALL SELECT 'due', OLD."due", NEW."due" WHERE OLD."due" IS NOT NEW."due" UNION ALL SELECT 'answer_by', OLD."answer_by", NEW."answer_by" WHERE OLD."answer_by" IS NOT NEW."answer_by" UNION ALL SELECT 'answer', OLD."answer", NEW."answer" WHERE OLD."answer" IS NOT NEW."answer" UNION ALL SELECT 'acknowledged_on', OLD."acknowledged_on", NEW."acknowledged_on" WHERE OLD."acknowledged_on" IS NOT NEW."acknowledged_on" UNION ALL SELECT 'answered_on', OLD."answered_on", NEW."answered_on" WHERE OLD."answered_on" IS NOT NEW."answered_on" UNION ALL SELECT 'closed_on', OLD."closed_on", NEW."closed_on" WHERE OLD."closed_on" IS NOT NEW."closed_on" UNION ALL SELECT 'reopened', OLD."reopened", NEW."reopened" WHERE OLD."reopened" IS NOT NEW."reopened" UNION ALL SELECT 'duplicate_of', OLD."duplicate_of", NEW."duplicate_of" WHERE OLD."duplicate_of" IS NOT NEW."duplicate_of" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_case_delete AFTER DELETE ON "case" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'type_id', OLD."type_id" UNION ALL SELECT 'stage_id', OLD."stage_id" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'registration_number', OLD."registration_number" UNION ALL SELECT 'arrived', OLD."arrived" UNION ALL SELECT 'channel', OLD."channel" UNION ALL SELECT 'reporter', OLD."reporter" UNION ALL SELECT 'contact', OLD."contact" UNION ALL SELECT 'anonymous', OLD."anonymous" UNION ALL SELECT 'body', OLD."body" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'secret', OLD."secret" UNION ALL SELECT 'severity', OLD."severity" UNION ALL SELECT 'likelihood', OLD."likelihood" UNION ALL SELECT 'escalated', OLD."escalated" UNION ALL SELECT 'track', OLD."track" UNION ALL SELECT 'handler_id', OLD."handler_id" UNION ALL SELECT 'category_id', OLD."category_id" UNION ALL SELECT 'investigation', OLD."investigation" UNION ALL SELECT 'entered', OLD."entered" UNION ALL SELECT 'due', OLD."due" UNION ALL SELECT 'answer_by', OLD."answer_by" UNION ALL SELECT 'answer', OLD."answer" UNION ALL SELECT 'acknowledged_on', OLD."acknowledged_on" UNION ALL SELECT 'answered_on', OLD."answered_on" UNION ALL SELECT 'closed_on', OLD."closed_on" UNION ALL SELECT 'reopened', OLD."reopened" UNION ALL SELECT 'duplicate_of', OLD."duplicate_of" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_case_event_insert AFTER INSERT ON "case_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case_event', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_event_update AFTER UPDATE ON "case_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_event', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id" UNION ALL SELECT 'at', OLD."at", NEW."at" WHERE OLD."at" IS NOT NEW."at" UNION ALL SELECT 'by', OLD."by", NEW."by" WHERE OLD."by" IS NOT NEW."by" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'stage_id', OLD."stage_id", NEW."stage_id" WHERE OLD."stage_id" IS NOT NEW."stage_id" UNION ALL SELECT 'what', OLD."what", NEW."what" WHERE OLD."what" IS NOT NEW."what" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_case_event_delete AFTER DELETE ON "case_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_event', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'case_id', OLD."case_id" UNION ALL SELECT 'at', OLD."at" UNION ALL SELECT 'by', OLD."by" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'stage_id', OLD."stage_id" UNION ALL SELECT 'what', OLD."what" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_case_letter_insert AFTER INSERT ON "case_letter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case_letter', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_letter_update AFTER UPDATE ON "case_letter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_letter', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body" UNION ALL SELECT 'sent_on', OLD."sent_on", NEW."sent_on" WHERE OLD."sent_on" IS NOT NEW."sent_on" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_case_letter_delete AFTER DELETE ON "case_letter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_letter', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'case_id', OLD."case_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'body', OLD."body" UNION ALL SELECT 'sent_on', OLD."sent_on" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_case_link_insert AFTER INSERT ON "case_link" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case_link', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_link_update AFTER UPDATE ON "case_link" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_link', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id" UNION ALL SELECT 'target', OLD."target", NEW."target" WHERE OLD."target" IS NOT NEW."target" UNION ALL SELECT 'record', OLD."record", NEW."record" WHERE OLD."record" IS NOT NEW."record" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_case_link_delete AFTER DELETE ON "case_link" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_link', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'case_id', OLD."case_id" UNION ALL SELECT 'target', OLD."target" UNION ALL SELECT 'record', OLD."record" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_case_stage_insert AFTER INSERT ON "case_stage" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case_stage', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_stage_update AFTER UPDATE ON "case_stage" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_stage', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'type_id', OLD."type_id", NEW."type_id" WHERE OLD."type_id" IS NOT NEW."type_id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'role', OLD."role", NEW."role" WHERE OLD."role" IS NOT NEW."role" UNION ALL SELECT 'days', OLD."days", NEW."days" WHERE OLD."days" IS NOT NEW."days" UNION ALL SELECT 'counting', OLD."counting", NEW."counting" WHERE OLD."counting" IS NOT NEW."counting" UNION ALL SELECT 'since', OLD."since", NEW."since" WHERE OLD."since" IS NOT NEW."since" UNION ALL SELECT 'optional', OLD."optional", NEW."optional" WHERE OLD."optional" IS NOT NEW."optional" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_case_stage_delete AFTER DELETE ON "case_stage" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_stage', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'type_id', OLD."type_id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'role', OLD."role" UNION ALL SELECT 'days', OLD."days" UNION ALL SELECT 'counting', OLD."counting" UNION ALL SELECT 'since', OLD."since" UNION ALL SELECT 'optional', OLD."optional" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_case_type_insert AFTER INSERT ON "case_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'case_type', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_case_type_update AFTER UPDATE ON "case_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_type', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'law', OLD."law", NEW."law" WHERE OLD."law" IS NOT NEW."law" UNION ALL SELECT 'answered', OLD."answered", NEW."answered" WHERE OLD."answered" IS NOT NEW."answered" UNION ALL SELECT 'assessed', OLD."assessed", NEW."assessed" WHERE OLD."assessed" IS NOT NEW."assessed" UNION ALL SELECT 'lex_sarah', OLD."lex_sarah", NEW."lex_sarah" WHERE OLD."lex_sarah" IS NOT NEW."lex_sarah" UNION ALL SELECT 'lex_maria', OLD."lex_maria", NEW."lex_maria" WHERE OLD."lex_maria" IS NOT NEW."lex_maria" UNION ALL SELECT 'escalate_points', OLD."escalate_points", NEW."escalate_points" WHERE OLD."escalate_points" IS NOT NEW."escalate_points" UNION ALL SELECT 'escalate_severity', OLD."escalate_severity", NEW."escalate_severity" WHERE OLD."escalate_severity" IS NOT NEW."escalate_severity" UNION ALL SELECT 'escalate_both', OLD."escalate_both", NEW."escalate_both" WHERE OLD."escalate_both" IS NOT NEW."escalate_both" UNION ALL SELECT 'in_use', OLD."in_use", NEW."in_use" WHERE OLD."in_use" IS NOT NEW."in_use" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_case_type_delete AFTER DELETE ON "case_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'case_type', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'law', OLD."law" UNION ALL SELECT 'answered', OLD."answered" UNION ALL SELECT 'assessed', OLD."assessed" UNION ALL SELECT 'lex_sarah', OLD."lex_sarah" UNION ALL SELECT 'lex_maria', OLD."lex_maria" UNION ALL SELECT 'escalate_points', OLD."escalate_points" UNION ALL SELECT 'escalate_severity', OLD."escalate_severity" UNION ALL SELECT 'escalate_both', OLD."escalate_both" UNION ALL SELECT 'in_use', OLD."in_use" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_category_line_insert AFTER INSERT ON "category_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'category_line', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_category_line_update AFTER UPDATE ON "category_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'category_line', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'accounts', OLD."accounts", NEW."accounts" WHERE OLD."accounts" IS NOT NEW."accounts" UNION ALL SELECT 'last_budget', OLD."last_budget", NEW."last_budget" WHERE OLD."last_budget" IS NOT NEW."last_budget" UNION ALL SELECT 'budget', OLD."budget", NEW."budget" WHERE OLD."budget" IS NOT NEW."budget" UNION ALL SELECT 'plan_2', OLD."plan_2", NEW."plan_2" WHERE OLD."plan_2" IS NOT NEW."plan_2" UNION ALL SELECT 'plan_3', OLD."plan_3", NEW."plan_3" WHERE OLD."plan_3" IS NOT NEW."plan_3" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_category_line_delete AFTER DELETE ON "category_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'category_line', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'accounts', OLD."accounts" UNION ALL SELECT 'last_budget', OLD."last_budget" UNION ALL SELECT 'budget', OLD."budget" UNION ALL SELECT 'plan_2', OLD."plan_2" UNION ALL SELECT 'plan_3', OLD."plan_3" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_cause_insert AFTER INSERT ON "cause" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'cause', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_cause_update AFTER UPDATE ON "cause" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cause', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id" UNION ALL SELECT 'words', OLD."words", NEW."words" WHERE OLD."words" IS NOT NEW."words" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_cause_delete AFTER DELETE ON "cause" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cause', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'case_id', OLD."case_id" UNION ALL SELECT 'words', OLD."words" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_cause_category_insert AFTER INSERT ON "cause_category" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'cause_category', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_cause_category_update AFTER UPDATE ON "cause_category" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cause_category', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_cause_category_delete AFTER DELETE ON "cause_category" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cause_category', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_chapter_insert AFTER INSERT ON "chapter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'chapter', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_chapter_update AFTER UPDATE ON "chapter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'chapter', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'parent_id', OLD."parent_id", NEW."parent_id" WHERE OLD."parent_id" IS NOT NEW."parent_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'instruction', OLD."instruction", NEW."instruction" WHERE OLD."instruction" IS NOT NEW."instruction" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'ready', OLD."ready", NEW."ready" WHERE OLD."ready" IS NOT NEW."ready" UNION ALL SELECT 'appendix', OLD."appendix", NEW."appendix" WHERE OLD."appendix" IS NOT NEW."appendix" UNION ALL SELECT 'key', OLD."key", NEW."key" WHERE OLD."key" IS NOT NEW."key" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_chapter_delete AFTER DELETE ON "chapter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'chapter', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'parent_id', OLD."parent_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'instruction', OLD."instruction" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'ready', OLD."ready" UNION ALL SELECT 'appendix', OLD."appendix" UNION ALL SELECT 'key', OLD."key" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_checklist_insert AFTER INSERT ON "checklist" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_update AFTER UPDATE ON "checklist" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'template_id', OLD."template_id", NEW."template_id" WHERE OLD."template_id" IS NOT NEW."template_id" UNION ALL SELECT 'version_id', OLD."version_id", NEW."version_id" WHERE OLD."version_id" IS NOT NEW."version_id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'place', OLD."place", NEW."place" WHERE OLD."place" IS NOT NEW."place" UNION ALL SELECT 'occasion', OLD."occasion", NEW."occasion" WHERE OLD."occasion" IS NOT NEW."occasion" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'points', OLD."points", NEW."points" WHERE OLD."points" IS NOT NEW."points" UNION ALL SELECT 'answered', OLD."answered", NEW."answered" WHERE OLD."answered" IS NOT NEW."answered" UNION ALL SELECT 'failed', OLD."failed", NEW."failed" WHERE OLD."failed" IS NOT NEW."failed" UNION ALL SELECT 'started_at', OLD."started_at", NEW."started_at" WHERE OLD."started_at" IS NOT NEW."started_at" UNION ALL SELECT 'started_by', OLD."started_by", NEW."started_by" WHERE OLD."started_by" IS NOT NEW."started_by" UNION ALL SELECT 'signed_at', OLD."signed_at", NEW."signed_at" WHERE OLD."signed_at" IS NOT NEW."signed_at" UNION ALL SELECT 'signed_by', OLD."signed_by", NEW."signed_by" WHERE OLD."signed_by" IS NOT NEW."signed_by" UNION ALL SELECT 'reopened_at', OLD."reopened_at", NEW."reopened_at" WHERE OLD."reopened_at" IS NOT NEW."reopened_at" UNION ALL SELECT 'reopened_by', OLD."reopened_by", NEW."reopened_by" WHERE OLD."reopened_by" IS NOT NEW."reopened_by" UNION ALL SELECT 'remark', OLD."remark", NEW."remark" WHERE OLD."remark" IS NOT NEW."remark" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_checklist_delete AFTER DELETE ON "checklist" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'template_id', OLD."template_id" UNION ALL SELECT 'version_id', OLD."version_id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'place', OLD."place" UNION ALL SELECT 'occasion', OLD."occasion" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'points', OLD."points" UNION ALL SELECT 'answered', OLD."answered" UNION ALL SELECT 'failed', OLD."failed" UNION ALL SELECT 'started_at', OLD."started_at" UNION ALL SELECT 'started_by', OLD."started_by" UNION ALL SELECT 'signed_at', OLD."signed_at" UNION ALL SELECT 'signed_by', OLD."signed_by" UNION ALL SELECT 'reopened_at', OLD."reopened_at" UNION ALL SELECT 'reopened_by', OLD."reopened_by" UNION ALL SELECT 'remark', OLD."remark" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_checklist_answer_insert AFTER INSERT ON "checklist_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist_answer', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_answer_update AFTER UPDATE ON "checklist_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_answer', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'checklist_id', OLD."checklist_id", NEW."checklist_id" WHERE OLD."checklist_id" IS NOT NEW."checklist_id" UNION ALL SELECT 'item', OLD."item", NEW."item" WHERE OLD."item" IS NOT NEW."item" UNION ALL SELECT 'value', OLD."value", NEW."value" WHERE OLD."value" IS NOT NEW."value" UNION ALL SELECT 'failed', OLD."failed", NEW."failed" WHERE OLD."failed" IS NOT NEW."failed" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment" UNION ALL SELECT 'at', OLD."at", NEW."at" WHERE OLD."at" IS NOT NEW."at" UNION ALL SELECT 'by', OLD."by", NEW."by" WHERE OLD."by" IS NOT NEW."by" UNION ALL SELECT 'activity_id', OLD."activity_id", NEW."activity_id" WHERE OLD."activity_id" IS NOT NEW."activity_id"); END;
CREATE TRIGGER journal_checklist_answer_delete AFTER DELETE ON "checklist_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_answer', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'checklist_id', OLD."checklist_id" UNION ALL SELECT 'item', OLD."item" UNION ALL SELECT 'value', OLD."value" UNION ALL SELECT 'failed', OLD."failed" UNION ALL SELECT 'comment', OLD."comment" UNION ALL SELECT 'at', OLD."at" UNION ALL SELECT 'by', OLD."by" UNION ALL SELECT 'activity_id', OLD."activity_id"); END;
CREATE TRIGGER journal_checklist_item_insert AFTER INSERT ON "checklist_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist_item', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_item_update AFTER UPDATE ON "checklist_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_item', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'template_id', OLD."template_id", NEW."template_id" WHERE OLD."template_id" IS NOT NEW."template_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'help', OLD."help", NEW."help" WHERE OLD."help" IS NOT NEW."help" UNION ALL SELECT 'obligatory', OLD."obligatory", NEW."obligatory" WHERE OLD."obligatory" IS NOT NEW."obligatory" UNION ALL SELECT 'no_fails', OLD."no_fails", NEW."no_fails" WHERE OLD."no_fails" IS NOT NEW."no_fails" UNION ALL SELECT 'low', OLD."low", NEW."low" WHERE OLD."low" IS NOT NEW."low" UNION ALL SELECT 'high', OLD."high", NEW."high" WHERE OLD."high" IS NOT NEW."high" UNION ALL SELECT 'measure', OLD."measure", NEW."measure" WHERE OLD."measure" IS NOT NEW."measure" UNION ALL SELECT 'choices', OLD."choices", NEW."choices" WHERE OLD."choices" IS NOT NEW."choices" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_checklist_item_delete AFTER DELETE ON "checklist_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_item', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'template_id', OLD."template_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'help', OLD."help" UNION ALL SELECT 'obligatory', OLD."obligatory" UNION ALL SELECT 'no_fails', OLD."no_fails" UNION ALL SELECT 'low', OLD."low" UNION ALL SELECT 'high', OLD."high" UNION ALL SELECT 'measure', OLD."measure" UNION ALL SELECT 'choices', OLD."choices" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_checklist_template_insert AFTER INSERT ON "checklist_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist_template', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_template_update AFTER UPDATE ON "checklist_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_template', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'purpose', OLD."purpose", NEW."purpose" WHERE OLD."purpose" IS NOT NEW."purpose" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'frequency', OLD."frequency", NEW."frequency" WHERE OLD."frequency" IS NOT NEW."frequency" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_checklist_template_delete AFTER DELETE ON "checklist_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_template', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'purpose', OLD."purpose" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'frequency', OLD."frequency" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_checklist_unit_insert AFTER INSERT ON "checklist_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist_unit', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_unit_update AFTER UPDATE ON "checklist_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_unit', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'template_id', OLD."template_id", NEW."template_id" WHERE OLD."template_id" IS NOT NEW."template_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id"); END;
CREATE TRIGGER journal_checklist_unit_delete AFTER DELETE ON "checklist_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_unit', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'template_id', OLD."template_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'person_id', OLD."person_id"); END;
CREATE TRIGGER journal_checklist_version_insert AFTER INSERT ON "checklist_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'checklist_version', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_checklist_version_update AFTER UPDATE ON "checklist_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_version', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'template_id', OLD."template_id", NEW."template_id" WHERE OLD."template_id" IS NOT NEW."template_id" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'content', OLD."content", NEW."content" WHERE OLD."content" IS NOT NEW."content" UNION ALL SELECT 'made_at', OLD."made_at", NEW."made_at" WHERE OLD."made_at" IS NOT NEW."made_at"); END;
CREATE TRIGGER journal_checklist_version_delete AFTER DELETE ON "checklist_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'checklist_version', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'template_id', OLD."template_id" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'content', OLD."content" UNION ALL SELECT 'made_at', OLD."made_at"); END;
CREATE TRIGGER journal_committee_insert AFTER INSERT ON "committee" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'committee', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_committee_update AFTER UPDATE ON "committee" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'short_name', OLD."short_name", NEW."short_name" WHERE OLD."short_name" IS NOT NEW."short_name" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_committee_delete AFTER DELETE ON "committee" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'short_name', OLD."short_name" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_committee_goal_insert AFTER INSERT ON "committee_goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'committee_goal', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_committee_goal_update AFTER UPDATE ON "committee_goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee_goal', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'motivation', OLD."motivation", NEW."motivation" WHERE OLD."motivation" IS NOT NEW."motivation" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_committee_goal_delete AFTER DELETE ON "committee_goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee_goal', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'motivation', OLD."motivation" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_committee_name_insert AFTER INSERT ON "committee_name" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'committee_name', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_committee_name_update AFTER UPDATE ON "committee_name" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee_name', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to"); END;
CREATE TRIGGER journal_committee_name_delete AFTER DELETE ON "committee_name" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'committee_name', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to"); END;
CREATE TRIGGER journal_control_insert AFTER INSERT ON "control" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'control', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_control_update AFTER UPDATE ON "control" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'control', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'risk_id', OLD."risk_id", NEW."risk_id" WHERE OLD."risk_id" IS NOT NEW."risk_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'method', OLD."method", NEW."method" WHERE OLD."method" IS NOT NEW."method" UNION ALL SELECT 'frequency', OLD."frequency", NEW."frequency" WHERE OLD."frequency" IS NOT NEW."frequency" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'reported', OLD."reported", NEW."reported" WHERE OLD."reported" IS NOT NEW."reported" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_control_delete AFTER DELETE ON "control" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'control', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'risk_id', OLD."risk_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'method', OLD."method" UNION ALL SELECT 'frequency', OLD."frequency" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'reported', OLD."reported" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_control_result_insert AFTER INSERT ON "control_result" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'control_result', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_control_result_update AFTER UPDATE ON "control_result" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'control_result', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'control_id', OLD."control_id", NEW."control_id" WHERE OLD."control_id" IS NOT NEW."control_id" UNION ALL SELECT 'occasion', OLD."occasion", NEW."occasion" WHERE OLD."occasion" IS NOT NEW."occasion" UNION ALL SELECT 'noted_on', OLD."noted_on", NEW."noted_on" WHERE OLD."noted_on" IS NOT NEW."noted_on" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id" UNION ALL SELECT 'result', OLD."result", NEW."result" WHERE OLD."result" IS NOT NEW."result" UNION ALL SELECT 'deviations', OLD."deviations", NEW."deviations" WHERE OLD."deviations" IS NOT NEW."deviations" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment" UNION ALL SELECT 'measure', OLD."measure", NEW."measure" WHERE OLD."measure" IS NOT NEW."measure" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_control_result_delete AFTER DELETE ON "control_result" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'control_result', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'control_id', OLD."control_id" UNION ALL SELECT 'occasion', OLD."occasion" UNION ALL SELECT 'noted_on', OLD."noted_on" UNION ALL SELECT 'person_id', OLD."person_id" UNION ALL SELECT 'result', OLD."result" UNION ALL SELECT 'deviations', OLD."deviations" UNION ALL SELECT 'comment', OLD."comment" UNION ALL SELECT 'measure', OLD."measure" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_cycle_event_insert AFTER INSERT ON "cycle_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'cycle_event', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_cycle_event_update AFTER UPDATE ON "cycle_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cycle_event', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'month', OLD."month", NEW."month" WHERE OLD."month" IS NOT NEW."month" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body" UNION ALL SELECT 'important', OLD."important", NEW."important" WHERE OLD."important" IS NOT NEW."important" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_cycle_event_delete AFTER DELETE ON "cycle_event" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'cycle_event', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'month', OLD."month" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'body', OLD."body" UNION ALL SELECT 'important', OLD."important" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_decided_report_insert AFTER INSERT ON "decided_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'decided_report', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_decided_report_update AFTER UPDATE ON "decided_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'decided_report', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'subject', OLD."subject", NEW."subject" WHERE OLD."subject" IS NOT NEW."subject" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'occasion', OLD."occasion", NEW."occasion" WHERE OLD."occasion" IS NOT NEW."occasion" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number", NEW."registration_number" WHERE OLD."registration_number" IS NOT NEW."registration_number" UNION ALL SELECT 'origin', OLD."origin", NEW."origin" WHERE OLD."origin" IS NOT NEW."origin" UNION ALL SELECT 'made_at', OLD."made_at", NEW."made_at" WHERE OLD."made_at" IS NOT NEW."made_at" UNION ALL SELECT 'made_by', OLD."made_by", NEW."made_by" WHERE OLD."made_by" IS NOT NEW."made_by" UNION ALL SELECT 'content', OLD."content", NEW."content" WHERE OLD."content" IS NOT NEW."content" UNION ALL SELECT 'pdf', OLD."pdf", NEW."pdf" WHERE OLD."pdf" IS NOT NEW."pdf" UNION ALL SELECT 'language', OLD."language", NEW."language" WHERE OLD."language" IS NOT NEW."language"); END;
CREATE TRIGGER journal_decided_report_delete AFTER DELETE ON "decided_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'decided_report', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'subject', OLD."subject" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'occasion', OLD."occasion" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number" UNION ALL SELECT 'origin', OLD."origin" UNION ALL SELECT 'made_at', OLD."made_at" UNION ALL SELECT 'made_by', OLD."made_by" UNION ALL SELECT 'content', OLD."content" UNION ALL SELECT 'pdf', OLD."pdf" UNION ALL SELECT 'language', OLD."language"); END;
CREATE TRIGGER journal_disposal_insert AFTER INSERT ON "disposal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'disposal', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_disposal_update AFTER UPDATE ON "disposal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'at', OLD."at", NEW."at" WHERE OLD."at" IS NOT NEW."at" UNION ALL SELECT 'by', OLD."by", NEW."by" WHERE OLD."by" IS NOT NEW."by" UNION ALL SELECT 'decision', OLD."decision", NEW."decision" WHERE OLD."decision" IS NOT NEW."decision" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'committee', OLD."committee", NEW."committee" WHERE OLD."committee" IS NOT NEW."committee"); END;
CREATE TRIGGER journal_disposal_delete AFTER DELETE ON "disposal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'at', OLD."at" UNION ALL SELECT 'by', OLD."by" UNION ALL SELECT 'decision', OLD."decision" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'committee', OLD."committee"); END;
CREATE TRIGGER journal_disposal_exemption_insert AFTER INSERT ON "disposal_exemption" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'disposal_exemption', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_disposal_exemption_update AFTER UPDATE ON "disposal_exemption" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal_exemption', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'disposal_id', OLD."disposal_id", NEW."disposal_id" WHERE OLD."disposal_id" IS NOT NEW."disposal_id" UNION ALL SELECT 'matter', OLD."matter", NEW."matter" WHERE OLD."matter" IS NOT NEW."matter" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'closed_on', OLD."closed_on", NEW."closed_on" WHERE OLD."closed_on" IS NOT NEW."closed_on" UNION ALL SELECT 'reason', OLD."reason", NEW."reason" WHERE OLD."reason" IS NOT NEW."reason" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_disposal_exemption_delete AFTER DELETE ON "disposal_exemption" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal_exemption', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'disposal_id', OLD."disposal_id" UNION ALL SELECT 'matter', OLD."matter" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'closed_on', OLD."closed_on" UNION ALL SELECT 'reason', OLD."reason" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_disposal_line_insert AFTER INSERT ON "disposal_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'disposal_line', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_disposal_line_update AFTER UPDATE ON "disposal_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal_line', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'disposal_id', OLD."disposal_id", NEW."disposal_id" WHERE OLD."disposal_id" IS NOT NEW."disposal_id" UNION ALL SELECT 'rule', OLD."rule", NEW."rule" WHERE OLD."rule" IS NOT NEW."rule" UNION ALL SELECT 'matter', OLD."matter", NEW."matter" WHERE OLD."matter" IS NOT NEW."matter" UNION ALL SELECT 'basis', OLD."basis", NEW."basis" WHERE OLD."basis" IS NOT NEW."basis" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'earliest', OLD."earliest", NEW."earliest" WHERE OLD."earliest" IS NOT NEW."earliest" UNION ALL SELECT 'until', OLD."until", NEW."until" WHERE OLD."until" IS NOT NEW."until" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_disposal_line_delete AFTER DELETE ON "disposal_line" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'disposal_line', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'disposal_id', OLD."disposal_id" UNION ALL SELECT 'rule', OLD."rule" UNION ALL SELECT 'matter', OLD."matter" UNION ALL SELECT 'basis', OLD."basis" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'earliest', OLD."earliest" UNION ALL SELECT 'until', OLD."until" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_document_relation_insert AFTER INSERT ON "document_relation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'document_relation', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_document_relation_update AFTER UPDATE ON "document_relation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_relation', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id", NEW."governing_document_id" WHERE OLD."governing_document_id" IS NOT NEW."governing_document_id" UNION ALL SELECT 'regulation_id', OLD."regulation_id", NEW."regulation_id" WHERE OLD."regulation_id" IS NOT NEW."regulation_id" UNION ALL SELECT 'other_id', OLD."other_id", NEW."other_id" WHERE OLD."other_id" IS NOT NEW."other_id" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment"); END;
CREATE TRIGGER journal_document_relation_delete AFTER DELETE ON "document_relation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_relation', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id" UNION ALL SELECT 'regulation_id', OLD."regulation_id" UNION ALL SELECT 'other_id', OLD."other_id" UNION ALL SELECT 'comment', OLD."comment"); END;
CREATE TRIGGER journal_document_review_insert AFTER INSERT ON "document_review" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'document_review', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_document_review_update AFTER UPDATE ON "document_review" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_review', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id", NEW."governing_document_id" WHERE OLD."governing_document_id" IS NOT NEW."governing_document_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'done_on', OLD."done_on", NEW."done_on" WHERE OLD."done_on" IS NOT NEW."done_on" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id" UNION ALL SELECT 'result', OLD."result", NEW."result" WHERE OLD."result" IS NOT NEW."result" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment"); END;
CREATE TRIGGER journal_document_review_delete AFTER DELETE ON "document_review" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_review', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'done_on', OLD."done_on" UNION ALL SELECT 'person_id', OLD."person_id" UNION ALL SELECT 'result', OLD."result" UNION ALL SELECT 'comment', OLD."comment"); END;
CREATE TRIGGER journal_document_type_insert AFTER INSERT ON "document_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'document_type', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_document_type_update AFTER UPDATE ON "document_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_type', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'level', OLD."level", NEW."level" WHERE OLD."level" IS NOT NEW."level" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'yearly', OLD."yearly", NEW."yearly" WHERE OLD."yearly" IS NOT NEW."yearly" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_document_type_delete AFTER DELETE ON "document_type" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'document_type', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'level', OLD."level" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'yearly', OLD."yearly" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_frame_item_insert AFTER INSERT ON "frame_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'frame_item', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_frame_item_update AFTER UPDATE ON "frame_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'frame_item', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'frame_id', OLD."frame_id", NEW."frame_id" WHERE OLD."frame_id" IS NOT NEW."frame_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'year_1', OLD."year_1", NEW."year_1" WHERE OLD."year_1" IS NOT NEW."year_1" UNION ALL SELECT 'year_2', OLD."year_2", NEW."year_2" WHERE OLD."year_2" IS NOT NEW."year_2" UNION ALL SELECT 'year_3', OLD."year_3", NEW."year_3" WHERE OLD."year_3" IS NOT NEW."year_3" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_frame_item_delete AFTER DELETE ON "frame_item" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'frame_item', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'frame_id', OLD."frame_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'year_1', OLD."year_1" UNION ALL SELECT 'year_2', OLD."year_2" UNION ALL SELECT 'year_3', OLD."year_3" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_goal_insert AFTER INSERT ON "goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'goal', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_goal_update AFTER UPDATE ON "goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'goal', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id", NEW."strategic_plan_id" WHERE OLD."strategic_plan_id" IS NOT NEW."strategic_plan_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'description', OLD."description", NEW."description" WHERE OLD."description" IS NOT NEW."description" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'sound_management', OLD."sound_management", NEW."sound_management" WHERE OLD."sound_management" IS NOT NEW."sound_management" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_goal_delete AFTER DELETE ON "goal" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'goal', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'description', OLD."description" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'sound_management', OLD."sound_management" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_goal_answer_insert AFTER INSERT ON "goal_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'goal_answer', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_goal_answer_update AFTER UPDATE ON "goal_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'goal_answer', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'goal_id', OLD."goal_id", NEW."goal_id" WHERE OLD."goal_id" IS NOT NEW."goal_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id", NEW."committee_goal_id" WHERE OLD."committee_goal_id" IS NOT NEW."committee_goal_id" UNION ALL SELECT 'comment', OLD."comment", NEW."comment" WHERE OLD."comment" IS NOT NEW."comment" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_goal_answer_delete AFTER DELETE ON "goal_answer" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'goal_answer', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'goal_id', OLD."goal_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id" UNION ALL SELECT 'comment', OLD."comment" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_governing_document_insert AFTER INSERT ON "governing_document" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'governing_document', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_governing_document_update AFTER UPDATE ON "governing_document" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'governing_document', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'standing', OLD."standing", NEW."standing" WHERE OLD."standing" IS NOT NEW."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id", NEW."replaces_id" WHERE OLD."replaces_id" IS NOT NEW."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'review_due', OLD."review_due", NEW."review_due" WHERE OLD."review_due" IS NOT NEW."review_due" UNION ALL SELECT 'document_type_id', OLD."document_type_id", NEW."document_type_id" WHERE OLD."document_type_id" IS NOT NEW."document_type_id" UNION ALL SELECT 'registration_number', OLD."registration_number", NEW."registration_number" WHERE OLD."registration_number" IS NOT NEW."registration_number" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'applies_to', OLD."applies_to", NEW."applies_to" WHERE OLD."applies_to" IS NOT NEW."applies_to" UNION ALL SELECT 'summary', OLD."summary", NEW."summary" WHERE OLD."summary" IS NOT NEW."summary" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_governing_document_delete AFTER DELETE ON "governing_document" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'governing_document', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'standing', OLD."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'review_due', OLD."review_due" UNION ALL SELECT 'document_type_id', OLD."document_type_id" UNION ALL SELECT 'registration_number', OLD."registration_number" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'applies_to', OLD."applies_to" UNION ALL SELECT 'summary', OLD."summary" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_indicator_insert AFTER INSERT ON "indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'indicator', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_indicator_update AFTER UPDATE ON "indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'indicator', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'goal_id', OLD."goal_id", NEW."goal_id" WHERE OLD."goal_id" IS NOT NEW."goal_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'source', OLD."source", NEW."source" WHERE OLD."source" IS NOT NEW."source" UNION ALL SELECT 'unit', OLD."unit", NEW."unit" WHERE OLD."unit" IS NOT NEW."unit" UNION ALL SELECT 'decimals', OLD."decimals", NEW."decimals" WHERE OLD."decimals" IS NOT NEW."decimals" UNION ALL SELECT 'direction', OLD."direction", NEW."direction" WHERE OLD."direction" IS NOT NEW."direction" UNION ALL SELECT 'by_gender', OLD."by_gender", NEW."by_gender" WHERE OLD."by_gender" IS NOT NEW."by_gender" UNION ALL SELECT 'compared_with', OLD."compared_with", NEW."compared_with" WHERE OLD."compared_with" IS NOT NEW."compared_with" UNION ALL SELECT 'frequency', OLD."frequency", NEW."frequency" WHERE OLD."frequency" IS NOT NEW."frequency" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_indicator_delete AFTER DELETE ON "indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'indicator', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'goal_id', OLD."goal_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'source', OLD."source" UNION ALL SELECT 'unit', OLD."unit" UNION ALL SELECT 'decimals', OLD."decimals" UNION ALL SELECT 'direction', OLD."direction" UNION ALL SELECT 'by_gender', OLD."by_gender" UNION ALL SELECT 'compared_with', OLD."compared_with" UNION ALL SELECT 'frequency', OLD."frequency" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_indicator_value_insert AFTER INSERT ON "indicator_value" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'indicator_value', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_indicator_value_update AFTER UPDATE ON "indicator_value" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'indicator_value', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'indicator_id', OLD."indicator_id", NEW."indicator_id" WHERE OLD."indicator_id" IS NOT NEW."indicator_id" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'gender', OLD."gender", NEW."gender" WHERE OLD."gender" IS NOT NEW."gender" UNION ALL SELECT 'value', OLD."value", NEW."value" WHERE OLD."value" IS NOT NEW."value" UNION ALL SELECT 'missing', OLD."missing", NEW."missing" WHERE OLD."missing" IS NOT NEW."missing"); END;
CREATE TRIGGER journal_indicator_value_delete AFTER DELETE ON "indicator_value" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'indicator_value', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'indicator_id', OLD."indicator_id" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'gender', OLD."gender" UNION ALL SELECT 'value', OLD."value" UNION ALL SELECT 'missing', OLD."missing"); END;
CREATE TRIGGER journal_investment_insert AFTER INSERT ON "investment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'investment', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_investment_update AFTER UPDATE ON "investment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'investment', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'total', OLD."total", NEW."total" WHERE OLD."total" IS NOT NEW."total" UNION ALL SELECT 'earlier', OLD."earlier", NEW."earlier" WHERE OLD."earlier" IS NOT NEW."earlier" UNION ALL SELECT 'year_1', OLD."year_1", NEW."year_1" WHERE OLD."year_1" IS NOT NEW."year_1" UNION ALL SELECT 'year_2', OLD."year_2", NEW."year_2" WHERE OLD."year_2" IS NOT NEW."year_2" UNION ALL SELECT 'year_3', OLD."year_3", NEW."year_3" WHERE OLD."year_3" IS NOT NEW."year_3" UNION ALL SELECT 'running_cost', OLD."running_cost", NEW."running_cost" WHERE OLD."running_cost" IS NOT NEW."running_cost" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_investment_delete AFTER DELETE ON "investment" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'investment', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'total', OLD."total" UNION ALL SELECT 'earlier', OLD."earlier" UNION ALL SELECT 'year_1', OLD."year_1" UNION ALL SELECT 'year_2', OLD."year_2" UNION ALL SELECT 'year_3', OLD."year_3" UNION ALL SELECT 'running_cost', OLD."running_cost" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_letter_template_insert AFTER INSERT ON "letter_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'letter_template', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_letter_template_update AFTER UPDATE ON "letter_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'letter_template', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_letter_template_delete AFTER DELETE ON "letter_template" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'letter_template', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'body', OLD."body" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_measure_insert AFTER INSERT ON "measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'measure', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_measure_update AFTER UPDATE ON "measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'measure', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'case_id', OLD."case_id", NEW."case_id" WHERE OLD."case_id" IS NOT NEW."case_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'responsible', OLD."responsible", NEW."responsible" WHERE OLD."responsible" IS NOT NEW."responsible" UNION ALL SELECT 'done_by', OLD."done_by", NEW."done_by" WHERE OLD."done_by" IS NOT NEW."done_by" UNION ALL SELECT 'done_on', OLD."done_on", NEW."done_on" WHERE OLD."done_on" IS NOT NEW."done_on" UNION ALL SELECT 'effect', OLD."effect", NEW."effect" WHERE OLD."effect" IS NOT NEW."effect" UNION ALL SELECT 'followed_up_on', OLD."followed_up_on", NEW."followed_up_on" WHERE OLD."followed_up_on" IS NOT NEW."followed_up_on" UNION ALL SELECT 'not_done', OLD."not_done", NEW."not_done" WHERE OLD."not_done" IS NOT NEW."not_done" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_measure_delete AFTER DELETE ON "measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'measure', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'case_id', OLD."case_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'responsible', OLD."responsible" UNION ALL SELECT 'done_by', OLD."done_by" UNION ALL SELECT 'done_on', OLD."done_on" UNION ALL SELECT 'effect', OLD."effect" UNION ALL SELECT 'followed_up_on', OLD."followed_up_on" UNION ALL SELECT 'not_done', OLD."not_done" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_municipality_insert AFTER INSERT ON "municipality" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'municipality', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_municipality_update AFTER UPDATE ON "municipality" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'municipality', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'org_number', OLD."org_number", NEW."org_number" WHERE OLD."org_number" IS NOT NEW."org_number" UNION ALL SELECT 'logo', OLD."logo", NEW."logo" WHERE OLD."logo" IS NOT NEW."logo" UNION ALL SELECT 'primary_colour', OLD."primary_colour", NEW."primary_colour" WHERE OLD."primary_colour" IS NOT NEW."primary_colour"); END;
CREATE TRIGGER journal_municipality_delete AFTER DELETE ON "municipality" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'municipality', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'org_number', OLD."org_number" UNION ALL SELECT 'logo', OLD."logo" UNION ALL SELECT 'primary_colour', OLD."primary_colour"); END;
CREATE TRIGGER journal_person_insert AFTER INSERT ON "person" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'person', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_person_update AFTER UPDATE ON "person" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'person', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'email', OLD."email", NEW."email" WHERE OLD."email" IS NOT NEW."email" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_person_delete AFTER DELETE ON "person" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'person', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'email', OLD."email" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_plan_insert AFTER INSERT ON "plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'plan', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_plan_update AFTER UPDATE ON "plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id", NEW."strategic_plan_id" WHERE OLD."strategic_plan_id" IS NOT NEW."strategic_plan_id" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'document_type', OLD."document_type", NEW."document_type" WHERE OLD."document_type" IS NOT NEW."document_type" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number", NEW."registration_number" WHERE OLD."registration_number" IS NOT NEW."registration_number" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'validity_note', OLD."validity_note", NEW."validity_note" WHERE OLD."validity_note" IS NOT NEW."validity_note" UNION ALL SELECT 'document_owner', OLD."document_owner", NEW."document_owner" WHERE OLD."document_owner" IS NOT NEW."document_owner" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'applies_to', OLD."applies_to", NEW."applies_to" WHERE OLD."applies_to" IS NOT NEW."applies_to" UNION ALL SELECT 'replaces', OLD."replaces", NEW."replaces" WHERE OLD."replaces" IS NOT NEW."replaces" UNION ALL SELECT 'related', OLD."related", NEW."related" WHERE OLD."related" IS NOT NEW."related" UNION ALL SELECT 'follow_up', OLD."follow_up", NEW."follow_up" WHERE OLD."follow_up" IS NOT NEW."follow_up" UNION ALL SELECT 'review_due', OLD."review_due", NEW."review_due" WHERE OLD."review_due" IS NOT NEW."review_due" UNION ALL SELECT 'classification', OLD."classification", NEW."classification" WHERE OLD."classification" IS NOT NEW."classification" UNION ALL SELECT 'retention', OLD."retention", NEW."retention" WHERE OLD."retention" IS NOT NEW."retention" UNION ALL SELECT 'approval', OLD."approval", NEW."approval" WHERE OLD."approval" IS NOT NEW."approval" UNION ALL SELECT 'approval_date', OLD."approval_date", NEW."approval_date" WHERE OLD."approval_date" IS NOT NEW."approval_date" UNION ALL SELECT 'approval_names', OLD."approval_names", NEW."approval_names" WHERE OLD."approval_names" IS NOT NEW."approval_names" UNION ALL SELECT 'approval_method', OLD."approval_method", NEW."approval_method" WHERE OLD."approval_method" IS NOT NEW."approval_method" UNION ALL SELECT 'approval_reference', OLD."approval_reference", NEW."approval_reference" WHERE OLD."approval_reference" IS NOT NEW."approval_reference" UNION ALL SELECT 'risk_action_from', OLD."risk_action_from", NEW."risk_action_from" WHERE OLD."risk_action_from" IS NOT NEW."risk_action_from" UNION ALL SELECT 'risk_control_from', OLD."risk_control_from", NEW."risk_control_from" WHERE OLD."risk_control_from" IS NOT NEW."risk_control_from" UNION ALL SELECT 'unit', OLD."unit", NEW."unit" WHERE OLD."unit" IS NOT NEW."unit" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_plan_delete AFTER DELETE ON "plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'strategic_plan_id', OLD."strategic_plan_id" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'document_type', OLD."document_type" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'validity_note', OLD."validity_note" UNION ALL SELECT 'document_owner', OLD."document_owner" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'applies_to', OLD."applies_to" UNION ALL SELECT 'replaces', OLD."replaces" UNION ALL SELECT 'related', OLD."related" UNION ALL SELECT 'follow_up', OLD."follow_up" UNION ALL SELECT 'review_due', OLD."review_due" UNION ALL SELECT 'classification', OLD."classification" UNION ALL SELECT 'retention', OLD."retention" UNION ALL SELECT 'approval', OLD."approval" UNION ALL SELECT 'approval_date', OLD."approval_date" UNION ALL SELECT 'approval_names', OLD."approval_names" UNION ALL SELECT 'approval_method', OLD."approval_method" UNION ALL SELECT 'approval_reference', OLD."approval_reference" UNION ALL SELECT 'risk_action_from', OLD."risk_action_from" UNION ALL SELECT 'risk_control_from', OLD."risk_control_from" UNION ALL SELECT 'unit', OLD."unit" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_plan_indicator_insert AFTER INSERT ON "plan_indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'plan_indicator', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_plan_indicator_update AFTER UPDATE ON "plan_indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_indicator', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'indicator_id', OLD."indicator_id", NEW."indicator_id" WHERE OLD."indicator_id" IS NOT NEW."indicator_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id", NEW."committee_goal_id" WHERE OLD."committee_goal_id" IS NOT NEW."committee_goal_id" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_plan_indicator_delete AFTER DELETE ON "plan_indicator" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_indicator', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'indicator_id', OLD."indicator_id" UNION ALL SELECT 'committee_goal_id', OLD."committee_goal_id" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_plan_stamp_insert AFTER INSERT ON "plan_stamp" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'plan_stamp', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_plan_stamp_update AFTER UPDATE ON "plan_stamp" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_stamp', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'at', OLD."at", NEW."at" WHERE OLD."at" IS NOT NEW."at" UNION ALL SELECT 'by', OLD."by", NEW."by" WHERE OLD."by" IS NOT NEW."by"); END;
CREATE TRIGGER journal_plan_stamp_delete AFTER DELETE ON "plan_stamp" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_stamp', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'at', OLD."at" UNION ALL SELECT 'by', OLD."by"); END;
CREATE TRIGGER journal_plan_version_insert AFTER INSERT ON "plan_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'plan_version', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_plan_version_update AFTER UPDATE ON "plan_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_version', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'origin', OLD."origin", NEW."origin" WHERE OLD."origin" IS NOT NEW."origin" UNION ALL SELECT 'made_at', OLD."made_at", NEW."made_at" WHERE OLD."made_at" IS NOT NEW."made_at" UNION ALL SELECT 'made_by', OLD."made_by", NEW."made_by" WHERE OLD."made_by" IS NOT NEW."made_by" UNION ALL SELECT 'content', OLD."content", NEW."content" WHERE OLD."content" IS NOT NEW."content" UNION ALL SELECT 'pdf', OLD."pdf", NEW."pdf" WHERE OLD."pdf" IS NOT NEW."pdf" UNION ALL SELECT 'language', OLD."language", NEW."language" WHERE OLD."language" IS NOT NEW."language" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title"); END;
CREATE TRIGGER journal_plan_version_delete AFTER DELETE ON "plan_version" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'plan_version', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'origin', OLD."origin" UNION ALL SELECT 'made_at', OLD."made_at" UNION ALL SELECT 'made_by', OLD."made_by" UNION ALL SELECT 'content', OLD."content" UNION ALL SELECT 'pdf', OLD."pdf" UNION ALL SELECT 'language', OLD."language" UNION ALL SELECT 'title', OLD."title"); END;
CREATE TRIGGER journal_process_insert AFTER INSERT ON "process" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'process', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_process_update AFTER UPDATE ON "process" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'process', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'purpose', OLD."purpose", NEW."purpose" WHERE OLD."purpose" IS NOT NEW."purpose" UNION ALL SELECT 'owner_id', OLD."owner_id", NEW."owner_id" WHERE OLD."owner_id" IS NOT NEW."owner_id" UNION ALL SELECT 'begins', OLD."begins", NEW."begins" WHERE OLD."begins" IS NOT NEW."begins" UNION ALL SELECT 'ends', OLD."ends", NEW."ends" WHERE OLD."ends" IS NOT NEW."ends" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_process_delete AFTER DELETE ON "process" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'process', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'purpose', OLD."purpose" UNION ALL SELECT 'owner_id', OLD."owner_id" UNION ALL SELECT 'begins', OLD."begins" UNION ALL SELECT 'ends', OLD."ends" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_process_step_insert AFTER INSERT ON "process_step" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'process_step', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_process_step_update AFTER UPDATE ON "process_step" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'process_step', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'process_id', OLD."process_id", NEW."process_id" WHERE OLD."process_id" IS NOT NEW."process_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'who', OLD."who", NEW."who" WHERE OLD."who" IS NOT NEW."who" UNION ALL SELECT 'takes', OLD."takes", NEW."takes" WHERE OLD."takes" IS NOT NEW."takes" UNION ALL SELECT 'gives', OLD."gives", NEW."gives" WHERE OLD."gives" IS NOT NEW."gives" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'routine_id', OLD."routine_id", NEW."routine_id" WHERE OLD."routine_id" IS NOT NEW."routine_id"); END;
CREATE TRIGGER journal_process_step_delete AFTER DELETE ON "process_step" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'process_step', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'process_id', OLD."process_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'who', OLD."who" UNION ALL SELECT 'takes', OLD."takes" UNION ALL SELECT 'gives', OLD."gives" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'routine_id', OLD."routine_id"); END;
CREATE TRIGGER journal_quality_report_insert AFTER INSERT ON "quality_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'quality_report', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_quality_report_update AFTER UPDATE ON "quality_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'quality_report', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'year', OLD."year", NEW."year" WHERE OLD."year" IS NOT NEW."year" UNION ALL SELECT 'is_decided', OLD."is_decided", NEW."is_decided" WHERE OLD."is_decided" IS NOT NEW."is_decided"); END;
CREATE TRIGGER journal_quality_report_delete AFTER DELETE ON "quality_report" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'quality_report', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'year', OLD."year" UNION ALL SELECT 'is_decided', OLD."is_decided"); END;
CREATE TRIGGER journal_quality_text_insert AFTER INSERT ON "quality_text" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'quality_text', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_quality_text_update AFTER UPDATE ON "quality_text" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'quality_text', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'quality_report_id', OLD."quality_report_id", NEW."quality_report_id" WHERE OLD."quality_report_id" IS NOT NEW."quality_report_id" UNION ALL SELECT 'section', OLD."section", NEW."section" WHERE OLD."section" IS NOT NEW."section" UNION ALL SELECT 'body', OLD."body", NEW."body" WHERE OLD."body" IS NOT NEW."body"); END;
CREATE TRIGGER journal_quality_text_delete AFTER DELETE ON "quality_text" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'quality_text', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'quality_report_id', OLD."quality_report_id" UNION ALL SELECT 'section', OLD."section" UNION ALL SELECT 'body', OLD."body"); END;
CREATE TRIGGER journal_receipt_insert AFTER INSERT ON "receipt" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'receipt', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_receipt_update AFTER UPDATE ON "receipt" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'receipt', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id", NEW."governing_document_id" WHERE OLD."governing_document_id" IS NOT NEW."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id", NEW."routine_id" WHERE OLD."routine_id" IS NOT NEW."routine_id" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'read_on', OLD."read_on", NEW."read_on" WHERE OLD."read_on" IS NOT NEW."read_on"); END;
CREATE TRIGGER journal_receipt_delete AFTER DELETE ON "receipt" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'receipt', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id" UNION ALL SELECT 'person_id', OLD."person_id" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'read_on', OLD."read_on"); END;
CREATE TRIGGER journal_regulation_insert AFTER INSERT ON "regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'regulation', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_regulation_update AFTER UPDATE ON "regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'regulation', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'number', OLD."number", NEW."number" WHERE OLD."number" IS NOT NEW."number" UNION ALL SELECT 'demands', OLD."demands", NEW."demands" WHERE OLD."demands" IS NOT NEW."demands" UNION ALL SELECT 'link', OLD."link", NEW."link" WHERE OLD."link" IS NOT NEW."link" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'checked_on', OLD."checked_on", NEW."checked_on" WHERE OLD."checked_on" IS NOT NEW."checked_on" UNION ALL SELECT 'checked_by_id', OLD."checked_by_id", NEW."checked_by_id" WHERE OLD."checked_by_id" IS NOT NEW."checked_by_id" UNION ALL SELECT 'next_check', OLD."next_check", NEW."next_check" WHERE OLD."next_check" IS NOT NEW."next_check" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_regulation_delete AFTER DELETE ON "regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'regulation', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'number', OLD."number" UNION ALL SELECT 'demands', OLD."demands" UNION ALL SELECT 'link', OLD."link" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'checked_on', OLD."checked_on" UNION ALL SELECT 'checked_by_id', OLD."checked_by_id" UNION ALL SELECT 'next_check', OLD."next_check" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_regulation_unit_insert AFTER INSERT ON "regulation_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'regulation_unit', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_regulation_unit_update AFTER UPDATE ON "regulation_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'regulation_unit', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'regulation_id', OLD."regulation_id", NEW."regulation_id" WHERE OLD."regulation_id" IS NOT NEW."regulation_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id"); END;
CREATE TRIGGER journal_regulation_unit_delete AFTER DELETE ON "regulation_unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'regulation_unit', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'regulation_id', OLD."regulation_id" UNION ALL SELECT 'unit_id', OLD."unit_id"); END;
CREATE TRIGGER journal_retention_rule_insert AFTER INSERT ON "retention_rule" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'retention_rule', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_retention_rule_update AFTER UPDATE ON "retention_rule" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'retention_rule', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'matter', OLD."matter", NEW."matter" WHERE OLD."matter" IS NOT NEW."matter" UNION ALL SELECT 'type_id', OLD."type_id", NEW."type_id" WHERE OLD."type_id" IS NOT NEW."type_id" UNION ALL SELECT 'kept', OLD."kept", NEW."kept" WHERE OLD."kept" IS NOT NEW."kept" UNION ALL SELECT 'years', OLD."years", NEW."years" WHERE OLD."years" IS NOT NEW."years" UNION ALL SELECT 'basis', OLD."basis", NEW."basis" WHERE OLD."basis" IS NOT NEW."basis" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_retention_rule_delete AFTER DELETE ON "retention_rule" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'retention_rule', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'matter', OLD."matter" UNION ALL SELECT 'type_id', OLD."type_id" UNION ALL SELECT 'kept', OLD."kept" UNION ALL SELECT 'years', OLD."years" UNION ALL SELECT 'basis', OLD."basis" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_risk_insert AFTER INSERT ON "risk" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'risk', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_risk_update AFTER UPDATE ON "risk" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'risk', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'code', OLD."code", NEW."code" WHERE OLD."code" IS NOT NEW."code" UNION ALL SELECT 'process', OLD."process", NEW."process" WHERE OLD."process" IS NOT NEW."process" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'cause', OLD."cause", NEW."cause" WHERE OLD."cause" IS NOT NEW."cause" UNION ALL SELECT 'consequence', OLD."consequence", NEW."consequence" WHERE OLD."consequence" IS NOT NEW."consequence" UNION ALL SELECT 'likelihood', OLD."likelihood", NEW."likelihood" WHERE OLD."likelihood" IS NOT NEW."likelihood" UNION ALL SELECT 'impact', OLD."impact", NEW."impact" WHERE OLD."impact" IS NOT NEW."impact" UNION ALL SELECT 'handling', OLD."handling", NEW."handling" WHERE OLD."handling" IS NOT NEW."handling" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_risk_delete AFTER DELETE ON "risk" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'risk', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'code', OLD."code" UNION ALL SELECT 'process', OLD."process" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'cause', OLD."cause" UNION ALL SELECT 'consequence', OLD."consequence" UNION ALL SELECT 'likelihood', OLD."likelihood" UNION ALL SELECT 'impact', OLD."impact" UNION ALL SELECT 'handling', OLD."handling" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_role_insert AFTER INSERT ON "role" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'role', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_role_update AFTER UPDATE ON "role" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'role', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to"); END;
CREATE TRIGGER journal_role_delete AFTER DELETE ON "role" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'role', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'person_id', OLD."person_id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to"); END;
CREATE TRIGGER journal_routine_insert AFTER INSERT ON "routine" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'routine', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_routine_update AFTER UPDATE ON "routine" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'routine', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'standing', OLD."standing", NEW."standing" WHERE OLD."standing" IS NOT NEW."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id", NEW."replaces_id" WHERE OLD."replaces_id" IS NOT NEW."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'review_due', OLD."review_due", NEW."review_due" WHERE OLD."review_due" IS NOT NEW."review_due" UNION ALL SELECT 'purpose', OLD."purpose", NEW."purpose" WHERE OLD."purpose" IS NOT NEW."purpose" UNION ALL SELECT 'scope', OLD."scope", NEW."scope" WHERE OLD."scope" IS NOT NEW."scope" UNION ALL SELECT 'background', OLD."background", NEW."background" WHERE OLD."background" IS NOT NEW."background" UNION ALL SELECT 'duties', OLD."duties", NEW."duties" WHERE OLD."duties" IS NOT NEW."duties" UNION ALL SELECT 'how', OLD."how", NEW."how" WHERE OLD."how" IS NOT NEW."how" UNION ALL SELECT 'documentation', OLD."documentation", NEW."documentation" WHERE OLD."documentation" IS NOT NEW."documentation" UNION ALL SELECT 'follow_up', OLD."follow_up", NEW."follow_up" WHERE OLD."follow_up" IS NOT NEW."follow_up" UNION ALL SELECT 'related', OLD."related", NEW."related" WHERE OLD."related" IS NOT NEW."related" UNION ALL SELECT 'revision', OLD."revision", NEW."revision" WHERE OLD."revision" IS NOT NEW."revision" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_routine_delete AFTER DELETE ON "routine" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'routine', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'standing', OLD."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'review_due', OLD."review_due" UNION ALL SELECT 'purpose', OLD."purpose" UNION ALL SELECT 'scope', OLD."scope" UNION ALL SELECT 'background', OLD."background" UNION ALL SELECT 'duties', OLD."duties" UNION ALL SELECT 'how', OLD."how" UNION ALL SELECT 'documentation', OLD."documentation" UNION ALL SELECT 'follow_up', OLD."follow_up" UNION ALL SELECT 'related', OLD."related" UNION ALL SELECT 'revision', OLD."revision" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_routine_regulation_insert AFTER INSERT ON "routine_regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'routine_regulation', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_routine_regulation_update AFTER UPDATE ON "routine_regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'routine_regulation', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'routine_id', OLD."routine_id", NEW."routine_id" WHERE OLD."routine_id" IS NOT NEW."routine_id" UNION ALL SELECT 'regulation_id', OLD."regulation_id", NEW."regulation_id" WHERE OLD."regulation_id" IS NOT NEW."regulation_id" UNION ALL SELECT 'sections', OLD."sections", NEW."sections" WHERE OLD."sections" IS NOT NEW."sections"); END;
CREATE TRIGGER journal_routine_regulation_delete AFTER DELETE ON "routine_regulation" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'routine_regulation', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'routine_id', OLD."routine_id" UNION ALL SELECT 'regulation_id', OLD."regulation_id" UNION ALL SELECT 'sections', OLD."sections"); END;
CREATE TRIGGER journal_saved_filter_insert AFTER INSERT ON "saved_filter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'saved_filter', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_saved_filter_update AFTER UPDATE ON "saved_filter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'saved_filter', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'register', OLD."register", NEW."register" WHERE OLD."register" IS NOT NEW."register" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'words', OLD."words", NEW."words" WHERE OLD."words" IS NOT NEW."words" UNION ALL SELECT 'chips', OLD."chips", NEW."chips" WHERE OLD."chips" IS NOT NEW."chips" UNION ALL SELECT 'sort', OLD."sort", NEW."sort" WHERE OLD."sort" IS NOT NEW."sort" UNION ALL SELECT 'descending', OLD."descending", NEW."descending" WHERE OLD."descending" IS NOT NEW."descending" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_saved_filter_delete AFTER DELETE ON "saved_filter" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'saved_filter', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'register', OLD."register" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'words', OLD."words" UNION ALL SELECT 'chips', OLD."chips" UNION ALL SELECT 'sort', OLD."sort" UNION ALL SELECT 'descending', OLD."descending" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_self_check_insert AFTER INSERT ON "self_check" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'self_check', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_self_check_update AFTER UPDATE ON "self_check" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'self_check', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'requirement', OLD."requirement", NEW."requirement" WHERE OLD."requirement" IS NOT NEW."requirement" UNION ALL SELECT 'regulation_id', OLD."regulation_id", NEW."regulation_id" WHERE OLD."regulation_id" IS NOT NEW."regulation_id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id", NEW."governing_document_id" WHERE OLD."governing_document_id" IS NOT NEW."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id", NEW."routine_id" WHERE OLD."routine_id" IS NOT NEW."routine_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'period', OLD."period", NEW."period" WHERE OLD."period" IS NOT NEW."period" UNION ALL SELECT 'method', OLD."method", NEW."method" WHERE OLD."method" IS NOT NEW."method" UNION ALL SELECT 'sample', OLD."sample", NEW."sample" WHERE OLD."sample" IS NOT NEW."sample" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'planned_for', OLD."planned_for", NEW."planned_for" WHERE OLD."planned_for" IS NOT NEW."planned_for" UNION ALL SELECT 'done_on', OLD."done_on", NEW."done_on" WHERE OLD."done_on" IS NOT NEW."done_on" UNION ALL SELECT 'done_by_id', OLD."done_by_id", NEW."done_by_id" WHERE OLD."done_by_id" IS NOT NEW."done_by_id" UNION ALL SELECT 'looked_at', OLD."looked_at", NEW."looked_at" WHERE OLD."looked_at" IS NOT NEW."looked_at" UNION ALL SELECT 'result', OLD."result", NEW."result" WHERE OLD."result" IS NOT NEW."result" UNION ALL SELECT 'deviations', OLD."deviations", NEW."deviations" WHERE OLD."deviations" IS NOT NEW."deviations" UNION ALL SELECT 'outcome', OLD."outcome", NEW."outcome" WHERE OLD."outcome" IS NOT NEW."outcome" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_self_check_delete AFTER DELETE ON "self_check" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'self_check', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'requirement', OLD."requirement" UNION ALL SELECT 'regulation_id', OLD."regulation_id" UNION ALL SELECT 'governing_document_id', OLD."governing_document_id" UNION ALL SELECT 'routine_id', OLD."routine_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'period', OLD."period" UNION ALL SELECT 'method', OLD."method" UNION ALL SELECT 'sample', OLD."sample" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'planned_for', OLD."planned_for" UNION ALL SELECT 'done_on', OLD."done_on" UNION ALL SELECT 'done_by_id', OLD."done_by_id" UNION ALL SELECT 'looked_at', OLD."looked_at" UNION ALL SELECT 'result', OLD."result" UNION ALL SELECT 'deviations', OLD."deviations" UNION ALL SELECT 'outcome', OLD."outcome" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_self_check_measure_insert AFTER INSERT ON "self_check_measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'self_check_measure', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_self_check_measure_update AFTER UPDATE ON "self_check_measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'self_check_measure', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'self_check_id', OLD."self_check_id", NEW."self_check_id" WHERE OLD."self_check_id" IS NOT NEW."self_check_id" UNION ALL SELECT 'deviation', OLD."deviation", NEW."deviation" WHERE OLD."deviation" IS NOT NEW."deviation" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'person_id', OLD."person_id", NEW."person_id" WHERE OLD."person_id" IS NOT NEW."person_id" UNION ALL SELECT 'due', OLD."due", NEW."due" WHERE OLD."due" IS NOT NEW."due" UNION ALL SELECT 'done_on', OLD."done_on", NEW."done_on" WHERE OLD."done_on" IS NOT NEW."done_on" UNION ALL SELECT 'effect', OLD."effect", NEW."effect" WHERE OLD."effect" IS NOT NEW."effect" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_self_check_measure_delete AFTER DELETE ON "self_check_measure" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'self_check_measure', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'self_check_id', OLD."self_check_id" UNION ALL SELECT 'deviation', OLD."deviation" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'person_id', OLD."person_id" UNION ALL SELECT 'due', OLD."due" UNION ALL SELECT 'done_on', OLD."done_on" UNION ALL SELECT 'effect', OLD."effect" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_shared_model_insert AFTER INSERT ON "shared_model" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'shared_model', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_shared_model_update AFTER UPDATE ON "shared_model" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'shared_model', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id", NEW."unit_id" WHERE OLD."unit_id" IS NOT NEW."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id", NEW."responsible_id" WHERE OLD."responsible_id" IS NOT NEW."responsible_id" UNION ALL SELECT 'version', OLD."version", NEW."version" WHERE OLD."version" IS NOT NEW."version" UNION ALL SELECT 'standing', OLD."standing", NEW."standing" WHERE OLD."standing" IS NOT NEW."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id", NEW."replaces_id" WHERE OLD."replaces_id" IS NOT NEW."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'review_due', OLD."review_due", NEW."review_due" WHERE OLD."review_due" IS NOT NEW."review_due" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'description', OLD."description", NEW."description" WHERE OLD."description" IS NOT NEW."description" UNION ALL SELECT 'link', OLD."link", NEW."link" WHERE OLD."link" IS NOT NEW."link" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_shared_model_delete AFTER DELETE ON "shared_model" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'shared_model', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'unit_id', OLD."unit_id" UNION ALL SELECT 'responsible_id', OLD."responsible_id" UNION ALL SELECT 'version', OLD."version" UNION ALL SELECT 'standing', OLD."standing" UNION ALL SELECT 'replaces_id', OLD."replaces_id" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'review_due', OLD."review_due" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'description', OLD."description" UNION ALL SELECT 'link', OLD."link" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_signatory_insert AFTER INSERT ON "signatory" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'signatory', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_signatory_update AFTER UPDATE ON "signatory" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'signatory', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'role', OLD."role", NEW."role" WHERE OLD."role" IS NOT NEW."role" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_signatory_delete AFTER DELETE ON "signatory" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'signatory', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'role', OLD."role" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER journal_strategic_plan_insert AFTER INSERT ON "strategic_plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'strategic_plan', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_strategic_plan_update AFTER UPDATE ON "strategic_plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'strategic_plan', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'first_year', OLD."first_year", NEW."first_year" WHERE OLD."first_year" IS NOT NEW."first_year" UNION ALL SELECT 'last_year', OLD."last_year", NEW."last_year" WHERE OLD."last_year" IS NOT NEW."last_year" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_strategic_plan_delete AFTER DELETE ON "strategic_plan" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'strategic_plan', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'first_year', OLD."first_year" UNION ALL SELECT 'last_year', OLD."last_year" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_unit_insert AFTER INSERT ON "unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'unit', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_unit_update AFTER UPDATE ON "unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'unit', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'committee_id', OLD."committee_id", NEW."committee_id" WHERE OLD."committee_id" IS NOT NEW."committee_id" UNION ALL SELECT 'parent_id', OLD."parent_id", NEW."parent_id" WHERE OLD."parent_id" IS NOT NEW."parent_id" UNION ALL SELECT 'name', OLD."name", NEW."name" WHERE OLD."name" IS NOT NEW."name" UNION ALL SELECT 'kind', OLD."kind", NEW."kind" WHERE OLD."kind" IS NOT NEW."kind" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position" UNION ALL SELECT 'valid_from', OLD."valid_from", NEW."valid_from" WHERE OLD."valid_from" IS NOT NEW."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to", NEW."valid_to" WHERE OLD."valid_to" IS NOT NEW."valid_to" UNION ALL SELECT 'sort_key', OLD."sort_key", NEW."sort_key" WHERE OLD."sort_key" IS NOT NEW."sort_key" UNION ALL SELECT 'folded', OLD."folded", NEW."folded" WHERE OLD."folded" IS NOT NEW."folded"); END;
CREATE TRIGGER journal_unit_delete AFTER DELETE ON "unit" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'unit', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'committee_id', OLD."committee_id" UNION ALL SELECT 'parent_id', OLD."parent_id" UNION ALL SELECT 'name', OLD."name" UNION ALL SELECT 'kind', OLD."kind" UNION ALL SELECT 'position', OLD."position" UNION ALL SELECT 'valid_from', OLD."valid_from" UNION ALL SELECT 'valid_to', OLD."valid_to" UNION ALL SELECT 'sort_key', OLD."sort_key" UNION ALL SELECT 'folded', OLD."folded"); END;
CREATE TRIGGER journal_version_minutes_insert AFTER INSERT ON "version_minutes" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'version_minutes', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_version_minutes_update AFTER UPDATE ON "version_minutes" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'version_minutes', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'version_id', OLD."version_id", NEW."version_id" WHERE OLD."version_id" IS NOT NEW."version_id" UNION ALL SELECT 'status', OLD."status", NEW."status" WHERE OLD."status" IS NOT NEW."status" UNION ALL SELECT 'noted_at', OLD."noted_at", NEW."noted_at" WHERE OLD."noted_at" IS NOT NEW."noted_at" UNION ALL SELECT 'decided_by', OLD."decided_by", NEW."decided_by" WHERE OLD."decided_by" IS NOT NEW."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on", NEW."decided_on" WHERE OLD."decided_on" IS NOT NEW."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph", NEW."paragraph" WHERE OLD."paragraph" IS NOT NEW."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number", NEW."registration_number" WHERE OLD."registration_number" IS NOT NEW."registration_number" UNION ALL SELECT 'approval', OLD."approval", NEW."approval" WHERE OLD."approval" IS NOT NEW."approval" UNION ALL SELECT 'approval_date', OLD."approval_date", NEW."approval_date" WHERE OLD."approval_date" IS NOT NEW."approval_date" UNION ALL SELECT 'approval_names', OLD."approval_names", NEW."approval_names" WHERE OLD."approval_names" IS NOT NEW."approval_names" UNION ALL SELECT 'approval_method', OLD."approval_method", NEW."approval_method" WHERE OLD."approval_method" IS NOT NEW."approval_method" UNION ALL SELECT 'approval_reference', OLD."approval_reference", NEW."approval_reference" WHERE OLD."approval_reference" IS NOT NEW."approval_reference" UNION ALL SELECT 'pdf', OLD."pdf", NEW."pdf" WHERE OLD."pdf" IS NOT NEW."pdf" UNION ALL SELECT 'language', OLD."language", NEW."language" WHERE OLD."language" IS NOT NEW."language"); END;
CREATE TRIGGER journal_version_minutes_delete AFTER DELETE ON "version_minutes" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'version_minutes', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'version_id', OLD."version_id" UNION ALL SELECT 'status', OLD."status" UNION ALL SELECT 'noted_at', OLD."noted_at" UNION ALL SELECT 'decided_by', OLD."decided_by" UNION ALL SELECT 'decided_on', OLD."decided_on" UNION ALL SELECT 'paragraph', OLD."paragraph" UNION ALL SELECT 'registration_number', OLD."registration_number" UNION ALL SELECT 'approval', OLD."approval" UNION ALL SELECT 'approval_date', OLD."approval_date" UNION ALL SELECT 'approval_names', OLD."approval_names" UNION ALL SELECT 'approval_method', OLD."approval_method" UNION ALL SELECT 'approval_reference', OLD."approval_reference" UNION ALL SELECT 'pdf', OLD."pdf" UNION ALL SELECT 'language', OLD."language"); END;
CREATE TRIGGER journal_volume_insert AFTER INSERT ON "volume" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) VALUES ((SELECT seq FROM step_now), 'volume', NEW.id, 'INSERT', '', NULL, NULL); END;
CREATE TRIGGER journal_volume_update AFTER UPDATE ON "volume" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'volume', NEW.id, 'UPDATE', * FROM (SELECT 'id', OLD."id", NEW."id" WHERE OLD."id" IS NOT NEW."id" UNION ALL SELECT 'plan_id', OLD."plan_id", NEW."plan_id" WHERE OLD."plan_id" IS NOT NEW."plan_id" UNION ALL SELECT 'title', OLD."title", NEW."title" WHERE OLD."title" IS NOT NEW."title" UNION ALL SELECT 'unit', OLD."unit", NEW."unit" WHERE OLD."unit" IS NOT NEW."unit" UNION ALL SELECT 'decimals', OLD."decimals", NEW."decimals" WHERE OLD."decimals" IS NOT NEW."decimals" UNION ALL SELECT 'outcome', OLD."outcome", NEW."outcome" WHERE OLD."outcome" IS NOT NEW."outcome" UNION ALL SELECT 'last_budget', OLD."last_budget", NEW."last_budget" WHERE OLD."last_budget" IS NOT NEW."last_budget" UNION ALL SELECT 'year_1', OLD."year_1", NEW."year_1" WHERE OLD."year_1" IS NOT NEW."year_1" UNION ALL SELECT 'year_2', OLD."year_2", NEW."year_2" WHERE OLD."year_2" IS NOT NEW."year_2" UNION ALL SELECT 'year_3', OLD."year_3", NEW."year_3" WHERE OLD."year_3" IS NOT NEW."year_3" UNION ALL SELECT 'position', OLD."position", NEW."position" WHERE OLD."position" IS NOT NEW."position"); END;
CREATE TRIGGER journal_volume_delete AFTER DELETE ON "volume" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; INSERT INTO change (step, tbl, record, op, col, before, after) SELECT (SELECT seq FROM step_now), 'volume', OLD.id, 'DELETE', *, NULL FROM (SELECT 'id', OLD."id" UNION ALL SELECT 'plan_id', OLD."plan_id" UNION ALL SELECT 'title', OLD."title" UNION ALL SELECT 'unit', OLD."unit" UNION ALL SELECT 'decimals', OLD."decimals" UNION ALL SELECT 'outcome', OLD."outcome" UNION ALL SELECT 'last_budget', OLD."last_budget" UNION ALL SELECT 'year_1', OLD."year_1" UNION ALL SELECT 'year_2', OLD."year_2" UNION ALL SELECT 'year_3', OLD."year_3" UNION ALL SELECT 'position', OLD."position"); END;
CREATE TRIGGER guard_setting_insert BEFORE INSERT ON "setting" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER guard_setting_update BEFORE UPDATE ON "setting" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER guard_setting_delete BEFORE DELETE ON "setting" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER guard_blob_insert BEFORE INSERT ON "blob" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER guard_blob_update BEFORE UPDATE ON "blob" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER guard_blob_delete BEFORE DELETE ON "blob" BEGIN SELECT RAISE(ABORT, 'a write outside a step') WHERE (SELECT seq FROM step_now) IS NULL; END;
CREATE TRIGGER frozen_decided_report_update BEFORE UPDATE ON decided_report BEGIN SELECT RAISE(ABORT, 'a decided version is never changed'); END;
CREATE TRIGGER frozen_decided_report_delete BEFORE DELETE ON decided_report BEGIN SELECT RAISE(ABORT, 'a decided version is never changed') WHERE OLD.origin = 'decided'; END;
CREATE TRIGGER frozen_plan_version_update BEFORE UPDATE ON plan_version BEGIN SELECT RAISE(ABORT, 'a decided version is never changed'); END;
CREATE TRIGGER frozen_plan_version_delete BEFORE DELETE ON plan_version BEGIN SELECT RAISE(ABORT, 'a decided version is never changed') WHERE OLD.origin = 'decided'; END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',2);
INSERT INTO "sqlite_sequence" VALUES('change',10);
COMMIT;
CREATE VIRTUAL TABLE search_words USING fts5 (
        head, body, content = 'search_entry', content_rowid = 'seq',
        tokenize = 'trigram', detail = 'column', columnsize = 0
    );
UPDATE search_state SET change = -1;
