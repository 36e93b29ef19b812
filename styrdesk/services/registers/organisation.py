"""Whom a file is of: nämnder, units, people and their roles, and what each has saved of filters."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import organisation, saved_filter
from styrdesk.services.register import RegisterSpec

COMMITTEES = RegisterSpec(
    organisation.Committee,
    N_("New committee"),
    N_("Change committee"),
    N_("Delete committee"),
    organisation.check_committee,
)
COMMITTEE_NAMES = RegisterSpec(
    organisation.CommitteeName,
    N_("New former name"),
    N_("Change former name"),
    N_("Delete former name"),
    siblings=("committee_id",),
)
UNITS = RegisterSpec(
    organisation.Unit,
    N_("New unit"),
    N_("Change unit"),
    N_("Delete unit"),
    siblings=("committee_id",),
)
PEOPLE = RegisterSpec(
    organisation.Person,
    N_("New person"),
    N_("Change person"),
    N_("Delete person"),
    organisation.check_person,
)
ROLES = RegisterSpec(
    organisation.Role,
    N_("New role"),
    N_("Change role"),
    N_("Delete role"),
    organisation.check_role,
    siblings=("person_id",),
)
SAVED_FILTERS = RegisterSpec(
    saved_filter.SavedFilter,
    N_("New saved filter"),
    N_("Change saved filter"),
    N_("Delete saved filter"),
    saved_filter.check_saved_filter,
)
