"""The form of one record: its fields, and what a panel asks of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.autosave import AutoSave
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.sight import lead_to


class RecordForm(QWidget):
    """The form of one record. A subclass fills `form` and says what to save.

    Attributes:
        form: Its fields.
        autosave: Set by the subclass where fields save themselves.
    """

    renamed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.autosave: AutoSave | None = None

    def title(self) -> str:
        """What the panel's head says ("V4 Attractive employer")."""
        raise NotImplementedError

    def reload(self) -> bool:
        """Show the record as it is now. False when it is gone."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what waits. False when a field holds what cannot be saved."""
        saved = self.autosave is None or self.autosave.flush()
        return saved and self.form.first_error() is None

    def waits(self) -> bool:
        """Whether something waits to be saved; after `flush`, until the file can be written."""
        return self.autosave is not None and self.autosave.is_dirty()

    def unsaved(self) -> list[tuple[str, str]]:
        """What is typed here and not in the file: names of fields, and their words."""
        return [(field.label, field.words()) for field in self.form if field.error()]

    def is_wrong(self) -> bool:
        """Whether something that is typed cannot be kept as it is, and so is not saved."""
        return self.form.first_error() is not None

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        return False

    def show_broken(self, broken: RuleBroken) -> None:
        """Show a broken rule at its field."""
        self.form.show_broken(broken)

    def show_field(self, field: str, part: str = "") -> None:
        """Put the focus in a field; a form with a grid shows a field of a line of it.

        Args:
            field: The record's field.
            part: Id of the line, empty for the record's own field.
        """
        if field in self.form and not part:
            lead_to(self.form[field])

    def focus_first(self) -> None:
        """Put the focus where there is something to do: the first error, or the first field."""
        wrong = self.form.first_error()
        first = wrong if wrong is not None else next(iter(self.form), None)
        if first is not None:
            lead_to(first)
