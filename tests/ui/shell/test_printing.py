"""Printing is done by a process of its own, and says how it went."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.shell.printing import Printing
from tests.ui.shell.conftest import Stage


def printing(stage: Stage, window: object) -> Printing:
    found = window.printing  # type: ignore[attr-defined]
    assert isinstance(found, Printing)
    return found


def test_a_print_that_is_refused_says_why(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window(stage.file())
    out = stage.folder / "plan.pdf"
    stage.dialogs.answer("save_file", out).answer("message")
    with qtbot.waitSignals([printing(stage, window).running] * 2, timeout=30_000):
        stage.desk(window).print_report("namndplan", "none")
    assert not out.exists()
    assert "none" in stage.dialogs.said[-1][2]
    assert stage.desk(window).header.saved.text() == "Saved"


def test_a_print_that_is_thought_better_of_starts_nothing(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", None)
    stage.desk(window).print_report("namndplan", "x")
    assert not printing(stage, window).is_running()


def test_closing_the_window_ends_the_print(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", stage.folder / "plan.pdf")
    stage.desk(window).print_report("namndplan", "x")
    made = printing(stage, window)
    assert made.is_running()
    assert stage.desk(window).header.saved.text() == "Printing …"
    made.cancel()
    assert not made.is_running()


@pytest.mark.slow
def test_a_plan_is_printed_beside_the_open_file(stage: Stage, qtbot: QtBot) -> None:
    services = stage.services()
    committee = services.committees.rows()[0].id
    plan = services.plans.create(committee, 2027, plan_template())
    services.file.close()
    window = stage.window(stage.file())
    out: Path = stage.folder / "plan.pdf"
    stage.dialogs.answer("save_file", out).answer("choose", -1)
    with qtbot.waitSignals([printing(stage, window).running] * 2, timeout=40_000):
        stage.desk(window).print_report("namndplan", plan.id)
    assert out.read_bytes().startswith(b"%PDF")
