"""Schema 15: decided reports of every kind, and what a decided version was called.

A report on quality that is decided is frozen as it stands in the file. Its content is known by its
SHA-256, which SQL cannot reckon. Frozen: never edited after release.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Callable

    from styrdesk.storage.connection import Database

_DECIDED: Final = """
SELECT q.id, q.committee_id, q.year, q.decided_on, q.paragraph, q.figures, c.name
FROM quality_report AS q JOIN committee AS c ON c.id = q.committee_id WHERE q.figures <> ''
"""
_KEEP: Final = """
INSERT INTO decided_report SELECT ?, ?, 'quality_report', ?, ?, '', 1, ?, ?, ?, ?, '', 'upgraded',
    strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'), '', ?, '', 'sv'
"""


def _logo(db: Database, digest: str) -> str:
    kept = db.asked("SELECT content FROM blob WHERE sha256 = ?", digest)
    return b64encode(kept[0][0]).decode("ascii") if kept else ""


def _freeze(db: Database) -> None:
    for report, committee_id, year, day, paragraph, figures, committee in db.asked(_DECIDED):
        asked = "SELECT section, body FROM quality_text WHERE quality_report_id = ?"
        said = {str(section): str(body) for section, body in db.asked(asked, report)}
        found = json.loads(figures)
        title = f"Kvalitetsberättelse {year}"
        head = {
            "title": title,
            "committee": found["committee"],
            "municipality": found["municipality"],
            "year": year,
            "colour": found["colour"],
            "logo": _logo(db, found.get("logo", "")),
            "decision": {
                "decided_by": found["committee"],
                "decided_on": day,
                "paragraph": paragraph,
                "registration_number": "",
            },
        }
        sections = [one | {"text": said.get(one["key"], "")} for one in found["sections"]]
        text = json.dumps({"head": head, "sections": sections}, ensure_ascii=False)
        content = text.encode("utf-8")
        digest = sha256(content).hexdigest()
        db.execute_sql(
            "INSERT INTO blob (sha256, media_type, content) VALUES (?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (digest, "application/json", content),
        )
        key = str(uuid5(NAMESPACE_URL, f"decided/{report}"))
        values = (key, committee_id, report, year, title, committee, day, paragraph, digest)
        db.execute_sql(_KEEP, values)


STATEMENTS: tuple[str | Callable[[Database], None], ...] = (
    "ALTER TABLE plan_version ADD COLUMN title TEXT NOT NULL DEFAULT ''",
    """
    UPDATE plan_version SET title = COALESCE((
        SELECT CASE WHEN json_valid(CAST(b.content AS TEXT))
            THEN json_extract(CAST(b.content AS TEXT), '$.plan[0].title') END
        FROM blob AS b WHERE b.sha256 = plan_version.content
    ), '')
    """,
    """
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
    """,
    "CREATE INDEX decided_report_committee_id ON decided_report (committee_id, year)",
    """
    CREATE UNIQUE INDEX decided_report_subject
    ON decided_report (subject, kind, occasion, number)
    """,
    _freeze,
    "ALTER TABLE quality_report ADD COLUMN is_decided INTEGER NOT NULL DEFAULT 0",
    "UPDATE quality_report SET is_decided = 1 WHERE figures <> ''",
    "ALTER TABLE quality_report DROP COLUMN decided_on",
    "ALTER TABLE quality_report DROP COLUMN paragraph",
    "ALTER TABLE quality_report DROP COLUMN figures",
)
