"""The saved filters of a list: chosen, kept under a name, and taken away, from one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.saved_filter import SavedFilter
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.list_spec import Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.register_page import RegisterPage

KEYS = "Ctrl+Shift+F"


class FilterButton(QWidget):
    """Opens the menu of saved filters.

    Args:
        context: The page's.
        page: The list.
    """

    def __init__(self, context: PageContext, page: RegisterPage) -> None:
        super().__init__()
        self._context, self._page = context, page
        self.button = tool("filter", _("Saved filters"), keys=KEYS, name="saved_filters")
        self.button.clicked.connect(self.show_menu)
        self.setLayout(row(self.button, gap=0))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(KEYS), page, context=within).activated.connect(self.show_menu)

    @property
    def _name(self) -> str:
        return self._page.spec.name

    # ---- what the menu does ------------------------------------------------------------------

    def come_back(self) -> None:
        """Use the filter that was used last in this list on this machine, if it is still there."""
        last = self._context.settings.filter_of(self._context.services.file.path, self._name)
        found = [one for one in self._context.services.filters.of(self._name) if one.id == last]
        if found:
            self._page.apply(query_of(found[0]))

    def use(self, kept: SavedFilter) -> None:
        """Filter the list so, and remember it."""
        self._remember(kept.id)
        self._page.apply(query_of(kept))
        self._page.focus_first()

    def keep(self) -> None:
        """Ask for a name, and keep what the list is filtered by now."""
        query = self._page.query()
        named = self._named(query)
        head, label = _("Save the filter"), _("Name")
        name = self._context.dialogs.enter(head, label, named.name if named else "")
        if name is None:
            return
        chips = " ".join(sorted(query.filters))
        wanted = SavedFilter(
            *(new_id(), self._name, name, query.search, chips, query.sort, query.descending)
        )
        made = self._context.operations.run(partial(self._context.services.filters.keep, wanted))
        if made is not None:
            self._remember(made.id)

    def drop(self, kept: SavedFilter) -> None:
        """Take one away; undo brings it back."""
        self._context.operations.run(partial(self._context.services.filters.drop, kept.id))

    def show_all(self) -> None:
        """Filter by nothing, and let no filter come back."""
        self._remember("")
        self._page.show_all()

    def _remember(self, filter_id: str) -> None:
        path = self._context.services.file.path
        self._context.settings.set_filter(path, self._name, filter_id)

    def _named(self, query: Query) -> SavedFilter | None:
        """The saved filter that the list is filtered by now."""
        every = self._context.services.filters.of(self._name)
        return next((one for one in every if query_of(one) == query), None)

    # ---- the menu ----------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """The saved filters, and what can be done with them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        query, free = self._page.query(), not self._context.services.file.read_only
        now = self._named(query)
        every = self._context.services.filters.of(self._name)
        for kept in every:
            action = menu.addAction(_shown(kept.name), partial(self.use, kept))
            action.setCheckable(True)
            action.setChecked(kept == now)
        if every:
            menu.addSeparator()
        menu.addAction(_("Show all"), self.show_all)
        filtered = bool(query.search or query.filters)
        keep = menu.addAction(_("Save the filter …"), self.keep)
        keep.setEnabled(free and (filtered or now is not None))
        if now is not None:
            words = _("Delete the filter “{name}”").format(name=now.name)
            gone: QAction = menu.addAction(_shown(words), partial(self.drop, now))
            gone.setEnabled(free)
        return menu

    def show_menu(self) -> None:
        """Open it under the button."""
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


def query_of(kept: SavedFilter) -> Query:
    """What a saved filter asks for."""
    return Query(kept.words, frozenset(kept.chips.split()), kept.sort, kept.descending)


def _shown(words: str) -> str:
    return words.replace("&", "&&")
