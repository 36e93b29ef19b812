"""The findings as rows of a list: what stops a decision first, those of one kind in a fold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.checks.finding import SEVERITIES
from styrdesk.domain.checks.groups import Group, grouped
from styrdesk.ui.kit.sections import Section

_STATUS = {Severity.ERROR: "bad", Severity.WARNING: "warn"}


@dataclass
class FindingRows:
    """The rows for some findings.

    Attributes:
        rows: In order, heads and all.
        found: The finding of a row, by its key.
        group: The fold that a row is in, or is, by its key.
        spoken: What a screen reader says of a row, by its key.
    """

    rows: list[Section] = field(default_factory=list)
    found: dict[str, Finding] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, str] = field(default_factory=dict)


def rows_of(findings: Sequence[Finding], folds: Mapping[str, bool]) -> FindingRows:
    """Rows, with those groups folded that were left so.

    Args:
        findings: What the check found.
        folds: Whether a group is open, by its key. Unless told, what stops a decision is open.
    """
    made = FindingRows()
    said = {
        Severity.ERROR: _("Stops a decision"),
        Severity.WARNING: _("To look at"),
    }
    before: Severity | None = None
    for group in grouped(findings):
        if group.severity is not before:
            before = group.severity
            made.rows.append(Section("", said[group.severity]))
        _add(made, group, folds)
    return made


def summary(findings: Sequence[Finding]) -> str:
    """How many stop a decision, and how many there are to look at."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    rest = len(findings) - errors
    parts = (
        (
            errors,
            ngettext("{count} error stops a decision", "{count} errors stop a decision", errors),
        ),
        (rest, ngettext("{count} to look at", "{count} to look at", rest)),
    )
    return ", ".join(words.format(count=count) for count, words in parts if count)


def _add(made: FindingRows, group: Group, folds: Mapping[str, bool]) -> None:
    keyed = list(_keyed(group))
    level, key = 0, ""
    if len(keyed) > 1:
        level, key = 1, f"{group.severity.value}/{group.name}"
        is_open = folds.get(key, group.severity is Severity.ERROR)
        name, count = _(group.name), len(keyed)
        glyph = "chevron-down" if is_open else "chevron-right"
        made.rows.append(Section(key, name, glyph, count=str(count)))
        made.group[key] = key
        words = _("{name}, {count}, open") if is_open else _("{name}, {count}, folded")
        made.spoken[key] = words.format(name=name, count=count)
        if not is_open:
            return
    for mine, finding in keyed:
        status = _STATUS[finding.severity]
        made.rows.append(Section(mine, finding.message, status=status, level=level))
        made.found[mine] = finding
        made.group[mine] = key
        made.spoken[mine] = f"{_(SEVERITIES[finding.severity])}: {finding.message}"


def _keyed(group: Group) -> Iterator[tuple[str, Finding]]:
    """Findings with a name that stays while others come and go, and words are written anew."""
    times: dict[str, int] = {}
    for finding in group.findings:
        at = finding.place
        name = "/".join((finding.code, at.table, at.record, at.row, at.field))
        times[name] = times.get(name, 0) + 1
        yield f"{name}/{times[name]}", finding
