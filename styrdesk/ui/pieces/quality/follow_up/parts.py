"""Follow-up: what shares the rubric."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec
from styrdesk.ui.pieces.quality.part import RUBRICS, Part, urgent_of


def _self_checks(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.self_checks_page import SelfChecksPage

    return SelfChecksPage(context)


def _late_self_checks(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.follow_up import self_checks_page

    return self_checks_page.badge(context)


def _controls(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.controls_page import ControlsPage

    return ControlsPage(context)


def _late_controls(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.follow_up import controls_page

    return controls_page.badge(context)


def _quality_report(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.report_page import ReportPage

    return ReportPage(context)


PARTS: Final[tuple[Part, ...]] = (
    Part(
        PageSpec(
            "self_checks", N_("Self-checks"), "clipboard-check", _self_checks, RUBRICS,
            badge=_late_self_checks, topics=("self_check",), under="follow_up",
            shows=("self_check",),
        ),
        N_("What is checked against which requirement, what was found and what is done."),
        urgent_of("follow_up.self_checks_page"),
    ),
    Part(
        PageSpec(
            "control_results", N_("Internal control"), "shield-check", _controls, RUBRICS,
            badge=_late_controls,
            topics=("control_result", "control", "plan", "plan_version"),
            shows=("control_result",), prints=True, under="follow_up",
        ),
        N_("The controls of the committee's plan, with what each came to."),
    ),
    Part(
        PageSpec(
            "quality_report", N_("Report on quality"), "file-check", _quality_report, RUBRICS,
            topics=("quality_report",), prints=True, under="follow_up",
        ),
        N_("What the year's figures say, with your commentary, for the committee to decide."),
    ),
)  # fmt: skip
