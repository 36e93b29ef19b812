"""The window: tabs, nämnd and year, language, look, keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTextEdit,
    QWidget,
)

from styrdesk.base.i18n import language
from styrdesk.base.ids import new_id
from styrdesk.domain.budget import BudgetFrame
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.plan import Plan
from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec, Target, Where
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.theme import colours, zoom
from styrdesk.ui.shell.about import AboutWindow
from styrdesk.ui.shell.menu import build_menu
from styrdesk.ui.shell.seat_sheet import SeatSheet
from tests.helpers.windows import focusable, nameless, rich_labels
from tests.ui.shell.conftest import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Note(Page):
    """A page that tells what was asked of it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.shown: list[Target] = []
        self.moves, self.may_leave, self.flushed = 0, True, 0
        self.wrong = False
        self.record: str | None = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Note")
        self.setFocusProxy(self.line)

    def place_changed(self) -> None:
        self.moves += 1

    def flush(self) -> bool:
        self.flushed += 1
        return self.may_leave

    def is_wrong(self) -> bool:
        return self.wrong

    def take_back(self) -> bool:
        taken, self.wrong = self.wrong, False
        return taken

    def here(self) -> str | None:
        return self.record

    def show_record(self, target: Target) -> None:
        self.shown.append(target)


def badge(context: PageContext) -> str:
    return str(context.services.people.count())


def alarm(context: PageContext) -> str:
    return "!3"


NOTES = PieceSpec(
    "planning",
    "Notes",
    "",
    lambda: (
        PageSpec("one", "One", "target", Note, "Group", badge, ("person",)),
        PageSpec("two", "Two", "flag", Note, "Group", alarm),
    ),
)
SINGLE = PieceSpec("values", "Single", "", lambda: (PageSpec("only", "Only", "target", Note),))


@pytest.fixture
def notes(stage: Stage) -> Stage:
    return replace(stage, pieces=(NOTES, SINGLE))


def note(stage: Stage, window: object) -> Note:
    page = stage.desk(window).page()  # type: ignore[arg-type]
    assert isinstance(page, Note)
    return page


# ---- tabs and pages --------------------------------------------------------------------------


def test_a_page_is_built_when_it_is_first_shown(notes: Stage) -> None:
    desk = notes.desk(notes.window(notes.file()))
    assert [view.stack.count() for view in desk.views] == [1, 0]
    desk.show_tab(1)
    assert [view.stack.count() for view in desk.views] == [1, 1]


def test_a_piece_of_one_page_has_no_list(notes: Stage) -> None:
    desk = notes.desk(notes.window(notes.file()))
    assert [view.list is None for view in desk.views] == [False, True]


def test_a_tab_is_chosen_by_its_number(notes: Stage) -> None:
    window = notes.window(notes.file())
    notes.bot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert notes.desk(window).view.spec.key == "values"
    assert notes.desk(window).tabs.currentIndex() == 1


def test_a_list_shows_counts_and_warnings(notes: Stage) -> None:
    window = notes.window(notes.file())
    listed = notes.desk(window).views[0].list
    assert listed is not None
    assert [(s.title, s.count, s.alerts) for s in listed.sections()] == [
        ("Group", "", 0),
        ("One", "1", 0),
        ("Two", "", 3),
    ]


def test_a_count_follows_its_topic(notes: Stage) -> None:
    window = notes.window(notes.file())
    notes.dialogs.answer("enter", "Émilie Müller")
    window.seat.ask()
    listed = notes.desk(window).views[0].list
    assert listed is not None
    assert listed.sections()[1].count == "2"


def test_a_page_that_must_be_mended_is_kept(notes: Stage) -> None:
    window = notes.window(notes.file())
    desk = notes.desk(window)
    note(notes, window).may_leave = False
    desk.go(Target("planning", "two"))
    assert desk.view.key == "one"
    assert desk.view.list is not None
    assert desk.view.list.key() == "one"
    desk.tabs.setCurrentIndex(1)
    assert (desk.view.spec.key, desk.tabs.currentIndex()) == ("planning", 0)
    note(notes, window).may_leave = True


