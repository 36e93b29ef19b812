"""Every part of the kit in one window, to look at. Not a test, not shipped.

Run: QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery FOLDER
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from styrdesk.domain.richtext import parse
from styrdesk.services.changes import Changes
from styrdesk.ui.kit import theme
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.body import Body, SidePanel
from styrdesk.ui.kit.buttons import button, link, tool
from styrdesk.ui.kit.cards import Card, EmptyState, framed
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.header import HeaderBar
from styrdesk.ui.kit.layout import FlowLayout, Rule, box, col, row, scroller
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.parsed_fields import AmountField, DateField, DecimalField, YearField
from styrdesk.ui.kit.progress import Steps, Timeline
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.status import Bar, Chip, StatusMark
from styrdesk.ui.kit.table_model import Column, Mark, Rows
from styrdesk.ui.kit.tabs import PieceTabs
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_SHORT
from tests.helpers.dialogs import ScriptedDialogs

TEXT = (
    "<h2>Utgångsläge</h2><p>Nämndens kommunbidrag ökar med <b>37 800 tkr</b> till "
    '<span data-ref="ram">1 450 100 tkr</span>. Tre beslut formar budgeten, se '
    '<a href="https://www.borlange.se">Borlänge</a>:</p><ul><li>den nya förskolan öppnar i '
    "augusti<ul><li>hyra 6 500 tkr</li><li>CO<sub>2</sub> och m<sup>2</sup></li></ul></li>"
    "<li>avgiftsfri <i>öppen</i> fritid,</li></ul><ol><li>ett</li><li>två</li></ol>"
    '<note><p>En anmärkning med <span class="secret">Åsa Öberg</span> i.</p><p>Två rader.</p>'
    "</note><h3>Underrubrik</h3><p>Och så en vanlig rad till.</p>"
)


@dataclass(frozen=True)
class Goal:
    """A row."""

    id: str
    number: str
    name: str
    serves: str
    status: Mark


GOALS = [
    Goal("1", "V1", "Skola med fokus på kunskap och arbetsro", "N1, N2", Mark("ok", "Komplett")),
    Goal("2", "V2", "God vård och omsorg", "–", Mark("ok", "Bidrar")),
    Goal("3", "V3", "Hållbart Borlänge", "N4", Mark("ok", "Komplett")),
    Goal("4", "V4", "Attraktiv arbetsgivare", "N3", Mark("warn", "Utan målvärde")),
    Goal("5", "F2", "Nettokostnaden ryms inom ramen", "N4", Mark("bad", "Utan ansvarig")),
    Goal("6", "F3", "Investeringar betalas med egna medel", "–", Mark("draft", "Utkast")),
]


def _number(goal: Goal) -> str:
    return goal.number


def _name(goal: Goal) -> str:
    return goal.name


def _serves(goal: Goal) -> str:
    return goal.serves


def _status(goal: Goal) -> Mark:
    return goal.status


def _id(goal: Goal) -> str:
    return goal.id


COLUMNS = (
    Column("number", "Nr", _number, "code", 52),
    Column("name", "Mål", _name),
    Column("serves", "Nämndmål", _serves, "text", 96, spare=1),
    Column("status", "Status", _status, "status", 140),
)


def a_form() -> Form:
    form = Form()
    form.add(
        TextField("Nummer", name="number", required=True, width=96),
        ChoiceField("Typ", [("v", "Verksamhetsmål"), ("f", "Finansiellt mål")], name="kind"),
    )
    form.add(
        LongTextField("Mål", name="name", required=True, help="Skrivs ut som rubrik i kapitel 5.")
    )
    people = [("1", "Åsa Öberg"), ("2", "Émilie Müller")]
    form.add(ChoiceField("Ansvarig", people, name="person", width=W_MEDIUM, none="ingen"))
    today = lambda: date(2025, 11, 20)  # noqa: E731
    form.add(DateField("Gäller från", today, name="start"), DateField("Till", today, name="end"))
    form.add(
        AmountField("Belopp, tkr", name="amount"),
        DecimalField("Målvärde 2026", name="target", required=True, width=W_SHORT, decimals=1),
        YearField("År", name="year"),
    )
    form.add_head("Den röda tråden")
    form.add(
        CheckField("Visas i planen också när målet saknar indikator och är ganska långt", name="x")
    )
    form["number"].set_value("V4")
    form["name"].set_value("Attraktiv arbetsgivare")
    form["start"].set_value(date(2024, 1, 1))
    form["amount"].set_value(1_450_100_000)
    target = form["target"]
    assert isinstance(target, DecimalField)
    target.line.setText("79 till 81 hos")
    form["target"].check()
    form.finish()
    return form


class GoalForm(RecordForm):
    """A form to look at."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.form = a_form()
        self.setLayout(col(self.form))
        self._goal = next(goal for goal in GOALS if goal.id == key)

    def title(self) -> str:
        return f"{self._goal.number} {self._goal.name}"

    def reload(self) -> bool:
        return True


