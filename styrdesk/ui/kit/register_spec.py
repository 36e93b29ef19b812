"""What a register is, as data: its columns, its rows, its form and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.autosave import AutoSave
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.kit.tokens import W_FORM

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Query:
    """What the list asks its source for.

    Attributes:
        search: Typed words, unfolded.
        filters: Keys of the chips that are on.
        sort: A column's key, or empty for the source's own order.
        descending: From the last to the first.
    """

    search: str = ""
    filters: frozenset[str] = frozenset()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A chip. The title is marked for translation."""

    key: str
    title: str


@dataclass(frozen=True)
class RegisterAction:
    """Something else to do with the chosen rows; stands in the page's menu.

    Attributes:
        title: Marked for translation.
        run: Called with the chosen ids, perhaps none.
    """

    title: str
    run: Callable[[Sequence[str]], object]


class RecordForm(QWidget):
    """The form of one record. A subclass fills `form` and says what to save.

    Attributes:
        form: Its fields.
        autosave: Set by the subclass where fields save themselves.
    """

    renamed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.autosave: AutoSave | None = None

    def title(self) -> str:
        """What the panel's head says ("V4 Attractive employer")."""
        raise NotImplementedError

    def reload(self) -> bool:
        """Show the record as it is now. False when it is gone."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what waits. False when a field holds what cannot be saved."""
        if self.autosave is not None:
            self.autosave.flush()
        return self.form.first_error() is None

    def show_broken(self, broken: RuleBroken) -> None:
        """Show a broken rule at its field."""
        self.form.show_broken(broken)

    def focus_first(self) -> None:
        """Put the focus where there is something to do: the first error, or the first field."""
        wrong = self.form.first_error()
        first = wrong if wrong is not None else next(iter(self.form), None)
        if first is not None:
            first.setFocus()


@dataclass(frozen=True)
class RegisterSpec(Generic[R]):
    """A register page. Texts are marked with N_ and translated when shown.

    Attributes:
        name: Object name of the page.
        title: Of the page.
        explain: One line under it.
        hint: In the filter field ("Filter goals").
        empty: Head and body where there is nothing yet.
        columns: Of the list.
        key: A row's id.
        load: Rows for a query, counted and paged in SQL.
        topics: Tables whose changes concern the list.
        form: Builds the form of an id; None for a list alone.
        new: Words of the button ("New goal").
        create: Makes a record and returns its id.
        duplicate: Copies a record and returns the copy's id.
        delete: Moves records to the trash, by their ids.
        filters: At most four chips.
        counts: How many each chip would show.
        sort: Column sorted by at first.
        actions: Of the page's menu.
        form_width: Pixels at zoom 1 of the form beside the list.
    """

    name: str
    title: str
    columns: tuple[Column[R], ...]
    key: Callable[[R], str]
    load: Callable[[Query], PagedSource[R]]
    topics: frozenset[str]
    explain: str = ""
    hint: str = ""
    empty: tuple[str, str] = ("", "")
    form: Callable[[str], RecordForm] | None = None
    new: str = ""
    create: Callable[[], str] | None = None
    duplicate: Callable[[str], str] | None = None
    delete: Callable[[Sequence[str]], object] | None = None
    filters: tuple[Filter, ...] = ()
    counts: Callable[[], Mapping[str, int]] | None = None
    sort: str = ""
    descending: bool = False
    actions: tuple[RegisterAction, ...] = field(default=())
    form_width: int = W_FORM
