"""What a grid holds that cannot be kept, and what it held before: Ctrl+Z takes that back first."""

from __future__ import annotations

from typing import Any

Held = tuple[dict[Any, Any], ...]  # by cell or row; all empty where everything is kept


class Past:
    """What was held before each typing that could not be kept."""

    def __init__(self) -> None:
        self._states: list[Held] = []

    def wrote(self, before: Held, now: Held) -> None:
        """Something was typed; where all of it is kept now, there is nothing to take back."""
        if not any(now):
            self._states.clear()
        elif now != before:
            self._states.append(before)

    def take_back(self, now: Held) -> Held:
        """What was held before the latest typing that is still held; what is saved stays saved."""
        while self._states:
            past = zip(self._states.pop(), now, strict=True)
            left = tuple({key: old[key] for key in old if key in held} for old, held in past)
            if left != now:
                return left
        return tuple({} for _each in now)
