"""Gallring in the window: a complaint that was closed long ago is looked at and then gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain.case import Case
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases.disposal_sheet import DisposalSheet
from styrdesk.ui.pieces.quality.cases.retention_page import RetentionPage
from tests.helpers.robots import RecordsRobot
from tests.helpers.world import World


def test_a_closed_complaint_is_gallrat(qtbot: QtBot, world: World) -> None:
    services = world.services
    services.case_flow.begin()
    kind = next(one.id for one in services.cases.types() if one.name == "Klagomål")
    services.cases.add(Case("k", "c1", kind, "", title="Kall mat", arrived=date(2021, 3, 1)))
    with services.work.step("Close"):
        closed = replace(services.cases.get("k"), closed_on=date(2021, 4, 1))
        services.file.store.save(closed)

    page = RetentionPage(world.context)
    robot = RecordsRobot(qtbot, page)
    look = page.spec().actions[0].run
    robot.press("first")
    robot.write("name", "Klagomål")
    world.dialogs.answer("message", None)
    look(())  # a new rule keeps for good
    assert services.cases.count() == 1
    for name, value in (("type_id", kind), ("kept", False), ("years", 2)):
        field = robot.field(name)
        field.set_value(value)
        field.changed.emit()
        field.committed.emit()
    robot.form.flush()

    seen: list[str] = []

    def decide(sheet: Sheet) -> bool:
        assert isinstance(sheet, DisposalSheet)
        seen.extend(label.text() for label in sheet.findChildren(QLabel))
        assert not sheet.go_on(), "a decision is asked for"
        assert services.cases.count() == 1
        sheet.form["decision"].set_value("§ 41 Omsorgsnämnden")
        sheet.form["decided_on"].set_value(date(2025, 11, 1))
        return sheet.go_on()

    world.dialogs.answer("fill", decide)
    look(())
    assert "Cases: 1 would go" in seen
    assert closed.code in seen
    assert "Kall mat" not in " ".join(seen)
    assert services.cases.count() == 0
    assert [line.number for line in services.retention.log()] == [1]
