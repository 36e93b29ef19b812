"""The dialog that writes the same in one field of all chosen rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.cells import Unreadable, from_cell
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.naming import CHOICES
from styrdesk.domain.record import FieldSpec
from styrdesk.services.listing import columns, linkable
from styrdesk.services.register import Register
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_LONG, W_MEDIUM

_FIELD = "which_field"


def changeable(register: Register[Any]) -> tuple[tuple[FieldSpec, str], ...]:
    """The fields that may be the same in many rows, with their names: none that names the row."""
    kind, by_act = register.spec.kind, register.spec.by_act
    return tuple(
        (column.spec, column.title)
        for column in columns(TABLE_OF[kind], kind)
        if not (column.spec.in_key or column.spec.rich or column.spec.owned)
        and column.spec.name not in by_act
    )


class ChangeSheet(Sheet):
    """Which field, and what shall stand in it.

    Args:
        context: The page's.
        register: Whose rows they are.
        keys: Ids of the chosen rows.
    """

    def __init__(self, context: PageContext, register: Register[Any], keys: Sequence[str]) -> None:
        count = len(keys)
        head = ngettext("Change {count} row", "Change {count} rows", count).format(count=count)
        super().__init__(head, _("Change"))
        self._context, self._register, self._keys = context, register, keys
        fields = changeable(register)
        self._specs = {spec.name: spec for spec, _title in fields}
        self._which: ChoiceField[str] = ChoiceField(
            _("Field"),
            [(spec.name, title) for spec, title in fields],
            name=_FIELD,
            required=True,
            width=W_MEDIUM,
        )
        self.form.add(self._which)
        for spec, title in fields:
            self.form.add(self._field(spec, title))
        said = _("The same is written in all chosen rows, in one step. Ctrl+Z takes it back.")
        self.setLayout(col(text(said, wrap=True), self.form, gap=12))
        self._which.changed.connect(self._show)
        self._which.set_value(fields[0][0].name)
        self._show()

    def _field(self, spec: FieldSpec, title: str) -> Field[Any]:
        name, empty = spec.name, _("None") if spec.optional else ""
        if spec.link:
            offered = linkable(self._context.services, spec.link)
            return ChoiceField(title, offered, name=name, width=W_LONG, none=empty)
        if issubclass(spec.kind, StrEnum):
            words = CHOICES.get(spec.kind, {})
            offered = [(member, _(words.get(member, member.value))) for member in spec.kind]
            return ChoiceField(title, offered, name=name, width=W_MEDIUM, none=empty)
        if spec.kind is bool:
            return CheckField(title, name=name)
        if spec.kind is date:
            return DateField(title, self._context.services.clock.today, name=name)
        width = W_MEDIUM if spec.kind in {int, Decimal} else 0
        return TextField(title, name=name, width=width)

    def _show(self) -> None:
        """Only the field that was chosen."""
        for name in self._specs:
            self.form[name].setVisible(name == self._which.value())

    def focus_first(self) -> bool:
        """Which field is what one begins with."""
        self._which.setFocus()
        return True

    def go_on(self) -> bool:
        self.form.clear_errors()
        chosen = self._which.value()
        if chosen is None:
            self._which.set_error(_("Choose a field."))
            return False
        field, spec = self.form[chosen], self._specs[chosen]
        try:
            value = self._read(spec, field)
        except (RuleBroken, Unreadable) as error:
            field.set_error(error.message if isinstance(error, RuleBroken) else str(error))
            return False
        save = partial(self._register.change, self._keys, spec.name, value)
        return self._context.operations.run(save, broken=self._refused) is not None

    def _read(self, spec: FieldSpec, field: Field[Any]) -> object:
        value = field.value()
        if isinstance(field, TextField):
            return from_cell(spec, value, _nothing, self._context.services.clock.today())
        if value is None and not spec.optional:
            raise RuleBroken(_("Something must stand here."), spec.name)
        return value

    def _refused(self, broken: RuleBroken) -> None:
        chosen = self._which.value()
        if chosen is not None:
            self.form[chosen].set_error(broken.message)


def _nothing(_table: str, words: str) -> str:
    return words
