"""Decided versions in the window: revised, given up, shown, exported, recounted, recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.control_code import code_of
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan import BlockKind, PlanStatus
from styrdesk.domain.version import PlanVersion
from styrdesk.reports import namndplan
from styrdesk.storage.triggers import drop, install
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.kit.progress import _Step
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.planning.editor.deciding_sheet import DecidingSheet
from styrdesk.ui.pieces.planning.editor.versions_card import VersionRow
from styrdesk.ui.pieces.planning.plan_page import PlanPage
from styrdesk.ui.preview.decided_window import DecidedWindow
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.files import PRINT
from tests.helpers.patience import WAIT
from tests.ui.pieces.planning.editor.robot import EditorRobot, import_plan, revise
from tests.ui.pieces.planning.editor.test_check import decide


def version_of(robot: EditorRobot) -> PlanVersion:
    found = robot.editor.manuscript.newest
    assert found is not None
    return found


def rows(robot: EditorRobot) -> list[str]:
    """What the list of versions says, a text each."""
    QApplication.processEvents()  # what was added is shown
    assert robot.editor.information is not None
    found = robot.editor.information.versions.findChildren(VersionRow)
    return [words(row) for row in found if not row.isHidden()]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def status(robot: EditorRobot) -> PlanStatus:
    return robot.editor.manuscript.plan.status


def life(robot: EditorRobot) -> list[str]:
    assert robot.editor.information is not None
    steps = robot.editor.information.life.steps
    assert steps is not None
    return [step.accessibleName() for step in steps.findChildren(_Step)]


def test_a_decision_makes_a_version_with_its_print_and_the_life_moves_on(
    robot: EditorRobot,
) -> None:
    robot.go("Document information")
    assert rows(robot) == []
    assert life(robot)[0].startswith("Draft, now")
    decide(robot)
    (said,) = rows(robot)
    version = version_of(robot)
    assert "Version 1" in said
    assert "In force" in said
    assert f"Control code {version.code}" in said
    assert "frozen at the decision" in said
    assert [step.partition(",")[0] for step in life(robot)] == [
        "Draft",
        "Decided",
        "Decided and approved",
    ]
    assert life(robot)[1].startswith("Decided, now")
    kept = robot.page.context.services.versions.pdf(version, version.language)
    assert kept.startswith(b"%PDF-")
    assert hashlib.sha256(kept).hexdigest() == version.pdf


def test_a_decision_that_is_given_up_while_it_is_laid_out_is_none(robot: EditorRobot) -> None:
    robot.go("Document information")

    def fill_in(sheet: Sheet) -> bool:
        assert not sheet.go_on()
        was = sheet.is_working
        sheet.give_up()
        return was and sheet.is_working

    robot.dialogs.answer("fill", fill_in)
    robot.press("decide")
    assert status(robot) is PlanStatus.DRAFT
    assert robot.editor.manuscript.newest is None


def test_a_decision_waits_for_its_backup_and_its_print(
    robot: EditorRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Event()
    services = robot.page.context.services
    monkeypatch.setattr(services.work, "secure", lambda _reason: made.wait(WAIT / 1000))
    robot.go("Document information")

    def fill_in(sheet: Sheet) -> bool:
        assert isinstance(sheet, DecidingSheet)
        assert not sheet.go_on()
        robot.bot.waitUntil(lambda: bool(sheet.deciding.content))
        assert sheet.is_working
        assert status(robot) is PlanStatus.DRAFT
        with robot.bot.waitSignal(sheet.done):
            made.set()
        return True

    robot.dialogs.answer("fill", fill_in)
    robot.press("decide")
    assert status(robot) is PlanStatus.DECIDED


def fail(_data: object) -> bytes:
    raise RuntimeError


def test_a_print_that_cannot_be_made_stops_the_decision_and_says_so(
    robot: EditorRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from styrdesk.reports import deciding

    monkeypatch.setattr(deciding, "RENDER", fail)
    robot.go("Document information")
    told: list[str] = []

    def fill_in(sheet: Sheet) -> bool:
        assert not sheet.go_on()
        with robot.bot.waitSignal(sheet.working):
            pass
        told.append(words(sheet))
        return False

    robot.dialogs.answer("fill", fill_in)
    robot.press("decide")
    assert "Nothing has been decided" in told[0]
    assert status(robot) is PlanStatus.DRAFT


def test_an_approval_without_its_print_is_not_kept_and_says_so(
    decided: EditorRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from styrdesk.reports import deciding

    monkeypatch.setattr(deciding, "RENDER", fail)
    told: list[str] = []

    def fill_in(sheet: Sheet) -> bool:
        assert not approves("2025-12-18")(sheet)
        with decided.bot.waitSignal(sheet.working):
            pass
        told.append(words(sheet))
        return False

    decided.dialogs.answer("fill", fill_in)
    decided.press("approve")
    assert "The approval has not been kept" in told[0]
    assert status(decided) is PlanStatus.DECIDED


def test_a_decided_plan_is_opened_as_its_next_version_and_given_up(decided: EditorRobot) -> None:
    robot = decided
    revise(robot)
    assert status(robot) is PlanStatus.DRAFT
    assert not robot.editor.locked.isVisible()
    assert "You are writing version 2" in robot.editor.revision.words()
    assert "Version 1 is in force" in robot.editor.revision.words()
    assert robot.editor.key == robot.editor.outline.key()
    robot.fill("title", "Reviderad plan")
    robot.page.flush()
    assert robot.editor.manuscript.plan.title == "Reviderad plan"
    robot.dialogs.answer("question", True)
    robot.press("abandon")
    assert status(robot) is PlanStatus.DECIDED
    assert robot.editor.manuscript.plan.title != "Reviderad plan"
    assert robot.editor.locked.isVisible()
    assert not robot.editor.revision.isVisible()
    robot.undo()
    assert robot.editor.manuscript.plan.title == "Reviderad plan"
    assert robot.editor.revision.isVisible()


def test_nothing_happens_until_one_says_yes(decided: EditorRobot) -> None:
    decided.dialogs.answer("question", False)
    decided.press("revise")
    assert decided.editor.manuscript.plan.is_final


def test_what_is_decided_is_not_called_a_draft_chapter_by_chapter(decided: EditorRobot) -> None:
    outline = decided.editor.outline
    assert not any(row.status or row.count for row in outline.sections())
    decided.go("Inledning")
    assert decided.editor.chapter is not None
    assert not decided.editor.chapter.head.standing.isVisible()
    decided.editor.locked.revise.setFocus()
    revise(decided)
    outline = decided.editor.outline
    assert all(row.status for row in outline.sections()[1:])
    assert decided.editor.chapter.head.standing.isVisible()
    assert outline.hasFocus()


def approves(day: str) -> Callable[[Sheet], bool]:
    """Fills in an approval."""

    def fill_in(sheet: Sheet) -> bool:
        for name, said in (("approval_date", day), ("approval_names", "Anna Ek, Bo Lind")):
            field = sheet.form[name]
            editor = field.editor
            assert isinstance(editor, QLineEdit)
            editor.setText(said)
        return sheet.go_on()

    return fill_in


def test_the_approval_of_the_version_in_force_is_filled_in_while_the_next_is_written(
    decided: EditorRobot,
) -> None:
    robot, services = decided, decided.page.context.services
    first = version_of(robot)
    revise(robot)
    button = robot.find(QPushButton, "approve_in_force")
    assert button.accessibleName() == "Fill in the approval of version 1 …"
    robot.dialogs.answer("fill", approves("2025-12-18"))
    robot.press("approve_in_force")
    assert services.versions.minutes(first).approval_names == "Anna Ek, Bo Lind"
    kept = services.versions.pdf(first, robot.page.context.settings.current.print_language)
    assert hashlib.sha256(kept).hexdigest() == services.decided.line(first.id).noted_pdf
    assert status(robot) is PlanStatus.DRAFT
    assert not button.isVisible()
    assert "approved 2025-12-18" in rows(robot)[0]
    robot.go("Document information")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the row as it was
    robot.dialogs.answer("fill", approves("2025-12-19"))  # and is mended at the version
    robot.press("approve_version_1")
    assert "approved 2025-12-19" in rows(robot)[0]


def test_two_versions_stand_in_the_list_the_earlier_as_replaced(decided: EditorRobot) -> None:
    robot, services = decided, decided.page.context.services
    first = version_of(robot)
    text = services.exchange.export(first.id)
    revise(robot)
    plan = robot.editor.manuscript.plan
    facts = Decision("Nämnden", date(2026, 2, 3), "§ 9", "2026/9")
    services.decisions.decide(services.decisions.ready(plan.id, facts), PRINT, "sv")
    robot.page.context.operations.tell(services.work.last)
    robot.go("Document information")
    second_said, first_said = rows(robot)
    assert "replaces version 1" in second_said
    assert "Replaced by version 2" in first_said
    assert services.exchange.export(first.id) == text


def test_a_version_is_recounted_and_exported_byte_for_byte(
    decided: EditorRobot, tmp_path: Path
) -> None:
    robot, version = decided, version_of(decided)
    robot.press("verify_version_1")
    assert "The version is what was decided" in rows(robot)[0]
    path = tmp_path / "version.json"
    robot.dialogs.answer("save_file", path)
    robot.press("export_version_1")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == version.content


def test_an_export_never_goes_over_a_file_of_plans(decided: EditorRobot) -> None:
    path = decided.page.context.services.file.path
    content = path.read_bytes()
    decided.dialogs.answer("save_file", path).answer("message")
    decided.press("export_version_1")
    assert path.read_bytes() == content


def test_the_code_of_a_paper_tells_the_version(decided: EditorRobot) -> None:
    code = version_of(decided).code.replace("-", " ").lower()
    decided.dialogs.answer("enter", code).answer("question", False)
    decided.press("check_paper")
    _kind, head, body = decided.dialogs.said[-1]
    assert head == "The paper is the decided plan in force"
    assert "version 1" in body


def test_a_code_that_is_typed_wrong_is_asked_for_again_and_an_unknown_one_is_told(
    decided: EditorRobot,
) -> None:
    dialogs = decided.dialogs
    dialogs.answer("enter", "K7QM").answer("question", True)
    dialogs.answer("enter", code_of("0" * 64)).answer("message")
    decided.press("check_paper")
    assert "Nothing that is decided" in dialogs.said[-1][1]
    dialogs.answer("enter", None)
    decided.press("check_paper")
    dialogs.answer("enter", "§").answer("question", False)
    decided.press("check_paper")


def test_a_version_is_shown_as_it_is_printed(decided: EditorRobot) -> None:
    decided.press("show_version_1")
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, DecidedWindow)]
    with decided.bot.waitSignal(shown.preview.settled):
        pass
    assert shown.preview.sheets.count > 3
    shown.close()


def test_a_locked_table_shows_the_frame_of_the_decision(decided: EditorRobot) -> None:
    services = decided.page.context.services
    decided.go_kind(BlockKind.FRAME)
    before = decided.grid("frame_item").words()
    item = services.frame_items.rows()[0]
    decided.page.context.operations.run(
        lambda: services.frame_items.save(replace(item, year_1=item.year_1 + 7_000_000))
    )
    assert services.frame_items.rows()[0].year_1 == item.year_1 + 7_000_000
    assert decided.grid("frame_item").words() == before
    assert namndplan.SPEC.collect(services, decided.editor.manuscript.plan_id).document == (
        decided.editor.manuscript.document
    )


def test_a_decision_that_is_lost_from_the_file_is_told_and_harms_nothing(
    qtbot: QtBot, context: PageContext
) -> None:
    services = context.services
    plan_id = import_plan(services, status=PlanStatus.DECIDED)
    plan = services.plans.get(plan_id)
    db = services.file.db
    drop(db)
    db.execute_sql("UPDATE blob SET content = x'00' WHERE media_type = 'application/json'")
    install(db)
    services.versions._read = None
    context.shell.choose(Where(plan.committee_id, plan.year))
    assert isinstance(context.dialogs, ScriptedDialogs)
    context.dialogs.answer("message")
    page = PlanPage(context)
    qtbot.addWidget(page)
    assert page.editor is None
    assert "cannot be read" in page.empty.words()
    assert page.prints() is None
