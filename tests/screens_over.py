"""Pictures of what use brings: versions, papers, history, trash, a year after, a lost file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog

from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.carry import Part
from styrdesk.domain.naming import field_name
from styrdesk.domain.owner import InUse, Owner
from styrdesk.domain.plan import Plan
from styrdesk.domain.saved_filter import SavedFilter
from styrdesk.services.comparison import NOW
from styrdesk.services.listing import listing_of
from styrdesk.services.settings import SettingsService
from styrdesk.services.sheets.grid import Grid
from styrdesk.services.sheets.taking_in import TakingIn
from styrdesk.services.whereabouts import Place, Sighting
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.lists.change_sheet import ChangeSheet
from styrdesk.ui.lists.sheet_window import SheetWindow
from styrdesk.ui.pieces.planning.carry_sheet import CarrySheet
from styrdesk.ui.pieces.planning.editor.comparison_window import show_comparison
from styrdesk.ui.pieces.planning.editor.deciding_sheet import deciding
from styrdesk.ui.pieces.planning.plan_page import PlanPage
from styrdesk.ui.preview.decided_window import show_decided
from styrdesk.ui.preview.paper_check import check_paper
from styrdesk.ui.shell.in_use import way_on
from styrdesk.ui.shell.welcome import NEW, OPEN
from tests.screens_inside import Inside, printed
from tests.screens_quality import Quality

ROWS: Final = (("Nils Ny", "Rektor"), ("", "Utan namn"), ("Elsa Ek", ""))
MOST: Final = 12  # chapters of a plan that was carried over
LOST: Final = (Place.GONE, Place.AWAY, Place.OTHER, Place.NEWER)


@dataclass(frozen=True)
class Used:
    """Goes through a copy of the example, and changes it on the way.

    Attributes:
        inside: What takes the pictures, over the copy.
        kept: This machine's settings.
    """

    inside: Inside
    kept: SettingsService

    def pictures(self) -> Iterator[Path]:
        """All of them."""
        self.work()
        yield from self.start()
        yield from self.search()
        yield from self.lists()
        yield from self.history()
        yield from Quality(self.inside).when_used()
        yield from self.versions()
        yield from self.deciding()
        yield from self.carried()
        yield from self.help()
        yield from self.other_window()
        yield from self.begin()
        yield from self.lost()

    @property
    def doors(self) -> QtDialogs:
        """Real dialogs over the window."""
        return QtDialogs(lambda: self.inside.window)

    def seen(self, name: str) -> Path:
        """A picture of the window, with its preview."""
        printed(self.inside.app, self.inside.window)
        self.inside.settle()
        return self.inside.take(self.inside.window, name)

    def over(self, name: str, show: Callable[[], object]) -> Iterator[Path]:
        """A window over the main window, once it stands there; then it is closed."""
        show()
        self.inside.settle()
        shown = [d for d in self.inside.window.findChildren(QDialog) if d.isVisible()]
        yield self.inside.take(shown[-1], name)
        shown[-1].close()
        self.inside.settle()

    def work(self) -> None:
        """A morning's changes."""
        services = self.inside.services
        goal = services.goals.rows()[0]
        for title in ("Mer tid för elevhälsan", "Mer tid för elevhälsan i varje skola"):
            services.goals.save(replace(services.goals.get(goal.id), title=title))
        services.people.delete(services.people.duplicate(services.people.rows()[-1].id).id)
        for _level, chapter in services.chapters.chapters(self.plan(2027).id)[-2:]:
            services.chapters.delete(chapter.id)
        first = services.chapters.chapters(self.plan(2027).id)[0][1]
        services.chapters.save(replace(first, title="Nämndens inledning"))
        services.chapters.save(replace(services.chapters.get(first.id), title="Inledning"))

    def plan(self, year: int) -> Plan:
        """The plan of a year."""
        return next(plan for plan in self.inside.services.plans.plans() if plan.year == year)

    def start(self) -> Iterator[Path]:
        """Start, when one has worked in some chapters."""
        editor = self.inside.editor()
        if editor is not None:
            for _level, chapter in list(editor.outline.order())[:3]:
                editor.outline.choose(chapter.id)
                self.inside.settle()
        self.inside.window.go(Target("start", "start"))
        yield self.seen("used_start")

    def search(self) -> Iterator[Path]:
        """What the search finds, with the focus in the hits; and where there is nothing."""
        panel = self.inside.desk.search
        for name, words in (("search", "elev plan"), ("search_nothing", "xylofon")):
            panel.begin()
            panel.field.setText(words)
            panel.look()
            panel.rows.setFocus()
            yield self.seen(name)
        panel.field.clear()

    def lists(self) -> Iterator[Path]:
        """A list filtered by a saved filter; the same in many rows; a spreadsheet looked at."""
        window, services = self.inside.window, self.inside.services
        services.filters.keep(SavedFilter(new_id(), "people", "Rektorer", words="rektor"))
        window.go(Target("planning", "people"))
        page = self.inside.desk.page()
        if not isinstance(page, RecordsPage):
            return
        page.saved_filters.use(services.filters.of("people")[0])
        page.page.table.selectAll()
        yield self.seen("list_filtered")
        change = ChangeSheet(page.context, page.register, page.page.table.keys())
        yield from self.inside.dialog("list_change", partial(self.doors.fill, change))
        rows = tuple((n, (name, title)) for n, (name, title) in enumerate(ROWS, 2))
        heads = (field_name("person", "name"), field_name("person", "title"))
        listing = listing_of(services, "person")
        taking = TakingIn(services.file, listing, page.fresh(), services.clock.today())
        plan = taking.plan(Grid((*heads, "Ort"), rows))
        shown = SheetWindow(plan, "personer.xlsx", listing.title, window)
        yield from self.over("list_sheet", shown.show)

    def history(self) -> Iterator[Path]:
        """The three places that tell what has been done."""
        window, desk = self.inside.window, self.inside.desk
        goal = self.inside.services.goals.rows()[0]
        window.go(Target("planning", "goals", goal.id))
        yield from self.over("history", desk.show_history)
        yield from self.over("trash", desk.show_trash)
        yield from self.over("backups", desk.show_backups)
        editor = self.inside.editor()
        if editor is not None:
            editor.outline.choose(next(c.id for _level, c in editor.outline.order()))
            editor.side.tabs.setCurrentIndex(editor.side.stack.indexOf(editor.past))
            yield self.seen("history_tab")
            editor.side.tabs.setCurrentIndex(0)

    def versions(self) -> Iterator[Path]:
        """A decided version as it is printed, and papers that are checked."""
        services, desk = self.inside.services, self.inside.desk
        decided = next((plan for plan in services.plans.plans() if plan.is_final), None)
        found = services.versions.versions(decided.id) if decided is not None else ()
        if decided is None or not found:
            return
        before = desk.where()
        desk.choose(Where(before.committee_id, decided.year))
        editor = self.inside.editor()
        if editor is None:
            return
        context = editor.manuscript.context
        show_decided(context, services.decided.line(found[0].id), self.inside.window)
        self.inside.settle()
        shown = [d for d in self.inside.window.findChildren(QDialog) if d.isVisible()][-1]
        printed(self.inside.app, shown)
        yield self.inside.take(shown, "version")
        shown.close()
        self.inside.settle()
        real = replace(context, dialogs=self.doors)
        yield from self.inside.dialog("paper", partial(check_paper, real, self.inside.window))
        for name, code in (("paper_known", found[0].code), ("paper_unknown", "K7QM-2XRT-9BFH")):
            told = replace(context, dialogs=_Answering(self.doors, code))
            yield from self.inside.dialog(name, partial(check_paper, told, self.inside.window))
        yield from self.compared(context, decided.id)
        desk.choose(before)

    def compared(self, context: PageContext, plan_id: str) -> Iterator[Path]:
        """The decided plan beside what is written since, and beside itself."""
        plans, window = self.inside.services.plans, self.inside.window
        self.inside.services.revisions.begin(plan_id)
        plans.save(replace(plans.get(plan_id), title="Nämndplan 2026, reviderad"))
        chapter = self.inside.services.chapters.chapters(plan_id)[2][1]
        self.inside.services.chapters.save(replace(chapter, title="Vårt uppdrag"))
        for name, pair in (("compare", (1, NOW)), ("compare_same", (NOW, NOW))):
            show = partial(show_comparison, context, plan_id, window, pair)
            yield from self.over(name, show)

    def deciding(self) -> Iterator[Path]:
        """The decided plan is being laid out."""
        editor = self.inside.editor()
        if editor is not None:
            manuscript = editor.manuscript
            outlook = self.inside.services.decisions.outlook(manuscript.plan_id)
            sheet = deciding(manuscript, outlook)
            sheet.progress.say("info", _("The decided plan is being laid out …"))
            sheet.form.setEnabled(False)
            yield from self.inside.dialog("deciding", partial(self.doors.fill, sheet))

    def carried(self) -> Iterator[Path]:
        """The year after, from the plan before it."""
        desk, services = self.inside.desk, self.inside.services
        before, plan = desk.where(), self.plan(2027)
        desk.choose(Where(before.committee_id, 2028))
        self.inside.window.go(Target("planning", "plan"))
        yield self.seen("plan_to_carry")
        page = desk.page()
        if isinstance(page, PlanPage):
            sheet = CarrySheet(page.context, plan, 2028)
            yield from self.inside.dialog("carry", partial(self.doors.fill, sheet))
        self.inside.session.operations.run(partial(services.carry.copy, plan.id, 2028, set(Part)))
        desk.choose(before)
        desk.choose(Where(before.committee_id, 2028))
        editor = self.inside.editor()
        if editor is not None:
            for n, (_level, chapter) in enumerate(list(editor.outline.order())[:MOST]):
                editor.outline.choose(chapter.id)
                yield self.seen(f"carried_{n:02}")
        desk.choose(before)

    def help(self) -> Iterator[Path]:
        """The help when it is searched, and its page of keys."""
        door = self.inside.window.help
        for name, words in (("keys", ""), ("search", "beslut" if self.swedish else "decision")):
            door.show_keyboard()
            if door.shown is not None:
                door.shown.search.setText(words)
                self.inside.settle()
                yield self.inside.take(door.shown, f"help_{name}")
            door.close()

    @property
    def swedish(self) -> bool:
        return self.kept.current.language == "sv"

    def other_window(self) -> Iterator[Path]:
        """Somebody else has the file open."""
        since = SystemClock().now() - timedelta(hours=2)
        owner = Owner("t", "Anna Berg", "anna", "DATOR-12", 4711, since)
        path = self.inside.services.file.path
        for name, silent in (("in_use", 0), ("in_use_silent", 3600)):
            held = InUse("", "", owner, mine=False, silent=silent)
            yield from self.inside.dialog(name, partial(way_on, self.doors, path, held))

    def lost(self) -> Iterator[Path]:
        """The file is moved, gone, out of reach, replaced."""
        self.inside.window.go(Target("planning", "plan"))
        watch, moved = self.inside.session.watch, Path("/home/asa/Arkiv/Exempel.styrdesk")
        watch._timer.stop()  # it would see that the file is well
        if watch._thread is not None:
            watch._thread.join()
            self.inside.settle()
        sightings = {"moved": Sighting(Place.GONE, moved)}
        sightings |= {place.name.lower(): Sighting(place) for place in LOST}
        for name, sighting in sightings.items():
            watch._say(sighting)
            yield self.seen(f"lost_{name}")

    def begin(self) -> Iterator[Path]:
        """The welcome, when some of the files used lately are gone."""
        recent = self.kept.current.recent
        gone = ("/media/usb/Socialnämnden 2026.styrdesk", "/home/asa/Kultur.styrdesk")
        self.kept.change(recent=(*recent[:1], *gone))
        for name, way in (("open", OPEN), ("new", NEW)):
            self.inside.window.show_welcome(way)
            self.inside.settle()
            yield self.seen(f"welcome_{name}")
            self.inside.window.leave_welcome()
        self.inside.window.go(Target("start", "start"))
        yield self.seen("start_missing_files")
        self.kept.change(recent=recent)


class _Answering(QtDialogs):
    """Writes the code; what it leads to is shown."""

    def __init__(self, doors: QtDialogs, code: str) -> None:
        super().__init__(doors._window)
        self._code = code

    def enter(self, head: str, label: str, value: str = "", *, secret: bool = False) -> str | None:
        return self._code
