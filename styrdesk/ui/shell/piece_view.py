"""A tab's content: its list of pages, and the pages, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.shell.piece_body import PieceBody

_PAUSE = 150  # milliseconds from a step to new counts; a count is never on the path of a key


class PieceView(QWidget):
    """Shows one page of a piece at a time.

    Attributes:
        moved: Another page is shown.
    """

    moved = Signal()

    def __init__(self, spec: PieceSpec, context: PageContext) -> None:
        super().__init__()
        self.spec = spec
        self._context = context
        self._built: dict[str, Page] = {}
        self._key = ""
        self.pages = spec.pages()
        self._stale: set[str] = {page.key for page in self.pages}
        self._badges: dict[str, str] = {}
        self.stack = QStackedWidget()
        self.list: SectionList | None = None
        if len(self.pages) > 1:
            self.list = SectionList(
                [], spec.key, _("Sections of {tab}").format(tab=_(spec.title)), 3
            )
            self.list.chosen.connect(self._chosen)
        self.body = PieceBody(self.stack, self.list) if self.list is not None else None
        self.setLayout(col((self.body or self.stack, 1), gap=0))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.refresh_list)
        context.operations.changed.connect(self._heard)

    # ---- the list ----------------------------------------------------------------------------

    def _rows(self) -> Iterator[Section]:
        group, spec = "", self.page_spec
        unfolded = (spec.under or spec.key) if spec is not None else ""
        for page in self.pages:
            if page.under and page.under != unfolded:
                continue
            if page.group and page.group != group:
                yield Section("", _(page.group))
            group = page.group
            own = alerts = self._alerts(page)
            if page.key != unfolded:  # what is folded in it warns through it
                alerts += sum(self._alerts(part) for part in self.pages if part.under == page.key)
            yield Section(
                page.key,
                _(page.title),
                page.icon,
                count="" if own else self._badge(page),
                alerts=alerts,
                level=1 if page.under else 0,
            )

    def _alerts(self, page: PageSpec) -> int:
        badge = self._badge(page)
        return int(badge[1:]) if badge.startswith("!") and badge[1:].isdecimal() else 0

    def _badge(self, page: PageSpec) -> str:
        if page.badge is not None and page.key in self._stale:
            self._badges[page.key] = page.badge(self._context)
        self._stale.discard(page.key)
        return self._badges.get(page.key, "")

    def refresh_list(self) -> None:
        """Ask for the counts that have grown old, and show them."""
        if self.list is not None:
            self.list.show_sections(list(self._rows()))
            self.list.choose(self._key)
            if self.list.key() == self._key and self._key:
                self.list.item(self.list.currentRow()).setSelected(True)  # current is not chosen
        if self.body is not None:
            self.body.sync_pick()

    def _heard(self, changes: Changes) -> None:
        self._stale |= {page.key for page in self.pages if changes.topics & set(page.topics)}
        if self.isVisible():
            if self._stale:
                self.refresh_list()
            self._show_outline()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            if self._stale:
                self.refresh_list()
            self._show_outline()
        return super().event(event)

    def place_changed(self) -> None:
        """Another nämnd or year: every count and every built page."""
        self._stale = {page.key for page in self.pages}
        for page in self._built.values():
            page.place_changed()
        if self.isVisible():
            self.refresh_list()
            self._show_outline()

    # ---- the pages ---------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """Key of the page that is shown, or empty before the first."""
        return self._key

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._built.get(self._key)

    @property
    def page_spec(self) -> PageSpec | None:
        """The spec of the page that is shown."""
        return next((page for page in self.pages if page.key == self._key), None)

    def show_page(self, key: str = "") -> bool:
        """Show a page, the first when the key is unknown. False when the page before is kept."""
        keys = [page.key for page in self.pages]
        wanted = key if key in keys else self._key or (keys[0] if keys else "")
        if wanted == self._key or not wanted:
            return True
        if not self.flush():
            self.refresh_list()
            return False
        self._key = wanted
        self.stack.setCurrentWidget(self._page(wanted))
        if self.list is not None:
            blocked = self.list.blockSignals(True)  # noqa: FBT003  # Qt
            self.refresh_list()
            self.list.blockSignals(blocked)
        self._show_outline()
        self.moved.emit()
        return True

    def _show_outline(self) -> None:
        """A page may have an outline of its own, to stand under the list."""
        if self.body is not None:
            self.body.show_outline(self.page.outline() if self.page is not None else None)

    def _page(self, key: str) -> Page:
        if key not in self._built:
            spec = next(page for page in self.pages if page.key == key)
            made = spec.build(self._context)
            made.setAccessibleName(_(spec.title))
            self._built[key] = made
            self.stack.addWidget(made)
        return self._built[key]

    def _chosen(self, key: str) -> None:
        self.show_page(key)

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        return self.page is not None and self.page.take_back()

    def flush(self) -> bool:
        """Save what waits in the page that is shown; False keeps it."""
        return self.page is None or self.page.flush()
