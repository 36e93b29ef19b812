"""Numbered, frozen migrations; number n takes a file from schema n−1 to n."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from styrdesk.storage.connection import Database
from styrdesk.storage.migrations import (
    m0001_first,
    m0002_carried,
    m0003_versions,
    m0004_trash,
    m0005_laws,
    m0006_documents,
    m0007_lists,
    m0008_checklists,
    m0009_cases,
    m0010_follow_up,
    m0011_retention,
    m0012_models,
    m0013_disposal,
    m0014_attached_words,
    m0015_decided,
    m0016_evidence,
    m0017_anonymisation,
    m0018_activities,
    m0019_reading,
    m0020_case_files,
    m0021_minutes_print,
)

# A statement in SQL, or a function where SQL cannot say it.
Statement = str | Callable[[Database], None]

MIGRATIONS: Final[tuple[tuple[Statement, ...], ...]] = (
    m0001_first.STATEMENTS,
    m0002_carried.STATEMENTS,
    m0003_versions.STATEMENTS,
    m0004_trash.STATEMENTS,
    m0005_laws.STATEMENTS,
    m0006_documents.STATEMENTS,
    m0007_lists.STATEMENTS,
    m0008_checklists.STATEMENTS,
    m0009_cases.STATEMENTS,
    m0010_follow_up.STATEMENTS,
    m0011_retention.STATEMENTS,
    m0012_models.STATEMENTS,
    m0013_disposal.STATEMENTS,
    m0014_attached_words.STATEMENTS,
    m0015_decided.STATEMENTS,
    m0016_evidence.STATEMENTS,
    m0017_anonymisation.STATEMENTS,
    m0018_activities.STATEMENTS,
    m0019_reading.STATEMENTS,
    m0020_case_files.STATEMENTS,
    m0021_minutes_print.STATEMENTS,
)
NEWEST: Final = len(MIGRATIONS)
