"""The pattern of the tabs: a piece holds pages, a page is built from what it is handed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.domain.attachment import Attachment
    from styrdesk.services.attachment import AttachmentService
    from styrdesk.services.catalogue import Services
    from styrdesk.services.search import Hit
    from styrdesk.services.settings import SettingsService
    from styrdesk.ui.kit.dialogs import Dialogs
    from styrdesk.ui.kit.list_spec import ListAction
    from styrdesk.ui.kit.operations import Operations


@dataclass(frozen=True, slots=True)
class Where:
    """The nämnd and the year chosen in the window's head; empty while the file has none."""

    committee_id: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the program that a finding, a search hit or a link leads to.

    Attributes:
        piece: Key of the tab, such as "planning".
        page: Key of the page, such as "plan".
        record: Id of the record to show, empty for the page as a whole.
        field: Field of the record, empty for the whole.
        table: Kind of the record.
        part: Id of a line that the record owns, empty for the record itself.
        begin: Id of the unit that a new record is begun for, empty for no unit; None to begin none.
    """

    piece: str
    page: str
    record: str = ""
    field: str = ""
    table: str = ""
    part: str = ""
    begin: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A record in hand: the one that is shown, or whose row one stands in."""

    table: str
    record: str


class Shell(Protocol):
    """What a page may ask of the window around it."""

    def where(self) -> Where:
        """The nämnd and year chosen now."""
        ...

    def choose(self, where: Where) -> None:
        """Choose another nämnd and year."""
        ...

    def go(self, target: Target) -> None:
        """Show a place."""
        ...

    def shows(self, hit: Hit) -> bool:
        """Whether some page shows what was found."""
        ...

    def show_hit(self, hit: Hit) -> None:
        """Show what was found somewhere, for the nämnd and year it belongs to."""
        ...

    def show_history(self, subject: Subject | None = None) -> None:
        """Show the history of a record, or of the one in hand."""
        ...


class Prints(Protocol):
    """The print of what a page shows."""

    def on_paper(self) -> None:
        """Ask for a printer, and print."""
        ...

    def as_pdf(self) -> None:
        """Ask for a place, and save a PDF there."""
        ...


class ListTools(Prints, Protocol):
    """What is done with the list of a register's page as a whole."""

    def bar(self) -> QWidget:
        """Where it is told how it goes."""
        ...

    def offers(self) -> Sequence[ListAction]:
        """What stands in the page's menu."""
        ...


class FileView(Protocol):
    """Where a kept file is looked at."""

    def widget(self) -> QWidget:
        """What is laid out; it is not seen while no file is."""
        ...

    def show_file(self, held: Attachment | None) -> None:
        """Show the first pages of a file; of none, nothing."""
        ...


@dataclass(frozen=True)
class PageContext:
    """Everything a page is handed. It asks for nothing else, and keeps no globals.

    Attributes:
        lists: Makes the tools of a register's page; None where there are none.
        views: Makes a view of kept files; None where there are none.
    """

    services: Services
    operations: Operations
    dialogs: Dialogs
    settings: SettingsService
    shell: Shell
    lists: Callable[[Any], ListTools] | None = None
    views: Callable[[AttachmentService], FileView] | None = None

    def year(self) -> int:
        """The year chosen in the window's head, or this year while none is."""
        return self.shell.where().year or self.services.clock.today().year


class Page(QWidget):
    """A page of a piece. The shell builds it when it is first shown, and anew on a new language."""

    def place_changed(self) -> None:
        """Another nämnd or year was chosen. Pages that show one refresh here."""

    def flush(self) -> bool:
        """Save what waits, before the page is left. False keeps the page: a field is wrong."""
        return True

    def is_wrong(self) -> bool:
        """Whether something that is typed here cannot be kept as it is, and so is not saved."""
        return False

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        return False

    def here(self) -> str | None:
        """Id of the record that is shown, empty for none; None where the page does not tell."""
        return None

    def in_hand(self) -> Subject | None:
        """The record whose history is meant here; None where there is none."""
        return None

    def outline(self) -> QWidget | None:
        """The page's own outline, to stand under the tab's list; None where it has none."""
        return None

    def prints(self) -> Prints | None:
        """The print of what is shown, for the window's menu; None where there is none."""
        return None

    def show_record(self, target: Target) -> None:
        """Show a record of the page, and put the focus there."""

    def begin_new(self, unit_id: str) -> None:
        """Begin a new record for a unit; for none in particular where it is empty."""

    def focus_first(self) -> None:
        """Put the focus on the first thing worth doing."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its name in the section list, and how it is built.

    Attributes:
        title: Marked by `N_`, or plain text of the styrmodell.
        group: Heading over it in the section list, marked by `N_`; empty for none.
        badge: Count or mark beside the name, such as "8"; asked again when topics change.
        topics: Tables whose change asks for a new badge.
        prints: Whether it has a print; told where one is asked for and there is none.
        shows: Kinds of record that a hit of the search shows here. Unless told, the one the page
            is named as, or whose register it is named for.
        under: Key of the page it is a part of. It stands in the list while one is in that page
            or in one of its parts.
    """

    key: str
    title: str
    icon: str
    build: Callable[[PageContext], Page]
    group: str = ""
    badge: Callable[[PageContext], str] | None = None
    topics: Sequence[str] = ()
    prints: bool = False
    shows: Sequence[str] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class PieceSpec:
    """A tab: one of the four pusselbitar, or Start.

    Attributes:
        key: "start", "quality", "planning", "leadership" or "values": also its hue.
        pages: Tells its pages, once the file is open; the tab itself is painted before that.
    """

    key: str
    title: str
    icon: str
    pages: Callable[[], Sequence[PageSpec]]
