"""Follow-up of quality, and the rules of disposal."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import control_result, quality_report, retention, self_check
from styrdesk.services.register import RegisterSpec

SELF_CHECKS = RegisterSpec(
    self_check.SelfCheck,
    N_("New self-check"),
    N_("Change self-check"),
    N_("Delete self-check"),
    self_check.check_self_check,
    copied=self_check.planned_again,
    left_out=(self_check.SelfCheckMeasure,),
)
SELF_CHECK_MEASURES = RegisterSpec(
    self_check.SelfCheckMeasure,
    N_("New measure of a self-check"),
    N_("Change measure of a self-check"),
    N_("Delete measure of a self-check"),
    self_check.check_self_check_measure,
    siblings=("self_check_id",),
)
QUALITY_REPORTS = RegisterSpec(
    quality_report.QualityReport,
    N_("Begin report on quality"),
    N_("Change report on quality"),
    N_("Delete report on quality"),
    copied=quality_report.next_year,
    left_out=(quality_report.QualityText,),
)
QUALITY_TEXTS = RegisterSpec(
    quality_report.QualityText,
    N_("New text of a report on quality"),
    N_("Change text of a report on quality"),
    N_("Delete text of a report on quality"),
    siblings=("quality_report_id",),
)
CONTROL_RESULTS = RegisterSpec(
    control_result.ControlResult,
    N_("New result of a control"),
    N_("Change result of a control"),
    N_("Delete result of a control"),
    control_result.check_control_result,
    siblings=("control_id",),
)
RETENTION_RULES = RegisterSpec(
    retention.RetentionRule,
    N_("New rule of disposal"),
    N_("Change rule of disposal"),
    N_("Delete rule of disposal"),
    retention.check_rule,
)