def test_a_link_leads_to_its_record(notes: Stage) -> None:
    window = notes.window(notes.file())
    target = Target("planning", "two", "x", "name", "goal")
    notes.desk(window).go(target)
    assert note(notes, window).shown == [target]


def test_a_link_to_nowhere_changes_nothing(notes: Stage) -> None:
    window = notes.window(notes.file())
    notes.desk(window).go(Target("nowhere", "at all"))
    assert notes.desk(window).view.key == "one"


def test_the_parts_of_a_page_are_listed_while_one_is_in_it(stage: Stage) -> None:
    pages = (
        PageSpec("one", "One", "target", Note),
        PageSpec("two", "Two", "flag", Note),
        PageSpec("two_a", "A", "flag", Note, under="two"),
        PageSpec("two_b", "B", "flag", Note, under="two"),
    )
    stage.pieces = (PieceSpec("planning", "Planning", "", lambda: pages),)
    window = stage.window(stage.file())
    desk = stage.desk(window)
    listed = desk.view.list
    assert listed is not None

    def rows() -> list[tuple[str, int]]:
        return [(section.key, section.level) for section in listed.sections()]

    assert rows() == [("one", 0), ("two", 0)]
    desk.go(Target("planning", "two"))
    assert rows() == [("one", 0), ("two", 0), ("two_a", 1), ("two_b", 1)]
    listed.setFocus()
    stage.bot.keyClick(listed, Qt.Key.Key_Down)
    assert (desk.view.key, listed.key(), len(rows())) == ("two_a", "two_a", 4)
    desk.go(Target("planning", "one"))
    assert rows() == [("one", 0), ("two", 0)]
    desk.go(Target("planning", "two_b"))
    assert (desk.view.key, listed.key(), len(rows())) == ("two_b", "two_b", 4)


def test_what_is_folded_warns_through_the_page_it_lies_under(stage: Stage) -> None:
    pages = (
        PageSpec("one", "One", "target", Note, badge=lambda _context: "7"),
        PageSpec("two", "Two", "flag", Note),
        PageSpec("two_a", "A", "flag", Note, badge=lambda _context: "!3", under="two"),
        PageSpec("two_b", "B", "flag", Note, badge=lambda _context: "!2", under="two"),
    )
    stage.pieces = (PieceSpec("planning", "Planning", "", lambda: pages),)
    desk = stage.desk(stage.window(stage.file()))
    listed = desk.view.list
    assert listed is not None
    assert [(row.count, row.alerts) for row in listed.sections()] == [("7", 0), ("", 5)]
    desk.go(Target("planning", "two"))
    assert [row.alerts for row in listed.sections()] == [0, 0, 3, 2]


def test_f6_goes_round_head_tabs_list_and_page(notes: Stage) -> None:
    window = notes.window(notes.file())
    desk = notes.desk(window)
    note(notes, window).focus_first()
    stops = []
    for _n in range(4):
        notes.bot.keyClick(window, Qt.Key.Key_F6)
        stops.append(window.focusWidget())
    page = note(notes, window)
    assert stops == [desk.header.committee, desk.tabs, desk.view.list, page.line]
    notes.bot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert window.focusWidget() is desk.view.list


def test_one_goes_back_the_way_one_came(notes: Stage) -> None:
    window = notes.window(notes.file())
    desk = notes.desk(window)
    places = []
    for page in ("one", "two", "one", "two"):
        desk.go(Target("planning", page))
    for _n in range(3):
        notes.bot.keyClick(window, Qt.Key.Key_Left, ALT)
        places.append(desk.view.key)
    assert places == ["one", "two", "one"]


def test_one_does_not_go_back_from_what_must_be_mended(notes: Stage) -> None:
    window = notes.window(notes.file())
    desk = notes.desk(window)
    desk.go(Target("planning", "one"))
    desk.go(Target("planning", "two"))
    note(notes, window).may_leave = False
    notes.bot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert desk.view.key == "two"
    note(notes, window).may_leave = True
    notes.bot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert desk.view.key == "one"


