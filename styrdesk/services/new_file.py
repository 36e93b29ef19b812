"""What a new file holds from its first moment: the municipality, one nämnd, and who sits here."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import (
    Committee,
    Municipality,
    Person,
    Role,
    RoleKind,
    check_committee,
    check_municipality,
    check_person,
)
from styrdesk.domain.record import Record
from styrdesk.services.case_data import starting_set
from styrdesk.services.catalogue import Services
from styrdesk.services.styrmodell import plan_template


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new file is asked for.

    Attributes:
        person: Who sits here; becomes the nämnd's secretary.
        template: The plan is begun from this template (the name of its file); empty for no plan.
    """

    municipality: str
    committee: str
    person: str
    template: str = ""

    def records(self) -> tuple[Municipality, Committee, Person]:
        """The first records of the file.

        Raises:
            RuleBroken: A name is missing; `field` tells which.
        """
        for field, words in (
            ("municipality", self.municipality),
            ("committee", self.committee),
            ("person", self.person),
        ):
            if not words.strip():
                raise RuleBroken(_("Fill in a name."), field)
        municipality = Municipality(new_id(), name=self.municipality.strip())
        committee = Committee(new_id(), name=self.committee.strip())
        person = Person(new_id(), name=self.person.strip())
        check_municipality(municipality)
        check_committee(committee)
        check_person(person)
        return municipality, committee, person


def begin_plan(services: Services, beginning: Beginning, committee_id: str, year: int) -> None:
    """Make the plan that was asked for, as a step of its own: that one can be undone.

    Raises:
        RuleBroken: The template is none.
        FileProblem: The template or the file says no.
    """
    if beginning.template:
        base = plan_template(resource("templates", f"{beginning.template}.toml"))
        services.plans.create(committee_id, year, base)


def begin(services: Services, beginning: Beginning) -> tuple[str, str]:
    """Fill a new file, in one step that undo does not take back: the file is never empty again.

    Returns:
        The nämnd's id, and the id of the person who sits here.

    Raises:
        RuleBroken: A name is missing.
        FileProblem: The file cannot be written.
    """
    municipality, committee, person = beginning.records()
    role = Role(new_id(), person_id=person.id, committee_id=committee.id, kind=RoleKind.SECRETARY)
    store = services.file.store
    records: tuple[Record, ...] = (municipality, committee, person, role, *starting_set())
    with services.work.barrier(N_("New file")):
        for record in records:
            store.save(record)
    return committee.id, person.id
