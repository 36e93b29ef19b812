"""What every report must hold to, whoever wrote it. A new report is tested by being listed."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from typing import Any

import pytest

from styrdesk.base.paths import root
from styrdesk.reports import printing
from styrdesk.reports.catalogue import REPORTS
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services, empty_services
from tests.helpers.pdf_places import misplaced

reports = pytest.mark.parametrize("spec", REPORTS, ids=[spec.key for spec in REPORTS])


def collected(spec: ReportSpec[Any], services: Services) -> list[Any]:
    """The data of its first choice, if there is one."""
    first = spec.choices(services)[:1]
    return [printing.collect(spec, services, choice.id, "sv") for choice in first]


def test_every_report_has_a_key_of_its_own() -> None:
    keys = [spec.key for spec in REPORTS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z_]+", key) for key in keys)


@reports
def test_the_name_of_a_report_has_its_swedish(spec: ReportSpec[Any]) -> None:
    catalogue = (root() / "translations" / "sv.po").read_text(encoding="utf-8")
    assert f'msgid "{spec.title}"\n' in catalogue, "N_, then translations.py update"


@reports
def test_the_example_is_printed_in_its_places_the_same_twice_from_data_another_process_can_be_sent(
    spec: ReportSpec[Any],
) -> None:
    with demo_services() as services:
        (data,) = collected(spec, services)
    make, sent = pickle.loads(pickle.dumps((spec.render, data)))  # noqa: S301  # our own
    first = printing.render(make, sent, "sv")
    assert first == printing.render(spec.render, data, "sv")
    assert misplaced(first) == []
    assert spec.warnings(data) == tuple(spec.warnings(data))


@reports
def test_a_file_just_begun_can_be_asked_for_its_prints(spec: ReportSpec[Any]) -> None:
    with empty_services() as services:
        for data in collected(spec, services):
            assert printing.pages(printing.render(spec.render, data, "sv")) >= 1


def test_what_can_be_printed_is_told_without_loading_the_pdf_writer() -> None:
    asked = "import sys, styrdesk.reports.catalogue; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=root(), capture_output=True, text=True, check=True
    ).stdout.split()
    early = {"reportlab", "PIL", "styrdesk.reports.kit"} & set(loaded)
    assert not early, f"import reports.kit inside `render`, not at the module's top: {early}"
