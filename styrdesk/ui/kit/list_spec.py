"""A list of records, as data: its columns, its rows, its form and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.table_model import Column, PagedSource, Rows
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
class ListAction:
    """Something else to do with the chosen rows; stands in the page's menu.

    Attributes:
        title: Marked for translation.
        run: Called with the chosen ids, perhaps none.
        keys: Shown beside it; who gives them a meaning is somebody else.
        rows: Whether it needs chosen rows.
    """

    title: str
    run: Callable[[Sequence[str]], object]
    keys: str = ""
    rows: bool = False


@dataclass(frozen=True)
class Need:
    """What must be there, or be done elsewhere, before the list can hold anything.

    Texts are translated.

    Attributes:
        head: What it is.
        body: Why.
        words: On the button.
        act: Makes it, or leads to where it is made.
    """

    head: str
    body: str
    words: str
    act: Callable[[], object]


def _nothing(_query: Query) -> PagedSource[Any]:
    return Rows[Any]()


@dataclass(frozen=True)
class ListSpec(Generic[R]):
    """What a register page shows. Texts are marked with N_ and translated when shown.

    Attributes:
        name: Object name of the page.
        title: Of the page.
        explain: One line under it.
        hint: In the filter field ("Filter goals").
        empty: Head and body where there is nothing yet.
        columns: Of the list.
        topics: Tables whose changes concern the list.
        key: A row's id.
        load: Rows for a query, counted and paged in SQL.
        need: What must be there first; None where nothing is lacking.
        form: Builds the form of an id; None for a list alone.
        new: Words of the button ("New goal").
        create: Makes a record and returns its id.
        duplicate: Copies a record and returns the copy's id.
        delete: Moves records to the trash, by their ids.
        history: Shows what has happened to a record, by its id.
        filters: At most five chips.
        counts: How many each chip would show.
        sort: Column sorted by at first.
        actions: Of the page's menu.
        begin: A way to begin with many at once; beside the first "New" where the list is empty.
        form_width: Pixels at zoom 1 of the form beside the list.
    """

    name: str
    title: str
    columns: tuple[Column[R], ...]
    topics: frozenset[str]
    key: Callable[[R], str] = attrgetter("id")
    load: Callable[[Query], PagedSource[R]] = _nothing
    explain: str = ""
    hint: str = ""
    empty: tuple[str, str] = ("", "")
    need: Need | None = None
    form: Callable[[str], RecordForm] | None = None
    new: str = ""
    create: Callable[[], str] | None = None
    duplicate: Callable[[str], str] | None = None
    delete: Callable[[Sequence[str]], object] | None = None
    history: Callable[[str], object] | None = None
    filters: tuple[Filter, ...] = ()
    counts: Callable[[], Mapping[str, int]] | None = None
    sort: str = ""
    descending: bool = False
    actions: tuple[ListAction, ...] = ()
    begin: ListAction | None = None
    form_width: int = W_FORM
