"""What is given to a point of a list: an answer, or a comment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """Words for a point.

    Attributes:
        place: The point's place in the form.
        visit: Id of the visit to its line; empty for a press or a key.
        go_on: Whether the next point is wanted.
    """

    place: int
    words: str
    visit: str = ""
    go_on: bool = False
