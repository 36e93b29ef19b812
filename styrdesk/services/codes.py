"""Numbers of goals, activities and risks: what the next one is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_CODE: Final = re.compile(r"(\D*)(\d{1,9})")


def next_code(letter: str, codes: Iterable[str]) -> str:
    """The number after the highest, as most codes are written: V6 after V5, KF6 after KF5.

    Args:
        letter: What a first code begins with.
        codes: Those there are.
    """
    parts = [found.groups() for found in map(_CODE.fullmatch, codes) if found]
    counted = Counter(begins for begins, _number in parts).most_common(1)
    begins = counted[0][0] if counted else letter
    return f"{begins}{max((int(n) for b, n in parts if b == begins), default=0) + 1}"
