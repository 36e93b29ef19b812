"""Shared models: their versions, and other records that begin as one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.checklist import ChecklistTemplate, check_template
from styrdesk.domain.edition import is_over
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import GoverningDocument, check_governing_document
from styrdesk.domain.record import Record, specs
from styrdesk.domain.routine import Routine, check_routine
from styrdesk.domain.shared_model import SharedModel, check_shared_model, origin
from styrdesk.services.edition import EditionService
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

_FILED: Final = frozenset(spec.link for spec in specs(Attachment) if spec.owned)


class ModelService(EditionService[SharedModel]):
    """Use cases of shared models, beside those of a register.

    Each `begin_…` is one step, gives the id of what was begun, and raises RuleBroken where a
    field is lacking or the model is no longer in force.
    """

    def __init__(self, store: Store, work: Work, clock: Clock) -> None:
        super().__init__(store, work, clock, SharedModel, check_shared_model, (Attachment,))

    def begin_document(
        self, model_id: str, title: str, committee_id: str | None, document_type_id: str
    ) -> str:
        """The draft of a governing document, with the model's files."""
        model = self._usable(model_id)
        made = GoverningDocument(
            new_id(),
            title=title,
            committee_id=committee_id,
            document_type_id=document_type_id,
            summary=origin(model),
        )
        check_governing_document(made)
        return self._begin(model, made)

    def begin_routine(self, model_id: str, title: str, committee_id: str | None) -> str:
        """The draft of a routine, with the model's files."""
        model = self._usable(model_id)
        related = richtext.write(richtext.from_plain(origin(model)))
        made = Routine(new_id(), title=title, committee_id=committee_id, related=related)
        check_routine(made)
        return self._begin(model, made)

    def begin_checklist(self, model_id: str, title: str, committee_id: str | None) -> str:
        """A template of checklists, whose items are yet to be written; it keeps no files."""
        model = self._usable(model_id)
        made = ChecklistTemplate(
            new_id(), title=title, committee_id=committee_id, purpose=origin(model)
        )
        check_template(made)
        return self._begin(model, made)

    def _usable(self, model_id: str) -> SharedModel:
        model = self._store.get(SharedModel, model_id)
        if is_over(model):
            raise RuleBroken(_("It is no longer in force. Use the version that is."))
        return model

    def _begin(self, model: SharedModel, made: Record) -> str:
        table = TABLE_OF[type(made)]
        files = self._store.rows(Attachment, {"shared_model_id": model.id})
        with self._work.step(N_("Use as a template")):
            self._store.save(made)
            for held in files if table in _FILED else ():
                owner: dict[str, Any] = {"shared_model_id": None, f"{table}_id": made.id}
                self._store.save(replace(held, id=new_id(), **owner))
        return made.id
