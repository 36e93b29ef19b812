"""The head of a chapter: where one is, its number and title, how far it has come, who writes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.plan import Chapter, heading
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.choice_fields import Combo
from styrdesk.ui.kit.chooser import Chooser
from styrdesk.ui.kit.header import flatten
from styrdesk.ui.kit.icons import icon
from styrdesk.ui.kit.layout import Beside, box, col, row
from styrdesk.ui.kit.paint import STATUS
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_WORK
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.standing import STANDINGS, Standing


class ChapterHead(QWidget):
    """Over the blocks.

    Args:
        manuscript: The plan.
        chapter_id: The chapter.
    """

    def __init__(self, manuscript: Manuscript, chapter_id: str) -> None:
        super().__init__()
        self._manuscript, self._chapter = manuscript, chapter_id
        self._over = quiet("")
        self.title = text("", "h1", wrap=True)
        self.standing = Combo()
        self.standing.setAccessibleName(_("How far the chapter has come"))
        self.standing.setObjectName("standing")
        self.standing.setFixedWidth(px(132))
        self.more: QToolButton = tool("ellipsis", _("What to do with the chapter"), name="chapter")
        self.menu = QMenu(self)
        self.more.clicked.connect(self._pop_up)
        self._people: list[str | None] = []
        self.person = Chooser()
        flatten(self.person, _("Responsible for the chapter"), "dense")
        self.person.setObjectName("responsible")
        self._person_row = row(quiet(_("Responsible"), "dense"), self.person, None, gap=4)
        words = box(col(self._over, self.title, gap=2))
        top = Beside(words, self.standing, self.more, narrow=W_WORK)
        self.setLayout(col(top, self._person_row, gap=2))
        self.standing.activated.connect(self._stand)
        self.person.activated.connect(self._person)

    def _pop_up(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def chapter(self) -> Chapter | None:
        """The chapter as it is now."""
        try:
            return self._manuscript.services.chapters.get(self._chapter)
        except KeyError:
            return None

    def reload(self) -> None:
        """Show the chapter as it is now."""
        chapter = self.chapter()
        if chapter is None:
            return
        said = self._manuscript.document.numbers
        self.title.setText(heading(chapter, said.get(chapter.id, "")))
        plan = self._manuscript.plan
        first, _second, last = plan.years
        over = _("Committee plan {first}–{last}").format(first=first, last=last)
        parent = self._parent(chapter)
        if parent is not None:
            within = _("chapter {heading}").format(heading=heading(parent, said[parent.id]))
            over = f"{over} · {within}"
        self._over.setText(over)
        self.show_standing(chapter)
        self._show_people(chapter)

    def _parent(self, chapter: Chapter) -> Chapter | None:
        if chapter.parent_id is None:
            return None
        return self._manuscript.services.chapters.get(chapter.parent_id)

    def show_standing(self, chapter: Chapter | None = None) -> None:
        """Say how far it has come: empty or draft is seen by the program, ready is said."""
        chapter = chapter or self.chapter()
        if chapter is None:
            return
        found = self._manuscript.standings.get(chapter.id, Standing.EMPTY)
        written = Standing.DRAFT if found is Standing.READY else found
        self.standing.clear()
        for standing in (written, Standing.READY):
            glyph, ink, _ground = STATUS[standing.value]
            self.standing.addItem(icon(glyph, ink), _(STANDINGS[standing]))
        self.standing.setCurrentIndex(int(found is Standing.READY))

    def _show_people(self, chapter: Chapter) -> None:
        people = offers.people(self._manuscript.services)
        self._people = [None, *(key for key, _name in people)]
        self.person.offer([_("nobody"), *(name for _key, name in people)])
        known = chapter.responsible_id if chapter.responsible_id in self._people else None
        self.person.setCurrentIndex(self._people.index(known))

    def _stand(self, at: int) -> None:
        chapters = self._manuscript.services.chapters
        self._manuscript.operations.run(partial(chapters.set_ready, self._chapter, ready=bool(at)))

    def _person(self, at: int) -> None:
        chapter = self.chapter()
        if chapter is not None:
            changed = replace(chapter, responsible_id=self._people[at])
            save = self._manuscript.services.chapters.save
            self._manuscript.operations.run(partial(save, changed))

    def set_locked(self, *, on: bool) -> None:
        """Show without letting anything be changed."""
        self.standing.setVisible(not on)  # what is decided is no draft
        self.person.setEnabled(not on)
        self.more.setVisible(not on)
