"""What the tools of a list ask of the page they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from styrdesk.ui.kit.list_spec import ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import PagedSource


class Listed(Protocol):
    """A page with a list: a register's, or one that begins with rows that are no records yet."""

    context: PageContext
    page: RegisterPage

    @property
    def register(self) -> Any:  # its `spec` tells what the records are
        """Where the records come from."""
        ...

    @property
    def list_spec(self) -> ListSpec[Any]:
        """What the page shows."""
        ...

    def wanted(self, chips: frozenset[str]) -> Mapping[str, object]:
        """What the records must be, with these chips on."""
        ...

    def records(self, query: Query) -> PagedSource[Any]:
        """The records among the rows of a query."""
        ...

    def flush(self) -> bool:
        """Save what waits. False where something cannot be kept."""
        ...
