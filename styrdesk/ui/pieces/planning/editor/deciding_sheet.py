"""The dialog that notes the decision: the plan is laid out as decided, and kept with its print."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _, ngettext
from styrdesk.reports import deciding as printing
from styrdesk.services.decision import Outlook, Ready
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_sheets import DecisionSheet
from styrdesk.ui.preview.printed_sheet import Laying


class DecidingSheet(DecisionSheet):
    """Going on lays the plan out in the child process; only then is it decided, or not at all."""

    def __init__(self, manuscript: Manuscript) -> None:
        decisions = manuscript.services.decisions
        super().__init__(
            manuscript,
            (_("Note the committee's decision"), _("Note the decision")),
            _(
                "Text, tables and amounts are then frozen as they stand, with their print, and "
                "undo stops here. What is written below can be corrected later, and the approval "
                "is filled in when it is made."
            ),
            decisions.ready,
            _("Nothing has been decided. The plan itself is untouched."),
            secure=decisions.secure,
        )

    def take(self, answer: Ready) -> bool:
        """Lay it out; it is decided when the print is there."""
        services, language = self.manuscript.services, self.language
        data = printing.collect(services, answer, language)
        decide = partial(services.decisions.decide, answer, language=language, secured=True)
        said = _("The decided plan is being laid out …")
        self.lay_out(Laying(printing.RENDER, data, language, decide, said))
        return False


def deciding(manuscript: Manuscript, outlook: Outlook) -> DecidingSheet:
    """The dialog that notes the decision, with what still stands out."""
    sheet = DecidingSheet(manuscript)
    remarks = list(_remarks(outlook))
    if remarks:
        show = button(_("Show in Check"), "quiet", name="decide_show")
        show.clicked.connect(manuscript.check_wanted)
        show.clicked.connect(sheet.shut)
        head = _("This still stands out, and does not stop the decision")
        sheet.column.addWidget(Banner("warn", head, "\n".join(remarks), [show]))
    return sheet


def _remarks(outlook: Outlook) -> list[str]:
    said = []
    if outlook.unready:
        words = ngettext(
            "{unready} chapter of {count} is not noted as ready.",
            "{unready} chapters of {count} are not noted as ready.",
            outlook.unready,
        )
        said.append(words.format(unready=outlook.unready, count=outlook.chapters))
    if outlook.warnings:
        words = ngettext(
            "Check has {count} warning.", "Check has {count} warnings.", outlook.warnings
        )
        said.append(words.format(count=outlook.warnings))
    return said
