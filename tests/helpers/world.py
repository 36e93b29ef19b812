"""What a page is handed: a real file with real services, and a head that remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from styrdesk.services.catalogue import Services
from styrdesk.services.search import Hit
from styrdesk.ui.kit.piece import PageContext, Subject, Target, Where
from tests.helpers.dialogs import ScriptedDialogs


@dataclass
class StandIn:
    """A window's head that remembers what it was asked."""

    place: Where = field(default_factory=Where)
    gone: list[Target] = field(default_factory=list)
    told: list[Subject | None] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    def where(self) -> Where:
        return self.place

    def choose(self, where: Where) -> None:
        self.place = where

    def go(self, target: Target) -> None:
        self.gone.append(target)

    def shows(self, hit: Hit) -> bool:
        return hit.table != "disposal"

    def show_hit(self, hit: Hit) -> None:
        self.hits.append(hit)

    def show_history(self, subject: Subject | None = None) -> None:
        self.told.append(subject)


@dataclass
class World:
    """A page's world: services, dialogs, and the nämnd and year chosen."""

    services: Services
    dialogs: ScriptedDialogs
    shell: StandIn
    context: PageContext

    def undo(self) -> None:
        """Undo as the window does it: the pages with the topics refresh."""
        self.context.operations.run(self.services.work.undo)

    def redo(self) -> None:
        self.context.operations.run(self.services.work.redo)
