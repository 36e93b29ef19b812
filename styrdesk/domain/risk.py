"""Risk analysis and internal control (KL 6 kap. 6 §): risk value is likelihood × impact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import named, owner, searched, within

MOST = 4
"""The highest likelihood and the greatest impact."""


class Handling(StrEnum):
    """What is done about a risk."""

    ACCEPT = "accept"
    ACT = "act"
    CONTROL = "control"


HANDLINGS = {
    Handling.ACCEPT: N_("Accept"),
    Handling.ACT: N_("Act"),
    Handling.CONTROL: N_("Control"),
}


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that may happen. Likelihood (S) and impact (K) are 1–4."""

    id: str
    plan_id: str = owner("plan")
    code: str = named()
    process: str = searched()
    title: str = named()
    cause: str = searched()
    consequence: str = searched()
    likelihood: int = within(1, MOST, 1)
    impact: int = within(1, MOST, 1)
    handling: Handling = Handling.ACCEPT
    position: int = 0

    @property
    def value(self) -> int:
        """Risk value RV = S × K."""
        return self.likelihood * self.impact


@dataclass(frozen=True, slots=True)
class Control:
    """A kontrollmoment of the internal control plan."""

    id: str
    plan_id: str = owner("plan")
    risk_id: str = owner("risk")
    title: str = ""
    method: str = ""
    frequency: str = ""
    responsible: str = ""
    reported: str = ""
    position: int = 0


def expected_handling(value: int, act_from: int, control_from: int) -> Handling:
    """What the plan's own limits ask for at a risk value."""
    if value >= control_from:
        return Handling.CONTROL
    return Handling.ACT if value >= act_from else Handling.ACCEPT


def check_risk(risk: Risk) -> None:
    """Rules of a risk."""
    required(risk.title, "title", _("Write what may happen."))


def check_control(control: Control) -> None:
    """Rules of a kontrollmoment."""
    required(control.risk_id, "risk_id", _("Choose the risk that is controlled."))