class Outlined(Note):
    """A page with an outline of its own, which it makes anew for another year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._year, self.column = 0, QWidget()
        self._context = context

    def outline(self) -> QWidget:
        if self._year != self._context.shell.where().year:
            self._year, self.column = self._context.shell.where().year, QListWidget()
            self.column.setAccessibleName("Chapters")
            self.column.addItem(str(self._year))
        return self.column


OUTLINED = PieceSpec(
    "planning",
    "Outlined",
    "",
    lambda: (PageSpec("one", "One", "target", Note), PageSpec("two", "Two", "flag", Outlined)),
)


def test_the_outline_of_a_page_stands_under_the_list(stage: Stage) -> None:
    outlined = replace(stage, pieces=(OUTLINED,))
    window = outlined.window(outlined.file())
    desk = outlined.desk(window)
    body = desk.view.body
    assert body is not None
    assert body.outline() is None
    desk.go(Target("planning", "two"))
    first = body.outline()
    assert first is not None
    assert first.isVisible()
    assert first.parent() is body.column
    assert first in desk.areas()
    desk.choose(Where(desk.where().committee_id, 2031))
    assert body.outline() is not first
    assert not first.isVisible()
    desk.go(Target("planning", "one"))
    assert body.outline() is None


def test_the_list_becomes_a_drop_down_where_the_work_has_no_room(notes: Stage) -> None:
    window = notes.window(notes.file())
    window.resize(680, 600)
    desk = notes.desk(window)
    body = desk.view.body
    assert body is not None
    assert not body.column.isVisible()
    pick = body.findChild(QComboBox)
    assert isinstance(pick, QComboBox)
    assert pick.isVisible()
    assert [pick.itemText(n) for n in range(pick.count())] == ["One", "Two"]
    pick.setCurrentIndex(1)
    pick.activated.emit(1)
    assert desk.view.key == "two"
    assert pick.currentText() == "Two"


# ---- nämnd and year --------------------------------------------------------------------------


def test_years_are_those_with_a_plan_or_a_frame_and_the_next(stage: Stage) -> None:
    services = stage.services()
    committee = services.committees.rows()[0].id
    services.budget_frames.add(BudgetFrame(new_id(), committee_id=committee, year=2025))
    services.file.close()
    header = stage.desk(stage.window(stage.file())).header
    years = [header.year.itemText(n) for n in range(header.year.count())]
    assert years == ["2027", "2025", "", "New year …"]


def test_a_new_year_is_asked_for_until_it_is_one(notes: Stage) -> None:
    window = notes.window(notes.file())
    header = notes.desk(window).header
    notes.dialogs.answer("enter", "next").answer("message").answer("enter", "2031")
    header.year.setCurrentIndex(header.year.count() - 1)
    header.year.activated.emit(header.year.count() - 1)
    assert notes.desk(window).where().year == 2031
    assert header.year.currentText() == "2031"
    assert "2031" in window.windowTitle()
    assert note(notes, window).moves == 1


def test_no_new_year_leaves_the_old_one(stage: Stage) -> None:
    header = stage.desk(stage.window(stage.file())).header
    stage.dialogs.answer("enter", None)
    header.year.setCurrentIndex(header.year.count() - 1)
    header.year.activated.emit(header.year.count() - 1)
    assert header.year.currentText() == "2027"


def test_a_new_committee_can_be_chosen_at_once(stage: Stage) -> None:
    window = stage.window(stage.file())
    assert window.session is not None
    made = Committee(new_id(), name="Tekniska nämnden")
    add = window.session.services.committees.add
    window.session.operations.run(lambda: add(made))
    header = stage.desk(window).header
    assert header.committee.findText("Tekniska nämnden") >= 0


def test_the_place_is_remembered(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)
    where = stage.desk(window).where()
    stage.desk(window).choose(Where(where.committee_id, 2031))
    stage.desk(window).go(Target("quality", "cases"))
    assert window.close()
    again = stage.desk(stage.window(path))
    assert again.where() == Where(where.committee_id, 2031)
    assert (again.view.spec.key, again.view.key) == ("quality", "cases")


def test_one_is_back_in_the_chapter_that_was_left(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)
    desk = stage.desk(window)
    assert window.session is not None
    services = window.session.services
    plan = services.plans.create(desk.where().committee_id, desk.where().year, plan_template())
    written = services.chapters.add(plan.id, "Sist av alla")
    for record in (written.id, "information"):
        desk.go(Target("planning", "plan", record))
        assert window.close()
        window = stage.window(path)
        desk = stage.desk(window)
        assert (desk.here().page, desk.here().record) == ("plan", record)


def test_the_page_is_remembered_also_when_the_program_is_not_closed(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)
    stage.desk(window).go(Target("quality", "cases"))
    (place,) = stage.kept.current.place.values()
    assert place.endswith("|quality/cases/")


def test_a_place_that_is_gone_leads_to_its_page(stage: Stage) -> None:
    desk = stage.desk(stage.window(stage.file()))
    desk.open_at("planning/people/gone")
    assert (desk.view.spec.key, desk.view.key) == ("planning", "people")


def test_a_file_without_a_committee_says_so(stage: Stage) -> None:
    from styrdesk import bootstrap

    path = stage.folder / "bare.styrdesk"
    bootstrap.create_services(path, stage.kept).file.close()
    desk = stage.desk(stage.window(path))
    assert desk.header.committee.currentText() == "No committee yet"
    assert not desk.header.committee.isEnabled()
    assert desk.where().committee_id == ""


# ---- undo ------------------------------------------------------------------------------------


def add_plan(stage: Stage, window: object, year: int = 2027) -> Plan:
    services = window.session.services  # type: ignore[attr-defined]
    committee = services.committees.rows()[0].id
    made = Plan(new_id(), committee_id=committee, year=year, title="Plan")
    frame = BudgetFrame(made.id, committee_id=committee, year=year)
    window.session.operations.run(lambda: services.budget_frames.add(frame))  # type: ignore[attr-defined]
    return made


def test_undo_names_its_step_and_takes_it_back(stage: Stage) -> None:
    window = stage.window(stage.file())
    assert window.session is not None
    add_plan(stage, window)
    header = stage.desk(window).header
    assert header.undo.isEnabled()
    assert "New budget frame" in header.undo.toolTip()
    stage.bot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.session.services.budget_frames.count() == 0
    assert "New budget frame" in header.redo.toolTip()
    stage.bot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert window.session.services.budget_frames.count() == 1
    stage.bot.mouseClick(header.undo, Qt.MouseButton.LeftButton)
    stage.bot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.session.services.budget_frames.count() == 1


def test_undo_says_where_it_stops(stage: Stage) -> None:
    header = stage.desk(stage.window(stage.file())).header
    assert not header.undo.isEnabled()
    assert "where the file began" in header.undo.toolTip()


def test_undo_stops_at_a_step_by_somebody_else(stage: Stage) -> None:
    window = stage.window(stage.file())
    add_plan(stage, window)
    window.seat.take("somebody else")
    header = stage.desk(window).header
    assert not header.undo.isEnabled()
    assert "what Åsa Öberg did" in header.undo.toolTip()


def test_a_field_keeps_undo_while_it_has_typing_of_its_own(notes: Stage) -> None:
    window = notes.window(notes.file())
    add_plan(notes, window)
    assert window.session is not None
    line = note(notes, window).line
    line.setFocus()
    notes.bot.keyClicks(line, "abc")
    notes.bot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert window.session.services.budget_frames.count() == 1
    notes.bot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert window.session.services.budget_frames.count() == 0


def test_undo_saves_what_waits_first(notes: Stage) -> None:
    window = notes.window(notes.file())
    page = note(notes, window)
    before = page.flushed
    window.undo()
    assert page.flushed == before + 1


def test_undo_takes_back_typing_that_cannot_be_kept_before_any_step(notes: Stage) -> None:
    window = notes.window(notes.file())
    add_plan(notes, window)
    assert window.session is not None
    page = note(notes, window)
    page.wrong, page.may_leave = True, False
    window.undo()
    assert not page.wrong
    assert window.session.services.budget_frames.count() == 1
    page.may_leave = True
    window.undo()
    assert window.session.services.budget_frames.count() == 0


# ---- keys ------------------------------------------------------------------------------------


class Written(Page):
    """A page with a text."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.field = RichTextField("Text", context.dialogs)
        self.setLayout(col(self.field))


