"""The registers of a file, one line each: what they hold, what their steps are called.

A module for each part; a new part has a line in `_PARTS`.
"""

from __future__ import annotations

from typing import Any, Final

from styrdesk.services.register import RegisterSpec
from styrdesk.services.registers import cases, follow_up, organisation, planning, quality

_PARTS: Final = (organisation, planning, quality, cases, follow_up)

# By the name that the register has in `Services`.
REGISTERS: Final[dict[str, RegisterSpec[Any]]] = {
    name.lower(): spec
    for part in _PARTS
    for name, spec in vars(part).items()
    if isinstance(spec, RegisterSpec)
}