def load(query: Query) -> Rows[Goal]:
    hits = [goal for goal in GOALS if query.search.lower() in goal.name.lower()]
    if query.sort:
        hits.sort(key=lambda g: str(getattr(g, query.sort)), reverse=query.descending)
    return Rows(hits)


def a_register() -> RegisterPage:
    spec: ListSpec[Goal] = ListSpec(
        name="goals",
        title="Mål",
        explain="Fullmäktiges mål för god ekonomisk hushållning i Strategisk plan 2024–2027",
        hint="Filtrera mål",
        empty=("Här står nämndens mål", "Börja med fullmäktiges mål; det tar en kvart."),
        columns=COLUMNS,
        key=_id,
        load=load,
        topics=frozenset({"goal"}),
        form=GoalForm,
        new="Nytt mål",
        create=lambda: "1",
        duplicate=lambda key: key,
        delete=lambda keys: None,
        filters=(Filter("v", "Verksamhetsmål"), Filter("f", "Finansiella"), Filter("m", "Saknar")),
        counts=lambda: {"v": 5, "f": 3, "m": 3},
        sort="number",
    )
    nothing = Changes(frozenset(), "")
    page = RegisterPage(spec, Operations(lambda: nothing, ScriptedDialogs()))
    page.chips["v"].setChecked(True)
    return page


def the_parts() -> QWidget:
    grid = GridTable(
        [GridColumn("Verksamhet, tkr", "text", 0), GridColumn("Budget 25"), GridColumn("Intäkter"),
         GridColumn("Kostnader"), GridColumn("Budget 26", computed=True)],
        "Driftbudget",
    )  # fmt: skip
    grid.set_rows(
        [
            GridRow(("Nämnd och ledning", "17 900", "600", "19 000", "18 400")),
            GridRow(("Förskola och ped. omsorg", "394 300", "52 400", "455 000", "402 600")),
            GridRow(("Nämndens reserv", "4 000", "0", "7 000", "7 000")),
            GridRow(("Summa", "416 200", "53 000", "481 000", "428 000"), True, True),
        ]
    )
    grid.set_errors({(3, 4): "2 000 tkr över ramen"})
    grid.grid.write([(1, 2, "52 fyra")])
    grid.fit()
    rich = RichTextField("Text", ScriptedDialogs())
    rich.set_value(parse(TEXT))
    steps = [("Inkommen", "3 nov"), ("Fördelad", "4 nov"), ("Bedömd", "6 nov"), ("Utredning", ""),
             ("Åtgärd", ""), ("Uppföljning", ""), ("Avslutad", "")]  # fmt: skip
    off = button("Avstängd")
    off.setEnabled(False)
    marks = [
        StatusMark(k, w)
        for k, w in (("ok", "Beslutad"), ("warn", "3 anmärkningar"), ("bad", "2 000 tkr över"))
    ]
    kinds = (("doing", "På remiss"), ("draft", "Utkast"), ("empty", "Tom"), ("locked", "Låst"))
    plain = [StatusMark(k, w, tinted=False) for k, w in kinds]
    card = Card(
        col(
            row(text("Planerna", "h2"), None, link("Visa året")),
            row(text("Nämndplan 2026–2028", "strong"), None, StatusMark("doing", "På remiss")),
            Bar(10 / 16, "10 av 16 kapitel klarmarkerade"),
            quiet("10 av 16 kapitel klarmarkerade · 3 anmärkningar"),
        )
    )
    history = Timeline(
        [
            ("pencil", "Ändrade belopp i 7.2 Driftbudget", "Åsa Öberg, i dag 14.02"),
            ("check", "Klarmarkerade kapitel 6", "Émilie Müller, i går 09.10"),
        ]
    )
    buttons = FlowLayout(
        button("Exportera PDF", "primary", "file-text"), button("Duplicera"), off,
        button("Ta bort", "danger", "trash-2"), button("Koppla", "quiet", "plus"),
        tool("undo-2", "Ångra"), tool("bold", "Fet", checked=True), tool("ellipsis", "Mer"),
    )  # fmt: skip
    chips = FlowLayout(
        Chip("Allt", count=15, on=True), Chip("Mina", count=6), Chip("Nämndplan", count=5)
    )
    empty = EmptyState(
        "Ni har ännu inte sagt vad satsen betyder hos er",
        "Det tar 15 minuter på ett APT.",
        button("Gör en överenskommelse"),
    )
    banner = Banner(
        "info", "Anvisning – skrivs aldrig ut", "Netto per verksamhet.", [button("Dölj", "quiet")]
    )
    return box(
        col(
            text("Torsdag 20 november", "h1"),
            box(buttons),
            box(chips),
            box(FlowLayout(*marks, *plain)),
            banner,
            Banner("bad", "Driftbudgeten är 2 000 tkr över ramen", "Inget är förlorat."),
            Steps(steps, 3),
            framed(grid),
            rich,
            Rule(),
            row((card, 1), (history, 1), gap=16),
            Card(col(empty), 0),
            None,
            gap=12,
            pad=(24, 24, 24, 24),
        ),
        QPalette.ColorRole.Window,
    )


