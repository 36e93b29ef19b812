"""An open file in the window: its services, the door for writes, and where one was last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from styrdesk.base.ids import new_id
from styrdesk.services.changes import Changes
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import Where

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.services.catalogue import Services
    from styrdesk.ui.shell.doorbell import Doorbell
    from styrdesk.ui.shell.keeper import Keeper
    from styrdesk.ui.shell.watch import Watch

_PARTS = 3


@dataclass(frozen=True)
class LastStep:
    """Tells what the file's latest step changed."""

    services: Services

    def __call__(self) -> Changes:
        return self.services.work.last


@dataclass(frozen=True)
class Session:
    """What lives as long as the file is open, also when the pages are built anew.

    Attributes:
        doorbell: Where other starts on the file ring; None when it may only be read.
    """

    services: Services
    operations: Operations
    dialogs: Dialogs
    settings: SettingsService
    keeper: Keeper
    watch: Watch
    doorbell: Doorbell | None

    @classmethod
    def of(cls, services: Services, dialogs: Dialogs, settings: SettingsService) -> Session:
        """A session of a file that was just opened."""
        from styrdesk.ui.shell.doorbell import Doorbell
        from styrdesk.ui.shell.keeper import Keeper
        from styrdesk.ui.shell.watch import Watch

        operations = Operations(LastStep(services), dialogs)
        keeper, watch = Keeper(services, operations), Watch(services, operations)
        bell = Doorbell(services.file.path) if services.file.lock is not None else None
        session = cls(services, operations, dialogs, settings, keeper, watch, bell)
        session.sign()
        return session

    def start(self) -> None:
        """Begin to keep and to watch the file, once it is shown."""
        self.keeper.start()
        self.watch.start()
        self.services.attachments.opened.take_away_left()  # by a program that was killed

    def go_on(self, path: Path, *, from_backup: bool = False) -> None:
        """Work on in the file at another place.

        Raises:
            FileProblem: It cannot be opened there.
        """
        person = self.person()
        if person:  # first: what waits is saved there at once, in that name
            self.settings.set_person(path, person)
        self.watch.go_on(path, from_backup=from_backup)
        self.settings.opened(path)
        if self.doorbell is not None:
            self.doorbell.listen(path)
        self.keeper.start()  # there are no backups of it yet under its new name

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written."""
        return self.services.file.read_only

    def writes(self, path: Path) -> bool:
        """Whether this is the file, open for writing and in its place."""
        if self.read_only or self.watch.lost is not None:
            return False
        return self.services.file.path.resolve() == path.resolve()

    def close(self) -> None:
        """Let go of the file, once the backup under way has had its moment."""
        self.watch.close()
        self.keeper.close()
        if self.doorbell is not None:
            self.doorbell.close()
        self.services.attachments.opened.close()
        self.services.file.close()
        self.settings.set_left(self.services.file.path, self.services.file.left)

    def person(self) -> str:
        """Id of who sits here, or empty."""
        return self.settings.person(self.services.file.path)

    def sit(self, person_id: str) -> None:
        """Say who sits here."""
        self.settings.set_person(self.services.file.path, person_id)
        self.sign()

    def sign(self) -> None:
        """Tell who sits here to whoever wants to open the file meanwhile."""
        lock = self.services.file.lock
        if lock is not None:
            found = self.services.people.rows({"id": self.person()})
            lock.sign(found[0].name if found else "")

    def add_person(self, name: str) -> str:
        """Add a person to the file. Gives the id, empty when it was refused (which is told)."""
        from styrdesk.domain.organisation import Person

        person = Person(new_id(), name=name)
        done = self.operations.run(partial(self.services.people.add, person))
        return person.id if done is not None else ""

    def years(self, where: Where) -> list[int]:
        """Years to choose from, newest first: those with a plan or a frame, and next year."""
        found = {plan.year for plan in self.services.plans.plans()}
        found |= {frame.year for frame in self.services.budget_frames.rows()}
        found |= {self.services.clock.today().year + 1, where.year}
        return sorted(found - {0}, reverse=True)

    def remembered(self) -> tuple[Where, str]:
        """Where one was last in this file: the nämnd and year, and "piece/page/record"."""
        place = self.settings.current.place.get(self._name(), "").split("|")
        committees = [committee.id for committee in self.services.committees.rows()]
        committee, year, page = place if len(place) == _PARTS else ("", "", "")
        if committee not in committees:
            committee = committees[0] if committees else ""
        return Where(committee, int(year) if year.isdecimal() else self._likely(committee)), page

    def _likely(self, committee: str) -> int:
        """The year of the nämnd's newest plan, otherwise the next year."""
        plans = self.services.plans.plans(committee)
        return plans[0].year if plans else self.services.clock.today().year + 1

    def remember(self, where: Where, page: str) -> None:
        """Keep where one is, for the next time the file is opened."""
        place = f"{where.committee_id}|{where.year}|{page}"
        if self.settings.current.place.get(self._name()) != place:
            self.settings.change(place=self.settings.current.place | {self._name(): place})

    def _name(self) -> str:
        return str(self.services.file.path.resolve())
