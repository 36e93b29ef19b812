"""Which fields of a case hold what may be known of a person: one list for all who must know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Fields that name or lead to who wrote in.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {"case": ("reporter", "contact")}

# Fields where anything may have been written, also of persons.
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "case": ("title", "body", "investigation"),
    "cause": ("words",),
    "measure": ("title", "responsible", "effect", "not_done"),
    "case_letter": ("title", "body"),
    "case_link": ("title",),
    "case_event": ("what",),
    "attachment": ("name",),
}

# Staff: names of who did what in the work itself.
STAFF: Final[Mapping[str, tuple[str, ...]]] = {
    "case": ("handler_id",),
    "case_event": ("by",),
    "attachment": ("added_by",),
}