def test_no_key_of_the_window_is_taken_from_a_text(stage: Stage) -> None:
    spec = PieceSpec("values", "Single", "", lambda: (PageSpec("only", "Only", "target", Written),))
    written = replace(stage, pieces=(spec,))
    window = written.window(written.file())
    page = written.desk(window).page()
    assert isinstance(page, Written)
    page.field.edit.setFocus()
    written.bot.keyClick(page.field.edit, Qt.Key.Key_N, CTRL | SHIFT)
    assert window.welcome is None
    assert page.field.edit.format.list_kind() == "ordered"


# ---- saved -----------------------------------------------------------------------------------


def test_saved_is_said_with_the_time_of_the_commit(stage: Stage) -> None:
    window = stage.window(stage.file())
    mark = stage.desk(window).header.saved
    assert mark.text() == "Saved"
    add_plan(stage, window)
    assert mark.text() == "Saved 14:02"


def test_a_file_for_reading_only_says_so_and_offers_a_copy(stage: Stage) -> None:
    window = stage.window(stage.file(), read_only=True)
    desk = stage.desk(window)
    assert desk.read_only.isVisible()
    assert desk.header.saved.text() == "Reading only"
    target = stage.folder / "copy.styrdesk"
    stage.dialogs.answer("save_file", target).answer("message")
    stage.bot.mouseClick(desk.copy_button, Qt.MouseButton.LeftButton)
    assert target.exists()
    copy = stage.desk(stage.window(target))
    assert copy.header.committee.currentText() == "Kulturnämnden"


