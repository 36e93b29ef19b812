"""That a person was made anonymous in a file: the record of it, which names no one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anonymisation:
    """One time. The program writes it.

    Attributes:
        at: ISO 8601 with its offset.
        by: Name of who sat there.
        name: What stands in the person's place.
        reason: Why, in words.
        number: In how many places.
    """

    id: str
    at: str = ""
    by: str = ""
    name: str = ""
    reason: str = ""
    number: int = 0
