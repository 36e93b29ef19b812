"""The municipality: its nämnder, units, people, and who holds which role when."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrdesk.base.collation import fold
from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import kept, link, maybe, named, owner, searched

_ORG_NUMBER = re.compile(r"[0-9]{2}[2-9][0-9]{3}-[0-9]{4}")  # a third digit below 2 is a person's
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Municipality:
    """The one municipality of a file.

    Attributes:
        org_number: NNNNNN-NNNN with its check digit (Luhn), or empty.
        logo: SHA-256 of a PNG or JPEG in the file, or empty.
        primary_colour: #RRGGBB for prints, or empty for the program's own.
    """

    id: str
    name: str = ""
    org_number: str = ""
    logo: str = kept()
    primary_colour: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """A nämnd, which exists from one day to another."""

    id: str
    name: str = named()
    short_name: str = searched()
    valid_from: date | None = None
    valid_to: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class CommitteeName:
    """A name the nämnd had before."""

    id: str
    committee_id: str = owner("committee")
    name: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


class UnitKind(StrEnum):
    """Level of a unit in the organisation."""

    ADMINISTRATION = "administration"
    OPERATION = "operation"
    UNIT = "unit"


UNIT_KINDS = {
    UnitKind.ADMINISTRATION: N_("Administration"),
    UnitKind.OPERATION: N_("Operation"),
    UnitKind.UNIT: N_("Unit"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A förvaltning, verksamhet or enhet; a tree under its nämnd."""

    id: str
    committee_id: str = link("committee")
    parent_id: str | None = maybe("unit")
    name: str = named()
    kind: UnitKind = UnitKind.OPERATION
    position: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a part in the work."""

    id: str
    name: str = named()
    title: str = searched()
    email: str = searched()


class RoleKind(StrEnum):
    """What a person is in a nämnd or unit."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    SECRETARY = "secretary"
    HEAD = "head"
    MANAGER = "manager"
    CONTROLLER = "controller"
    REGISTRAR = "registrar"
    OFFICER = "officer"