def test_a_file_one_may_write_has_no_banner(stage: Stage) -> None:
    assert not stage.desk(stage.window(stage.file())).read_only.isVisible()


def test_the_time_of_the_commit_is_told_in_another_language_too(stage: Stage) -> None:
    window = stage.window(stage.file())
    add_plan(stage, window)
    window.preferences.set_language("sv")
    assert stage.desk(window).header.saved.text() == "Sparat 14.02"


def test_what_could_not_be_written_is_not_told_as_saved(stage: Stage) -> None:
    window = stage.window(stage.file())
    add_plan(stage, window)
    assert window.session is not None
    stage.dialogs.answer("message")

    def full() -> None:
        raise FileProblem(FileFault.DISK_FULL, "The disk is full.", "Make room.")

    window.session.operations.run(full)
    mark = stage.desk(window).header.saved
    assert mark.text() == "Latest change not saved"
    window.undo()
    assert mark.text() == "Saved 14:02"


def test_what_was_refused_leaves_what_is_saved_as_saved(stage: Stage) -> None:
    window = stage.window(stage.file())
    add_plan(stage, window)
    assert window.session is not None
    stage.dialogs.answer("message")
    window.session.operations.run(lambda: window.session.services.plans.get("none"))  # type: ignore[union-attr]
    assert stage.desk(window).header.saved.text() == "Saved 14:02"


def test_what_cannot_be_kept_as_it_is_typed_is_not_told_as_saved(notes: Stage) -> None:
    window = notes.window(notes.file())
    add_plan(notes, window)
    mark, page = notes.desk(window).header.saved, note(notes, window)
    assert window.session is not None
    page.wrong = True
    window.session.operations.tried.emit()
    assert mark.text() == "Something is not saved"
    page.wrong = False  # given up, which nobody tells
    notes.bot.waitUntil(lambda: mark.text() == "Saved 14:02")


def test_the_page_tells_its_record_where_it_knows_it(notes: Stage) -> None:
    window = notes.window(notes.file())
    desk = notes.desk(window)
    target = Target("planning", "one", "x")
    desk.go(target)
    assert desk.here() == target
    note(notes, window).record = "y"
    assert desk.here() == Target("planning", "one", "y")


# ---- language and look -----------------------------------------------------------------------


