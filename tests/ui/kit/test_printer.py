"""The computer's printers, as the dialogs door knows them."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from styrdesk.ui.kit import dialogs


def test_a_system_without_the_library_of_printers_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    assert not dialogs._has_printer()


def test_there_is_a_printer_where_the_system_knows_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for names in ([], ["Kontoret"]):
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda names=names: names)
        assert dialogs._has_printer() is bool(names)