ROLE_KINDS = {
    RoleKind.CHAIR: N_("Chair"),
    RoleKind.VICE_CHAIR: N_("Deputy chair"),
    RoleKind.MEMBER: N_("Member"),
    RoleKind.SUBSTITUTE: N_("Substitute"),
    RoleKind.SECRETARY: N_("Committee secretary"),
    RoleKind.HEAD: N_("Head of administration"),
    RoleKind.MANAGER: N_("Manager"),
    RoleKind.CONTROLLER: N_("Controller"),
    RoleKind.REGISTRAR: N_("Registrar"),
    RoleKind.OFFICER: N_("Officer"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """A person's role in a nämnd or unit from one day to another."""

    id: str
    person_id: str = owner("person")
    committee_id: str | None = maybe("committee")
    unit_id: str | None = maybe("unit")
    kind: RoleKind = RoleKind.MEMBER
    valid_from: date | None = None
    valid_to: date | None = None


EMPLOYED = frozenset(
    {
        *(RoleKind.SECRETARY, RoleKind.HEAD, RoleKind.MANAGER, RoleKind.CONTROLLER),
        *(RoleKind.REGISTRAR, RoleKind.OFFICER),
    }
)


def in_force(start: date | None, end: date | None, day: date) -> bool:
    """Whether a thing with these dates holds on the day; an open end has no limit."""
    return (start is None or start <= day) and (end is None or day <= end)


def name_at(committee: Committee, names: Iterable[CommitteeName], day: date) -> str:
    """What the nämnd was called on the day; a former name without an end is not looked at."""
    for former in names:
        ended = former.committee_id == committee.id and former.valid_to is not None
        if ended and in_force(former.valid_from, former.valid_to, day):
            return former.name
    return committee.name


def check_dates(start: date | None, end: date | None, field: str = "valid_to") -> None:
    """Refuse an end before its beginning."""
    if start and end and end < start:
        raise RuleBroken(_("The end must not come before the beginning."), field)


def required(value: str, field: str, message: str) -> None:
    """Refuse an empty field with the words that say what belongs there."""
    if not value.strip():
        raise RuleBroken(message, field)


def check_municipality(municipality: Municipality) -> None:
    """Rules of the municipality's own data."""
    required(municipality.name, "name", _("Write the municipality's name."))
    number = municipality.org_number
    if number and not (_ORG_NUMBER.fullmatch(number) and luhn(number.replace("-", ""))):
        raise RuleBroken(
            _("Write the organisation number as 212000-2239; the last digit is a check digit."),
            "org_number",
        )
    check_colour(municipality.primary_colour)


def check_colour(colour: str, field: str = "primary_colour") -> None:
    """Refuse what is no colour; empty is the program's own."""
    if colour and not _COLOUR.fullmatch(colour):
        raise RuleBroken(_("Write the colour as # and six digits, like #0B4F6C."), field)


def check_committee(committee: Committee) -> None:
    """Rules of a nämnd."""
    required(committee.name, "name", _("Write the committee's name."))
    check_dates(committee.valid_from, committee.valid_to)


def concerned(
    roles: Iterable[Role],
    units: Iterable[Unit],
    day: date,
    committee_id: str | None,
    unit_id: str | None,
) -> set[str]:
    """Ids of the employed whom something of a unit, a nämnd or the whole municipality concerns.

    Args:
        roles: All roles.
        units: All units.
        day: The day on which the roles must hold.
        committee_id: The nämnd; None for any.
        unit_id: The unit, with all that lies under it; None for any of the nämnd.
    """
    units = tuple(units)
    within = frozenset(unit.id for unit in units if committee_id in (None, unit.committee_id))
    if unit_id is not None:
        within = with_below({unit_id}, units)
    return {
        role.person_id
        for role in roles
        if role.kind in EMPLOYED
        and in_force(role.valid_from, role.valid_to, day)
        and _is_within(role, within, committee_id, unit_id)
    }


def with_below(unit_ids: Container[str], units: Iterable[Unit]) -> frozenset[str]:
    """Ids of some units and of all that lies under them."""
    units = tuple(units)
    parents = {unit.id: unit.parent_id for unit in units}
    return frozenset(
        unit.id
        for unit in units
        if any(above in unit_ids for above in _with_those_above(unit.id, parents))
    )


def held_by(person_id: str, roles: Iterable[Role], day: date) -> tuple[Role, ...]:
    """The roles in which a person is employed on a day, in units and in nämnder."""
    return tuple(
        role
        for role in roles
        if role.person_id == person_id
        and role.kind in EMPLOYED
        and in_force(role.valid_from, role.valid_to, day)
    )


def speaks_of(words: str, names: Iterable[str]) -> bool:
    """Whether who is responsible, in words, is one of these: named in them, or begun as they are.

    "rektor" speaks of who is titled "Rektor Näverlundens skola". A name begins where a word does:
    "kvalitetschef" speaks neither of the unit IT nor of who is titled "Chef".
    """
    said = fold(words).strip()
    known = [fold(name).strip() for name in names if name.strip()]
    return bool(said) and any(
        re.search(rf"(?<!\w){re.escape(name)}", said) or name.startswith(said) for name in known
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """What concerns a person: `concerned` seen from the other side.

    Attributes:
        committees: Ids; what has no unit concerns those of its nämnd, and of no nämnd everyone.
        units: Ids of the person's units with those above them.
    """

    committees: frozenset[str]
    units: frozenset[str]


def reach(held: Iterable[Role], units: Iterable[Unit]) -> Reach | None:
    """What concerns one who has these roles (`held_by`); None for one who is not employed."""
    known = {unit.id: unit for unit in units}
    above = {unit.id: unit.parent_id for unit in known.values()}
    roles = tuple(held)
    own = [known[role.unit_id] for role in roles if role.unit_id is not None]
    of_no_unit = (role.committee_id for role in roles if role.unit_id is None)
    committees = frozenset(filter(None, (*(unit.committee_id for unit in own), *of_no_unit)))
    over = frozenset(each for unit in own for each in _with_those_above(unit.id, above))
    return Reach(committees, over) if roles else None


def _with_those_above(unit_id: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    at: str | None = unit_id
    seen: set[str] = set()
    while at is not None and at not in seen:
        yield at
        seen.add(at)
        at = parents.get(at)


def _is_within(
    role: Role, units: Container[str | None], committee_id: str | None, unit_id: str | None
) -> bool:
    if role.unit_id is not None:
        return role.unit_id in units
    return unit_id is None and committee_id in (None, role.committee_id)


def check_unit(unit: Unit, units: Sequence[Unit]) -> None:
    """Rules of a unit: a name, right dates, and no circle in the tree."""
    required(unit.name, "name", _("Write the unit's name."))
    check_dates(unit.valid_from, unit.valid_to)
    parents = {u.id: u.parent_id for u in units} | {unit.id: unit.parent_id}
    at, seen = unit.parent_id, {unit.id}
    while at is not None:
        if at in seen:
            raise RuleBroken(_("A unit cannot lie under itself."), "parent_id")
        seen.add(at)
        at = parents.get(at)


def check_person(person: Person) -> None:
    """Rules of a person."""
    required(person.name, "name", _("Write the person's name."))


def check_role(role: Role) -> None:
    """Rules of a role: it belongs to a nämnd or a unit, and its dates are right."""
    required(role.person_id, "person_id", _("Choose a person."))
    if role.committee_id is None and role.unit_id is None:
        raise RuleBroken(_("Choose a committee or a unit."), "committee_id")
    check_dates(role.valid_from, role.valid_to)


def luhn(digits: str) -> bool:
    """Whether the last digit is the right check digit (Luhn, ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004
    return total % 10 == 0


def tree(units: Iterable[Unit]) -> list[tuple[int, Unit]]:
    """Units with their depth, parents before children, in their own order."""
    below: dict[str | None, list[Unit]] = {}
    units = tuple(units)
    known = {unit.id for unit in units}
    for unit in sorted(units, key=lambda u: (u.position, u.name)):
        below.setdefault(unit.parent_id if unit.parent_id in known else None, []).append(unit)
    found: list[tuple[int, Unit]] = []

    def walk(parent: str | None, depth: int) -> None:
        for unit in below.get(parent, ()):
            found.append((depth, unit))
            walk(unit.id, depth + 1)

    walk(None, 0)
    return found