def test_another_language_builds_the_same_place_anew(stage: Stage) -> None:
    window = stage.window(stage.file())
    before = stage.desk(window)
    before.go(Target("quality", "cases"))
    window.preferences.set_language("sv")
    after = stage.desk(window)
    assert after is not before
    assert (after.view.spec.key, after.view.key) == ("quality", "cases")
    assert language() == "sv"
    assert stage.kept.current.language == "sv"


def test_a_record_that_was_shown_is_shown_again(notes: Stage) -> None:
    window = notes.window(notes.file())
    target = Target("planning", "two", "x")
    notes.desk(window).go(target)
    window.preferences.set_language("sv")
    assert note(notes, window).shown == [target]


def test_zoom_makes_everything_larger_in_steps(stage: Stage) -> None:
    window = stage.window(stage.file())
    height = stage.desk(window).header.height()
    stage.bot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert zoom() == 1.1
    assert stage.desk(window).header.height() > height
    window.preferences.set_zoom(200)
    window.preferences.larger()
    assert zoom() == 2.0


def test_a_theme_is_put_on_without_building_anew(stage: Stage) -> None:
    window = stage.window(stage.file())
    desk = stage.desk(window)
    window.preferences.set_scheme("dark")
    assert colours().dark
    assert stage.desk(window) is desk
    window.preferences.set_scheme("light")


def test_the_menu_holds_people_looks_and_files(stage: Stage) -> None:
    other = stage.file("b")
    stage.kept.opened(other)
    window = stage.window(stage.file())
    menu = build_menu(window, window)
    titles = [m.title() for m in menu.findChildren(QMenu)]
    assert "Who sits here: Åsa Öberg" in titles
    recent = next(m for m in menu.findChildren(QMenu) if m.title() == "Used lately")
    assert [action.text() for action in recent.actions()] == [f"b  –  {stage.folder.name}"]
    recent.actions()[0].trigger()
    assert window.session is not None
    assert window.session.services.file.path == other
    menu.deleteLater()


