"""Letters about a case, begun from their template with the case's own words in it."""

from __future__ import annotations

from styrdesk.base.ids import new_id
from styrdesk.domain.case import Case, CaseLetter
from styrdesk.domain.case_type import LETTER_KINDS, LetterKind, LetterTemplate
from styrdesk.domain.letters import filled
from styrdesk.domain.organisation import Committee, Municipality, Person, Unit
from styrdesk.services.cases import CaseRegister
from styrdesk.services.register import Register
from styrdesk.storage.store import Store


class LetterService:
    """Use cases of letters; that one is sent is noted by `CaseFlow`."""

    def __init__(self, store: Store, cases: CaseRegister, letters: Register[CaseLetter]) -> None:
        self._store, self._cases, self._letters = store, cases, letters

    def begin(self, case_id: str, kind: LetterKind) -> str:
        """Begin a letter of the kind from its first template; empty where there is none.

        Returns:
            The letter's id.
        """
        case = self._cases.get(case_id)
        templates = self._store.rows(LetterTemplate, {"kind": kind}, limit=1)
        values = self.values(case)
        words = [filled(text, values) for one in templates for text in (one.title, one.body)]
        title, body = words or (LETTER_KINDS[kind], "")
        made = CaseLetter(new_id(), case_id, kind, title, body)
        self._letters.add(made)
        return made.id

    def values(self, case: Case) -> dict[str, str]:
        """What each field of a template becomes."""
        people = self._store.rows(Person, {"id": case.handler_id or ""})
        units = self._store.rows(Unit, {"id": case.unit_id or ""})
        committee = self._store.get(Committee, case.committee_id)
        municipality = self._store.rows(Municipality)
        who = ", ".join(part for one in people for part in (one.name, one.title, one.email) if part)
        return {
            "nummer": case.code,
            "dnr": case.registration_number or case.code,
            "rubrik": case.title,
            "inkom": case.arrived.isoformat() if case.arrived else "",
            "svar_senast": case.answer_by.isoformat() if case.answer_by else "",
            "handläggare": who,
            "enhet": units[0].name if units else "",
            "nämnd": committee.name,
            "kommun": municipality[0].name if municipality else "",
            "namn": case.reporter,
            "idag": self._cases.today.isoformat(),
        }
