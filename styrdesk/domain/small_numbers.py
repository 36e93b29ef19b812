"""Small numbers kept out of what is published, also from who reckons backwards from the sums.

Few cases in a unit can point at a person. A number under the limit is therefore not told, and so
many others with it that the hidden ones cannot be told from the total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 5  # the smallest number that is told, nought left out


@dataclass(frozen=True, slots=True)
class Published:
    """Numbers as they may be told.

    Attributes:
        cells: In the order they came; None for one that is not told.
        total: Their sum; None where not even that is told.
    """

    cells: tuple[int | None, ...]
    total: int | None


def published(counts: Sequence[int], limit: int = LIMIT) -> Published:
    """What may be told of the parts of a whole.

    A part of 1 to `limit` − 1 is hidden. The sum of the hidden is known to who subtracts the told
    from the total, so the smallest of the others is hidden with them, and more until each hidden
    one could be at least `limit` different numbers. Always one other at least, and with it those
    just as large: who knows this rule then learns no more. Noughts are told, unless all is hidden.

    Args:
        counts: Parts of one whole, none below nought.
        limit: The smallest number told.
    """
    total = sum(counts)
    if 0 < total < limit:
        return Published((None,) * len(counts), None)
    hidden = {n for n, count in enumerate(counts) if 0 < count < limit}
    if not hidden:
        return Published(tuple(counts), total)
    for size in sorted({count for count in counts if count >= limit}):
        hidden |= {n for n, count in enumerate(counts) if count == size}
        if _is_safe([counts[n] for n in hidden], limit):
            break
    else:
        return Published((None,) * len(counts), total)
    return Published(tuple(None if n in hidden else c for n, c in enumerate(counts)), total)


def _is_safe(hidden: Sequence[int], limit: int) -> bool:
    """Whether each of these, known to be one or more, could be `limit` different numbers."""
    return len(hidden) > 1 and sum(hidden) - len(hidden) + 1 >= limit