def test_instructions_are_shown_or_hidden(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.preferences.set_instructions(False)
    assert not stage.kept.current.show_instructions


def test_somebody_else_sits_down(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("enter", "Émilie Müller")
    window.seat.ask()
    assert window.session is not None
    person = window.session.services.people.get(window.session.person())
    assert person.name == "Émilie Müller"


@pytest.mark.parametrize(
    ("chosen", "written", "name"),
    [("p", "", "Åsa Öberg"), (None, "åsa öberg", "Åsa Öberg"), (None, "Émilie", "Émilie")],
)
def test_who_signs_says_so_at_that_moment(
    stage: Stage, chosen: str | None, written: str, name: str
) -> None:
    window = stage.window(stage.file())
    session = window.session
    assert session is not None
    session.services.people.add(Person("p", "Åsa Öberg"))

    def fill(sheet: Sheet) -> bool:
        assert isinstance(sheet, SeatSheet)
        assert not sheet.go_on()
        sheet.listed.set_value(chosen)
        sheet.written.set_value(written)
        return sheet.go_on()

    stage.dialogs.answer("fill", fill)
    assert session.operations.introduce()
    assert session.services.people.get(session.person()).name == name
    stage.dialogs.answer("fill", lambda _sheet: False)
    assert not session.operations.introduce()


def test_help_follows_from_page_to_page(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.bot.keyClick(window, Qt.Key.Key_F1)
    assert window.help.shown is not None
    before = window.help.shown.key
    assert before == "start"
    stage.desk(window).go(Target("values", "sentences"))
    assert window.help.shown.key == "sentences"


def test_about_tells_the_version_and_whose_work_is_in_it(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.over.about()
    about = window.findChild(AboutWindow)
    assert about is not None
    assert "Version 0.1.0" in [label.text() for label in about.findChildren(QLabel)]
    assert about.licence.text() == "Qt, PySide6: LGPL 3.0"
    stage.bot.keyClick(about.list, Qt.Key.Key_End)
    assert about.licence.text() == "Lucide: ISC"
    assert about.words.toPlainText().startswith("ISC License")
    assert nameless(about) == []
    stage.bot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


# ---- closing ---------------------------------------------------------------------------------


def test_closing_saves_what_waits(notes: Stage) -> None:
    window = notes.window(notes.file())
    page = note(notes, window)
    before = page.flushed
    assert window.close()
    assert page.flushed == before + 1


def test_closing_over_a_wrong_field_is_asked_about(notes: Stage) -> None:
    window = notes.window(notes.file())
    note(notes, window).may_leave = False
    notes.dialogs.answer("question", False)
    assert not window.close()
    notes.dialogs.answer("question", True)
    assert window.close()
    assert notes.dialogs.guarded == ["A field cannot be saved as it is"] * 2


def test_nothing_that_takes_the_focus_is_without_a_name(stage: Stage) -> None:
    window = stage.window(stage.file())
    assert nameless(window) == []
    assert rich_labels(window) == []
    assert len(list(focusable(window))) > 5


def test_no_page_is_left_in_memory_after_a_rebuild(notes: Stage) -> None:
    window = notes.window(notes.file())
    gone = []
    note(notes, window).destroyed.connect(lambda: gone.append(True))
    window.rebuild()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert gone == [True]


def test_a_page_without_a_print_says_where_there_is_one_and_leads_there(stage: Stage) -> None:
    services = stage.services()
    committee = services.committees.rows()[0].id
    services.plans.create(committee, 2027, plan_template())
    services.file.close()
    window = stage.window(stage.file())
    desk = stage.desk(window)
    desk.choose(Where(committee, 2027))
    desk.go(Target("start", "start"))
    assert window.actions_by_key["print"].shortcut().toString() == "Ctrl+P"
    for key in ("print", "pdf"):
        window.actions_by_key[key].trigger()
        assert "Planning process, Committee plan" in desk.no_print.banner.words()
        assert desk.no_print.isVisible()
        desk.go(Target("planning", "municipality"))
        assert not desk.no_print.isVisible()
    window.actions_by_key["print"].trigger()
    desk.no_print.go.click()
    assert desk.here().page == "plan"
    assert not desk.no_print.isVisible()
    stage.dialogs.answer("save_file", None)
    window.actions_by_key["pdf"].trigger()
    assert stage.dialogs.said[-1][1] == "Save as PDF"


def test_where_there_is_no_plan_yet_nothing_can_be_printed_there(stage: Stage) -> None:
    window = stage.window(stage.file())
    desk = stage.desk(window)
    desk.go(Target("planning", "plan"))
    window.actions_by_key["print"].trigger()
    assert desk.no_print.banner.words() == "There is nothing to print here yet"
    assert not desk.no_print.go.isVisible()


def test_what_is_built_anew_gives_the_keyboard_back_to_what_had_it(stage: Stage) -> None:
    services = stage.services()
    committee = services.committees.rows()[0].id
    services.plans.create(committee, 2027, plan_template())
    services.file.close()
    window = stage.window(stage.file())
    stage.desk(window).choose(Where(committee, 2027))
    stage.desk(window).go(Target("planning", "plan"))
    outline = stage.desk(window).findChild(QListWidget, "outline")
    assert outline is not None
    outline.setCurrentRow(outline.count() - 1)
    outline.setFocus()
    assert window.focusWidget() is outline
    stage.bot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    anew = stage.desk(window).findChild(QListWidget, "outline")
    assert anew is not outline
    assert window.focusWidget() is anew
    assert anew.currentRow() == outline.count() - 1
    text = next(t for t in stage.desk(window).findChildren(QTextEdit) if t.isVisible())
    text.setPlainText("Nämnden ansvarar för biblioteken.")
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(8)
    text.setTextCursor(cursor)
    stage.bot.keyClick(window, Qt.Key.Key_0, CTRL)
    again = window.focusWidget()
    assert isinstance(again, QTextEdit)
    assert again is not text
    assert again.textCursor().position() == 8


def test_a_window_larger_than_the_screen_is_as_large_as_it(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.hide()
    room = window.screen().availableSize()
    window.appear()
    fits = room.width() >= 1280 and room.height() >= 848
    assert window.isMaximized() is not fits
