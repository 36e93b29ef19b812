"""Dialogs before a person is written over: in the whole file, or in one case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.sought import label
from styrdesk.services.catalogue import Services
from styrdesk.services.personal_data import Found, Trace
from styrdesk.ui.kit.choice_fields import CheckField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.pieces.quality.cases.erasing_sheet import Act, ErasingSheet


def _for_good() -> str:
    return _(
        "This cannot be undone. It is written over in the file, its history, its trash and the "
        "search. A new backup is made, and then all earlier ones the program made are taken away. "
        "Copies and prints you have saved yourself are yours to take away."
    )


class AnonymiseSheet(ErasingSheet):
    """Tells what would be written over and what stays, and asks why.

    Args:
        context: The page's.
        found: As it was looked at.
        left: Keys of the places that are not to be changed.
    """

    def __init__(self, context: PageContext, found: Found, left: Collection[str]) -> None:
        super().__init__(context, _("Make a person anonymous"), _("Write over for good"))
        self._found = found
        self._chosen = [t for t in found.traces if t.is_written and t.key not in left]
        self.form.add(
            LongTextField(
                _("Why"), name="reason", required=True, lines=(2, 4),
                help=_("It is kept with the day and your name. Do not name the person."),
            )
        )  # fmt: skip
        told = _("“{name}” is written where the person stands.").format(name=label(found.number))
        lines = [quiet(words, wrap=True) for words in self._counts(left)]
        self.setLayout(
            col(
                text(told, "strong", wrap=True), *lines, text(_for_good(), wrap=True),
                self.form, self.note, gap=12,
            )
        )  # fmt: skip

    def _counts(self, left: Collection[str]) -> Iterator[str]:
        counts = Counter(trace.kind for trace in self._chosen)
        yield _("Written over: {what}").format(
            what=", ".join(f"{kind} {count}" for kind, count in counts.items()) or _("nothing")
        )
        links = sum(trace.spot.is_link for trace in self._found.traces)
        if links:
            yield ngettext(
                "{count} link leads to the person, and stays: it then shows that name.",
                "{count} links lead to the person, and stay: they then show that name.",
                links,
            ).format(count=links)
        archived = _kinds([t for t in self._found.traces if t.archived])
        if archived:
            yield _(
                "Not changed, since it is archived: {what}. What was decided is a public document "
                "with a check sum, and so are its prints."
            ).format(what=archived)
        files = sum(trace.spot.file and not trace.archived for trace in self._found.traces)
        if files:
            yield ngettext(
                "{count} attached file names the person, and is not changed. Take it away yourself "
                "where it has to go.",
                "{count} attached files name the person, and are not changed. Take them away "
                "yourself where they have to go.",
                files,
            ).format(count=files)
        kept = _kinds([t for t in self._found.traces if t.is_written and t.key in left])
        if kept:
            yield _("Not changed, since you left it out: {what}.").format(what=kept)
        if self._found.hidden:
            yield _("Secret cases have not been looked in.")
        if self._found.unread:
            yield ngettext(
                "{count} attached file has no text that could be looked in.",
                "{count} attached files have no text that could be looked in.",
                self._found.unread,
            ).format(count=self._found.unread)

    def act(self) -> Act:
        chosen = frozenset(trace.key for trace in self._chosen)
        return partial(_anonymise, self._found, chosen, self.form["reason"].value())


class AnonymiseCaseSheet(ErasingSheet):
    """Takes who wrote in, and words that name them, out of one case."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context, _("Make the case anonymous"), _("Write over for good"))
        self._key = key
        case = context.services.cases.get(key)
        self.form.add(
            LongTextField(
                _("Names and words to take out"), name="names", lines=(2, 6),
                help=_("Each on its own line. They are replaced by […] wherever they stand."),
            )
        )  # fmt: skip
        self.form["names"].set_value("\n".join((case.reporter, *case.reporter.split())).strip())
        count = len(context.services.attachments.of("case", key))
        words = ngettext("Take its {count} file away", "Take its {count} files away", count)
        self.form.add(
            CheckField(
                words.format(count=count), name="files",
                help=_("What is written or seen in a file is not taken out of it."),
            )
        )  # fmt: skip
        self.form["files"].set_value(True)
        self.form["files"].setVisible(count > 0)
        told = _(
            "From whom and how they are reached is emptied in {code}, and the words below are "
            "taken out of its texts, causes, actions and letters."
        ).format(code=case.code)
        self.setLayout(
            col(
                text(told, wrap=True), self.form, text(_for_good(), wrap=True), self.note, gap=12
            )
        )  # fmt: skip

    def act(self) -> Act:
        names, files = self.form["names"].value().splitlines(), self.form["files"].value()
        return partial(_anonymise_case, self._key, names, files=files)


def _kinds(traces: Collection[Trace]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in Counter(t.kind for t in traces).items())


def _anonymise(
    found: Found, chosen: frozenset[str], reason: str, services: Services
) -> FileProblem | None:
    return services.personal_data.anonymise(found, chosen, reason)


def _anonymise_case(
    key: str, names: list[str], services: Services, *, files: bool
) -> FileProblem | None:
    return services.retention.anonymise(key, names, files=files)
