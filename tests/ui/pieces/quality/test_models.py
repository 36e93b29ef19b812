"""Shared models in the window: listed, kept in versions, used as templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.edition import Standing
from styrdesk.domain.governing_document import DocumentType
from styrdesk.domain.shared_model import ModelKind, SharedModel
from styrdesk.services.register import Register
from styrdesk.ui.kit.dialogs import _Filling
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.models import models_page
from styrdesk.ui.pieces.quality.models.models_page import ModelsPage
from styrdesk.ui.pieces.quality.models.use_sheet import UseSheet
from tests.helpers.robots import RecordsRobot
from tests.helpers.windows import present
from tests.helpers.world import World

KIND, TITLE, STATE = 0, 1, 5
PDF = b"%PDF-1.7 template"


def model(key: str, title: str, **facts: object) -> SharedModel:
    return replace(SharedModel(key, title=title), **facts)  # type: ignore[arg-type]  # any field


@pytest.fixture
def desk(world: World) -> World:
    """A template with a file is due, a checklist stands, a guide is drafted, one is over."""
    services = world.services
    services.document_types.add(DocumentType("t", name="Riktlinje"))
    force = {"standing": Standing.IN_FORCE, "decided_on": date(2023, 1, 10)}
    for made in (
        model("due", "Mall för riskanalys", review_due=date(2025, 11, 20), **force),
        model("ok", "Checklista för möten", kind=ModelKind.CHECKLIST, **force),
        model("draft", "Handledning", kind=ModelKind.GUIDE),
        model("old", "Gammal mall", standing=Standing.WITHDRAWN),
    ):
        services.shared_models.add(made)
    services.attachments.add("shared_model", "due", "riskanalys.pdf", PDF)
    return world


def chosen(**values: object) -> Callable[[Sheet], bool]:
    """Answers to the sheet: what is chosen and written in it, and on."""

    def fill(sheet: Sheet) -> bool:
        for name, value in values.items():
            sheet.form[name].set_value(value)
        return sheet.go_on()

    return fill


def test_a_row_tells_what_a_model_is_and_how_it_stands(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, ModelsPage(desk.context))
    assert robot.rows(TITLE) == ["Checklista för möten", "Handledning", "Mall för riskanalys"]
    assert robot.rows(KIND) == ["Checklist", "Guide", "Template"]
    assert robot.rows(STATE) == ["In force", "Draft", "To be reviewed"]
    assert models_page.due(desk.context) == "!1"


def test_a_new_model_is_of_the_whole_municipality_and_takes_effect(
    qtbot: QtBot, desk: World
) -> None:
    page = ModelsPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    key = desk.context.operations.run(page.create_record) or ""
    robot.open(key)
    robot.write("title", "Modell för egenkontroll")
    desk.dialogs.answer("fill", lambda sheet: sheet.go_on())
    robot.press("adopt")
    held = desk.services.shared_models.get(key)
    assert (held.committee_id, held.standing) == (None, Standing.IN_FORCE)


def test_a_copy_of_the_file_lies_where_one_chose(qtbot: QtBot, desk: World, tmp_path: Path) -> None:
    (held,) = desk.services.attachments.of("shared_model", "due")
    robot = RecordsRobot(qtbot, ModelsPage(desk.context))
    robot.open("due")
    desk.dialogs.answer("fill", chosen(becomes=held.id)).answer(
        "save_file", tmp_path / "min analys.pdf"
    )
    robot.press("use_model")
    assert (tmp_path / "min analys.pdf").read_bytes() == PDF
    assert desk.shell.gone == []


@pytest.mark.parametrize(
    ("becomes", "page"),
    [
        ("governing_document", "governing_documents"),
        ("routine", "routines"),
        ("checklist_template", "checklist_templates"),
    ],
)
def test_one_is_led_to_what_was_begun(qtbot: QtBot, desk: World, becomes: str, page: str) -> None:
    robot = RecordsRobot(qtbot, ModelsPage(desk.context))
    robot.open("due")
    desk.dialogs.answer("fill", chosen(becomes=becomes, title="Vår egen"))
    robot.press("use_model")
    (target,) = desk.shell.gone
    assert target == Target("quality", page, target.record, "title", becomes)
    registers: dict[str, Register[Any]] = {
        "governing_documents": desk.services.governing_documents,
        "routines": desk.services.routines,
        "checklist_templates": desk.services.checklist_templates,
    }
    assert registers[page].get(target.record).title == "Vår egen"
    desk.undo()
    assert registers[page].count() == 0


def test_the_pages_menu_uses_the_row_one_stands_on(qtbot: QtBot, desk: World) -> None:
    page = ModelsPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    robot.shown.table.choose("ok")
    desk.dialogs.answer("fill", chosen(title="Möten"))
    way = next(way for way in page.list_spec.actions if way.title.startswith("Use"))
    way.run(())
    # a checklist becomes one unless something else is chosen
    (template,) = desk.services.checklist_templates.rows()
    assert template.title == "Möten"


def test_what_is_asked_for_is_what_the_choice_needs(qtbot: QtBot, desk: World) -> None:
    sheet = UseSheet(desk.context, "due")
    qtbot.addWidget(sheet)
    sheet.show()
    offered = [sheet.becomes.combo.itemText(n) for n in range(sheet.becomes.combo.count())]
    assert offered == [
        "A copy of riskanalys.pdf",
        "A new governing document",
        "A new routine",
        "A new checklist template",
    ]
    shown = []
    for _row in offered:
        shown.append((sheet.title.isVisible(), sheet.type.isVisible()))
        qtbot.keyClick(sheet.becomes.combo, Qt.Key.Key_Down)
    assert shown == [(False, False), (True, True), (True, False), (True, False)]


def test_without_a_title_nothing_is_begun(qtbot: QtBot, desk: World) -> None:
    sheet = UseSheet(desk.context, "draft")
    qtbot.addWidget(sheet)
    assert sheet.becomes.value() == "routine"
    sheet.title.set_value("")
    assert not sheet.go_on()
    assert sheet.title.error()
    assert desk.services.routines.count() == 0


def test_where_there_is_no_type_no_document_is_offered(qtbot: QtBot, desk: World) -> None:
    desk.services.document_types.delete("t")
    sheet = UseSheet(desk.context, "ok")
    qtbot.addWidget(sheet)
    offered = [sheet.becomes.combo.itemText(n) for n in range(sheet.becomes.combo.count())]
    assert offered == ["A new routine", "A new checklist template"]


def test_one_that_is_over_is_looked_at_and_not_used(qtbot: QtBot, desk: World) -> None:
    page = ModelsPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    page.ways()[0].run(())
    robot.open("old")
    assert robot.find(QAbstractButton, "use_model").isHidden()


def test_the_dialog_is_as_tall_as_what_is_asked_for(qtbot: QtBot, desk: World) -> None:
    def below(field: QWidget) -> int:
        return dialog.height() - field.mapTo(dialog, field.rect().bottomLeft()).y()

    sheet = UseSheet(desk.context, "due")
    dialog = _Filling(None, sheet)
    present(qtbot, dialog, dialog.width(), dialog.height())
    assert sheet.becomes.combo.hasFocus()
    room, small = below(sheet.becomes), dialog.height()
    qtbot.keyClick(sheet.becomes.combo, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.height() > small)
    QApplication.processEvents()
    assert below(sheet.type) == room
