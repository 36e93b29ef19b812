"""A form that saves itself: every field is named as the record's own and kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.record import Record
from styrdesk.services.changes import Changes
from styrdesk.services.register import Register
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.sight import lead_to
from styrdesk.ui.kit.tokens import W_MEDIUM

R = TypeVar("R", bound=Record)
Offer = Callable[[], list[tuple[str, str]]]


class Part(Protocol):
    """A grid beside the fields, which saves itself."""

    def flush(self) -> None:
        """Save at once what was typed."""
        ...

    def take_back(self) -> bool:
        """Take back the latest typing that could not be kept. False where all is kept."""
        ...

    def wrong(self) -> GridTable | None:
        """The table, while a cell of it holds what cannot be kept."""
        ...


class SavedForm(RecordForm, Generic[R]):
    """The form of one record of a register.

    What a rule refuses stays as it was typed and is tried again with the next change.

    Args:
        register: The service of its records; None where the subclass reads and saves itself.
        operations: The door for writes.
        key: The record's id.
        head: Name of the field that names the record; in a new one its words are chosen, to be
            written over.
    """

    def __init__(
        self,
        register: Register[R] | None,
        operations: Operations,
        key: str,
        head: str = "title",
    ) -> None:
        super().__init__()
        self.operations, self.key = operations, key
        self._register = register
        self._head = head
        self._shown: dict[str, object] = {}
        self._held: set[str] = set()  # fields whose words a rule refused
        self.parts: list[Part] = []
        self._offers: dict[str, tuple[Offer, list[tuple[str, str]]]] = {}

    def finish(self) -> None:
        """Show the record and save from now on; called when the fields are in place."""
        self.form.finish()
        self.setLayout(self.laid_out())
        self.reload()
        self.autosave = AutoSave(self._save, self.operations, self)
        self.autosave.watch(*self.form)

    @property
    def register(self) -> Register[R]:
        """The service of its records."""
        if self._register is None:
            raise LookupError(self.key)
        return self._register

    def choice(
        self, label: str, offer: Offer, *, name: str, required: bool = False, none: str = ""
    ) -> ChoiceField[str]:
        """A field whose choices are rows of the file: they follow when the file changes."""
        self._offers[name] = offer, []
        return ChoiceField(label, (), name=name, required=required, width=W_MEDIUM, none=none)

    # ---- what a subclass may tell ------------------------------------------------------------

    def record(self) -> R | None:
        """The record as it is now; None when it is gone."""
        try:
            return self.register.get(self.key)
        except KeyError:
            return None

    def save(self, record: R, visit: str) -> Changes:
        """Save the record."""
        return self.register.save(record, visit)

    def laid_out(self) -> QLayout:
        """The form as it stands in the panel: its fields, and perhaps what stands beside them."""
        return col(self.form, gap=0)

    def shown(self, record: R) -> None:
        """The record was shown: grids and pictures beside the fields follow."""

    def called(self, record: R) -> str:
        """What the record is called in the panel's head."""
        words = (getattr(record, "code", ""), getattr(record, self._head, ""))
        return " ".join(part for part in words if part)

    # ---- showing -----------------------------------------------------------------------------

    def title(self) -> str:
        record = self.record()
        return self.called(record) if record is not None else ""

    def reload(self) -> bool:
        record = self.record()
        if record is None:
            return False
        self._offer()
        for name, field in self._fields():
            value = getattr(record, name)
            self._shown[name] = value
            if not self._is_typed(name, field):  # what was typed stays until it can be kept
                _show(field, value)
        if not self._held:  # nothing is wrong any more
            self.form.hush()
        self.shown(record)
        return True

    def _is_typed(self, name: str, field: Field[Any]) -> bool:
        """Whether a field holds what is not in the file."""
        waits = self.autosave is not None and self.autosave.waits(field)
        return waits or name in self._held or bool(field.error())

    def unsaved(self) -> list[tuple[str, str]]:
        fields = [field for name, field in self._fields() if self._is_typed(name, field)]
        return [(field.label, field.words()) for field in fields]

    def _offer(self) -> None:
        for name, (offer, before) in self._offers.items():
            now = offer()
            field = self.form[name]
            if now != before and isinstance(field, ChoiceField):
                field.set_choices(now)
                self._offers[name] = offer, now

    def _fields(self) -> Iterable[tuple[str, Field[Any]]]:
        return [(field.objectName(), field) for field in self.form]

    def focus_first(self) -> None:
        record = self.record()
        new = record is not None and self._is_new(record)
        wrong = next((table for table in map(_wrong, self.parts) if table is not None), None)
        if self.form.first_error() is None and wrong is not None:
            lead_to(wrong)
            return
        if not new or self.form.first_error() is not None:
            super().focus_first()
            return
        editor = self.form[self._head].editor
        lead_to(editor)
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.selectAll()

    def _is_new(self, record: R) -> bool:
        """Whether it is still called what a new record is called."""
        words = getattr(record, self._head, "")
        return self._register is not None and words == _(self._register.spec.new_label)

    # ---- saving ------------------------------------------------------------------------------

    def flush(self) -> bool:
        for part in self.parts:
            part.flush()
        kept = super().flush() and not self._held
        return kept and not any(map(_wrong, self.parts))

    def is_wrong(self) -> bool:
        typed = self.form.first_error() is not None
        return typed or bool(self._held) or any(map(_wrong, self.parts))

    def take_back(self) -> bool:
        if any(part.take_back() for part in self.parts):
            return True
        fields = list(self._fields())
        wrong = [(name, field) for name, field in fields if name in self._held or field.error()]
        for name, field in wrong:
            _show(field, self._shown[name])
            self._held.discard(name)
        self.operations.tried.emit()
        return bool(wrong)

    def _save(self, field: Field[Any], visit: str) -> None:
        name = field.objectName()
        held = [other for other in self._held if other != name and self.form[other].check()]
        if held and self._write([name, *held], visit):
            return
        self._write([name], visit)

    def _write(self, names: list[str], visit: str) -> bool:
        record = self.record()
        if record is None:
            raise Gone
        values = {name: _kept(self.form[name]) for name in names}
        changed: Any = replace(record, **values)
        save = partial(self.save, changed, visit)
        self._held.update(names)
        if self.operations.run(save, broken=self.show_broken) is None:
            return False
        self._held.difference_update(names)
        self._shown.update(values)
        if not self._held:
            self.form.clear_errors()
            self.form.check()
        self.renamed.emit()
        return True


def _show(field: Field[Any], value: object) -> None:
    """Show what a record keeps; rich text is kept in its stored form."""
    rich = isinstance(field, RichTextField)
    field.set_value(richtext.parse(str(value)) if rich else value)


def _kept(field: Field[Any]) -> object:
    value = field.value()
    return richtext.write(value) if isinstance(field, RichTextField) else value


def _wrong(part: Part) -> GridTable | None:
    return part.wrong()
