"""The commands, each a few lines over the same services as the window."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from styrdesk.base import atomic
from styrdesk.base.i18n import _, use_language
from styrdesk.cli.arguments import Chosen
from styrdesk.domain.checks import Severity
from styrdesk.domain.checks.finding import SEVERITIES
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES
from styrdesk.domain.plan_file import MAX_BYTES
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService

if TYPE_CHECKING:
    from styrdesk.cli.main import Doors


def _out(text: str) -> None:
    sys.stdout.write(text + "\n")


def _json(data: object) -> None:
    _out(json.dumps(data, ensure_ascii=False, indent=1))


@contextmanager
def _opened(
    chosen: Chosen, doors: Doors, kept: SettingsService
) -> Iterator[Services]:
    services = doors.open_file(chosen.file or Path(), kept)
    try:
        yield services
    finally:
        services.file.close()


def plans(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk plans`: id, nämnd, year, title and status, newest first."""
    with _opened(chosen, doors, kept) as services:
        names = {c.id: c.name for c in services.committees.rows()}
        rows = [
            {
                "id": plan.id,
                "committee": names[plan.committee_id],
                "year": plan.year,
                "title": plan.title,
                "status": plan.status.value,
            }
            for plan in services.plans.plans()
        ]
        if chosen.json:
            _json(rows)
        else:
            for row, plan in zip(rows, services.plans.plans(), strict=True):
                status = _(PLAN_STATUSES[plan.status])
                _out(f"{row['id']}  {row['year']}  {row['committee']}  {row['title']}  ({status})")
    return 0


def reports(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk reports`: every print the file can give."""
    from styrdesk.reports.catalogue import REPORTS  # only prints need it

    with _opened(chosen, doors, kept) as services:
        rows = [
            {"key": spec.key, "id": choice.id, "title": choice.title}
            for spec in REPORTS
            for choice in spec.choices(services)
        ]
    if chosen.json:
        _json(rows)
    else:
        for row in rows:
            _out(f"{row['key']}:{row['id']}  {row['title']}")
    return 0


def print_report(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk print`: a plan or report to a PDF."""
    from styrdesk.reports import printing
    from styrdesk.reports.catalogue import PLAN_REPORT, REPORTS

    if chosen.language:
        use_language(chosen.language)
    with _opened(chosen, doors, kept) as services:
        key, _colon, choice = chosen.report.partition(":")
        spec = PLAN_REPORT
        if chosen.report:
            spec = next((s for s in REPORTS if s.key == key), None) or _no_report(key)
        else:
            choice = chosen.plan or services.plans.newest_decided().id
        if chosen.report and not choice:
            choice = next((c.id for c in spec.choices(services)), "")
        data = spec.collect(services, choice)
    content = printing.render(spec, data)
    out = chosen.out or Path()
    printing.write(content, out)
    _out(_("Printed to {name}, {pages} pages.").format(name=out, pages=printing.pages(content)))
    return 0


def _no_report(key: str) -> Any:  # noqa: ANN401  # it never returns
    raise RuleBroken(_("There is no report {key}.").format(key=key))


def check(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk check`: what the check of a plan finds; 1 when there are errors."""
    with _opened(chosen, doors, kept) as services:
        plan_id = chosen.plan or _newest(services)
        findings = services.plans.findings(plan_id)
    if chosen.json:
        _json(
            [
                {
                    "severity": f.severity.value,
                    "code": f.code,
                    "message": f.message,
                    "table": f.place.table,
                    "record": f.place.record,
                    "field": f.place.field,
                    "chapter": f.place.chapter,
                }
                for f in findings
            ]
        )
    else:
        for f in findings:
            _out(f"{_(SEVERITIES[f.severity])}: {f.message} [{f.code}]")
        if not findings:
            _out(_("The check finds nothing to mend."))
    return int(any(f.severity is Severity.ERROR for f in findings))


def _newest(services: Services) -> str:
    found = services.plans.plans()
    if not found:
        raise RuleBroken(_("There is no plan in the file."))
    return found[0].id


def export(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk export`: a plan as JSON."""
    with _opened(chosen, doors, kept) as services:
        text = services.exchange.export(chosen.plan)
    out = chosen.out or Path()
    try:
        atomic.write(out, text.encode())
    except OSError as error:
        raise _unreachable(out, error) from error
    _out(_("Exported to {name}.").format(name=out))
    return 0


def import_plan(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk import`: a plan from JSON into a file, which is made when it is missing."""
    source, target = chosen.source or Path(), chosen.file or Path()
    text = _text(source)
    if target.exists():
        services = doors.open_file(target, kept)
    else:
        from styrdesk.domain import plan_file

        plan_file.load(text)  # a plan that cannot be read makes no file
        services = doors.create_file(target, kept)
    try:
        done = services.exchange.import_plan(text, as_new=chosen.as_new)
    finally:
        services.file.close()
    for line in done.kept:
        print(line, file=sys.stderr)  # it is a command line
    _out(_("Imported as {id}.").format(id=done.plan_id))
    return 0


def _text(source: Path) -> str:
    try:
        if source.stat().st_size > MAX_BYTES:
            raise RuleBroken(_("{name} is too large to be a plan.").format(name=source.name))
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken(_("{name} is not UTF-8 text.").format(name=source.name)) from error
    except OSError as error:
        raise _unreachable(source, error) from error


def _unreachable(path: Path, error: OSError) -> FileProblem:
    message = _("{name} cannot be reached: {error}")
    return FileProblem(
        FileFault.UNREADABLE, message.format(name=path.name, error=error.strerror or error)
    )


def demo(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk demo`: a new file with the demo plans."""
    from styrdesk.services.demo import fill

    out = chosen.out or Path()
    services = doors.create_file(out, kept)
    try:
        fill(services)
    finally:
        services.file.close()
    _out(_("The demo file lies in {name}.").format(name=out))
    return 0


def self_test(_chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk --self-test`: makes, checks, prints and removes a demo file."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="styrdesk-") as folder:
        file, pdf = Path(folder) / "demo.styrdesk", Path(folder) / "plan.pdf"
        demo(Chosen("demo", out=file), doors, kept)
        code = print_report(Chosen("print", file, pdf), doors, kept)
    _out(_("The self-test went well.") if code == 0 else _("The self-test failed."))
    return code


COMMANDS: Final[dict[str, Callable[[Chosen, Doors, SettingsService], int]]] = {
    "plans": plans,
    "reports": reports,
    "print": print_report,
    "check": check,
    "export": export,
    "import": import_plan,
    "demo": demo,
    "self-test": self_test,
}
