"""Models and documents that the whole municipality shares, so that work is done the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.edition import Edition
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import maybe, searched


class ModelKind(StrEnum):
    """What a shared model is to be used as."""

    TEMPLATE = "template"
    MODEL = "model"
    CHECKLIST = "checklist"
    FORM = "form"
    GUIDE = "guide"
    PRESENTATION = "presentation"


MODEL_KINDS = {
    ModelKind.TEMPLATE: N_("Template"),
    ModelKind.MODEL: N_("Model"),
    ModelKind.CHECKLIST: N_("Checklist"),
    ModelKind.FORM: N_("Form to fill in"),
    ModelKind.GUIDE: N_("Guide"),
    ModelKind.PRESENTATION: N_("Presentation"),
}


@dataclass(frozen=True, slots=True)
class SharedModel(Edition):
    """A version of a model; what it is stands in the files that are kept with it.

    Attributes:
        description: When and how it is used.
        link: Where it can be read, when it is kept elsewhere too.
    """

    replaces_id: str | None = maybe("shared_model")
    kind: ModelKind = ModelKind.TEMPLATE
    description: str = searched()
    link: str = ""


def check_shared_model(model: SharedModel) -> None:
    """Rules of a shared model."""
    required(model.title, "title", _("Write what the model is called."))
    check_dates(model.valid_from, model.valid_to)


def origin(model: SharedModel) -> str:
    """What is said of where something came from that began as a model."""
    told = _("Made from the shared model {title}, version {number}.")
    return told.format(title=model.title, number=model.version)