def a_window(work: QWidget) -> QWidget:
    header = HeaderBar()
    header.committee.addItem("Barn- och bildningsnämnden")
    header.year.addItems(["2026", "2025"])
    header.saved.show_status("ok", "Sparat 14.02")
    header.name_undo("Ändra belopp", "")
    tabs = PieceTabs(
        [("Start", "start", "house"), ("Kvalitetsledning", "quality", ""),
         ("Planeringsprocess", "planning", ""), ("Ledarskap", "leadership", ""),
         ("Värdegrund", "values", "")],
        "Pusselbitar",
    )  # fmt: skip
    tabs.setCurrentIndex(2)
    left = SectionList(
        [
            Section("", "Strategisk plan 2024–2027"),
            Section("goal", "Mål", "target", count="8"),
            Section("ind", "Indikatorer", "chart-line", count="23"),
            Section("plan", "Nämndplan", "file-text", alerts=3),
            Section("7", "7 Ekonomi", status="doing", count="Utkast"),
            Section("7.1", "7.1 Ramförändring", status="done", level=1),
            Section("long", "Avvikelse-, klagomål- och synpunktshantering", "route", count="4"),
        ],
        "planning",
        "Avsnitt",
        lines=2,
    )
    left.choose("goal")
    side = SidePanel(
        [
            ("Förhandsvisning", "file-text", QWidget()),
            ("Kontroll  3", "shield-check", QWidget()),
            ("Historik", "history", QWidget()),
        ],
        "Sidopanel",
    )
    window = QWidget()
    window.setLayout(col(header, tabs, (Body(work, left, side), 1), gap=0))
    return window


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for scheme in ("light", "dark"):
        for zoom in (1.0, 1.5, 2.0):
            theme.apply(app, scheme, zoom)
            name = f"{scheme}_{round(zoom * 100)}"
            parts = the_parts()
            parts.resize(900, max(parts.heightForWidth(900), parts.sizeHint().height()))
            page = a_register()
            window = a_window(page)
            window.resize(1280, 800)
            for shown in (parts, window):
                shown.show()
                app.processEvents()
            parts.resize(900, max(parts.heightForWidth(900), parts.sizeHint().height()))
            app.processEvents()
            parts.grab().save(str(folder / f"parts_{name}.png"))
            window.grab().save(str(folder / f"list_{name}.png"))
            page.table.choose("4")
            page.open_record("4", focus=True)
            app.processEvents()
            window.grab().save(str(folder / f"form_{name}.png"))
            window.resize(1024, 640)
            app.processEvents()
            window.grab().save(str(folder / f"form1024_{name}.png"))
            window.resize(640, 600)
            app.processEvents()
            window.grab().save(str(folder / f"form640_{name}.png"))
            whole = scroller(a_form())
            whole.resize(520, 760)
            whole.show()
            app.processEvents()
            whole.grab().save(str(folder / f"fields_{name}.png"))
            for shown in (parts, window, whole):
                shown.close()
                shown.deleteLater()


if __name__ == "__main__":
    main()
