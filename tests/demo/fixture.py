"""The worked example of a nämndplan, compact: what the demo of 2026 must hold. Amounts in tkr."""

from __future__ import annotations

from decimal import Decimal

INFORMATION = {
    "document_type": "Plan (aktiverande)",
    "title": "Nämndplan 2026 med plan 2027–2028",
    "decided_by": "Barn- och bildningsnämnden",
    "decided_on": "2025-12-10",
    "paragraph": "§ 112",
    "registration_number": "2025/1187",
    "valid_from": "2026-01-01",
    "valid_to": "2026-12-31",
    "validity_note": "plan t.o.m. 2028",
    "document_owner": "Sektorchef bildning",
    "version": "1.0",
    "applies_to": "Nämndens verksamheter",
    "replaces": "Nämndplan 2025 (2024-12-11 § 118)",
    "related": "Strategisk plan 2024–2027, Internkontrollplan 2026, Reglemente",
    "follow_up": "T1 30/4, T2 31/8, år 31/12",
    "review_due": "2026-10",
    "classification": "1.x",
    "retention": "Bevaras",
    "approval": "minutes",
    "approval_date": "2025-12-17",
}

CHAPTERS = """
1 Ordföranden har ordet
2 Nämndens uppdrag och ansvarsområde
2.1 Reglemente
2.2 Lagstiftning
2.3 Organisation
3 Planeringsförutsättningar och omvärldsanalys
3.1 Demografi
3.2 Trender
3.3 Styrkor
4 Styrmodellen och strategiska planen
5 Kommunfullmäktiges mål och uppdrag
6 Nämndens mål, indikatorer och aktiviteter
6.1 Alla elever når målen
6.2 Trygghet och studiero
6.3 Attraktiv arbetsgivare
6.4 Resurseffektiv verksamhet
7 Ekonomi
7.1 Ekonomisk ram
7.2 Driftbudget per verksamhet
7.3 Driftbudget per slag
7.4 Åtgärder för budget i balans
7.5 Volymer och nyckeltal
7.6 Investeringar
7.7 Taxor
8 Medarbetare och kompetensförsörjning
9 Kvalitetsledning
10 Riskanalys och intern kontroll
11 Uppföljning – årshjul
12 Fastställelse och underskrifter
A Indikatorsammanställning
B Internkontrollplan
C Förteckning
"""

FRAME = """
Ingående kommunbidrag 1412300 1450100 1481200
Löneuppräkning 38600 36900 37800
Prisuppräkning 14200 13800 14100
Volym/demografi -9800 -12400 -13900
Hyror ny förskola 6500 0 0
Effektivisering -14100 -7200 -7400
KF-satsning avgiftsfri fritid 2400 0 0
"""
CLOSING = (1450100, 1481200, 1511800)

# Bokslut 2024, budget 2025, intäkter, kostnader, netto 2026, plan 2027, plan 2028
OPERATING = """
Nämnd och ledning 17200 17900 600 19000 18400 18800 19200
Förskola och pedagogisk omsorg 388900 394300 52400 455000 402600 403900 406300
Fritidshem 75600 77100 19100 98000 78900 80600 82200
Förskoleklass och grundskola 736800 749800 61700 830000 768300 788200 806700
Anpassad grundskola 53900 56200 3300 62000 58700 61000 63200
Elevhälsa och centralt stöd 68400 69900 2800 74000 71200 73300 75400
Kulturskola och öppen fritid 26800 26200 3400 33000 29600 30400 31100
Skolskjuts 16300 16900 600 18000 17400 18000 18600
Nämndens reserv 0 4000 0 5000 5000 7000 9100
"""
OPERATING_TOTAL = (1383900, 1412300, 143900, 1594000, 1450100, 1481200, 1511800)

COSTS = """
Personal 1012000
Lokaler 238500
Köp av verksamhet/IKE 196300
Material och tjänster 98700
Kapitalkostnader 21400
Övrigt 27100
"""
INCOME = """
Statsbidrag 78200
Taxor 41300
Försäljning/IKE 19800
Övriga 4600
"""

INVESTMENTS = """
Inventarier förskola 3500 3000 3000
Inventarier grundskola 4200 4200 4200
IKT 2800 2800 2800
Inventarier ny F–6-skola 0 9500 2500
Utemiljö 1500 1500 1500
"""
INVESTMENTS_TOTAL = (12000, 21000, 14000)

# KF:s mål: nämndmål och uppdrag
GOALS = {
    "Skola med fokus på kunskap och arbetsro": ("N1", "N2"),
    "God vård och omsorg": (),
    "Hållbart Borlänge": ("N4",),
    "God ekonomisk hushållning – verksamhetsmål": ("N3",),
    "God ekonomisk hushållning – finansiella mål": ("N4",),
}
COMMITTEE_GOALS = {
    "N1": "Alla elever når målen",
    "N2": "Trygghet och studiero",
    "N3": "Attraktiv arbetsgivare",
    "N4": "Resurseffektiv verksamhet",
}
ASSIGNMENTS = {
    "U1": ("läsning årskurs 1–3", "2025-11-18", "§ 201", "2026-12-31"),
    "U2": ("Tidiga samordnade insatser med socialnämnden", "2025-11-18", "", "2026-08-31"),
    "U3": ("matsvinn", "2025-11-18", "", ""),
    "U4": ("lokaler", "2025-11-18", "", ""),
}

# Källa, riktning, kön, 2023, 2024, mål 2026, 2027, 2028, riket
INDICATORS = """
I1|Elever åk 9 behöriga till yrkesprogram, andel (%)|Kolada|up|T|79,4|80,1|83,0|85,0|87,0|85,0
I1|Elever åk 9 behöriga till yrkesprogram, andel (%)|Kolada|up|K|82,6|83,0|–|–|–|87,1
I1|Elever åk 9 behöriga till yrkesprogram, andel (%)|Kolada|up|M|76,4|77,3|–|–|–|83,0
I2|Elever åk 6 med lägst E i sv/ma/en (%)|Kolada|up|T|68,2|i.u.|72,0|74,0|76,0|70,6
I3|Känner sig trygg i skolan åk 8, index|Skolenkät|up|T|71|73|78|80|82|77
I4|Frånvaro > 30 %, andel elever (%)|Egen|down|T|6,8|7,1|5,5|5,0|4,5|–
I5|Legitimerade lärare förskola (%)|Kolada|up|T|38,0|39,5|42,0|44,0|46,0|41,0
I6|HME totalindex|HME/Kolada|up|T|76|77|79|80|81|79
I7|Sjukfrånvaro (%)|Egen|down|T|8,4|8,1|7,5|7,2|7,0|–
I8|Kostnad per elev grundskola, avvikelse mot referenskostnad (%)|Kolada|down|T|2,1|1,4|1,0|0,5|0,0|0,0
I9|Nettokostnad mot ram, avvikelse (tkr)|Ekonomi|up|T|-29000|-3900|0|0|0|–
I10|Synpunkter besvarade inom 14 dagar (%)|Styrdesk|up|T|81|88|95|95|98|–
"""  # noqa: E501  # one line a row

ACTIVITIES = {
    "A1": "Läslyftsgrupper F–3",
    "A2": "Frånvarorutin införs",
    "A3": "Kartläggning studiero",
    "A4": "Mentorsprogram nya lärare",
    "A5": "Digital bedömningsmall",
    "A6": "Lokalöversyn",
    "A7": "Matsvinnsmätning",
    "A8": "Samverkansavtal socialnämnd",
    "A9": "Ledarprogram utifrån ledarfilosofin",
    "A10": "Värdegrundsdialog APT",
    "A11": "Egenkontroll livsmedel",
    "A12": "Revidering rutiner",
}

# Sannolikhet, konsekvens, riskvärde, hantering; kontrollmoment, metod, frekvens, ansvarig, rapport
RISKS = """
R1|Rekrytering|Legitimation/registerutdrag kontrolleras inte|3|4|12|control
R2|Frånvaro|Utredning startar för sent|3|3|9|control
R3|Inköp|Avtalstrohet|2|3|6|act
R4|GDPR|Känsliga uppgifter i klagomål|2|4|8|act
R5|Skolskjuts|Fel beslut|2|2|4|accept
R6|Attest|Jäv vid attest|1|4|4|accept
"""
CONTROLS = """
R1|stickprov 20 nyanställningar|akter|T1, T2|HR-partner|nämnd jan
R2|alla > 30 %|lista|kvartal|rektor|nämnd T2
R3|30 fakturor|stickprov|T2|controller|nämnd
R4|15 ärenden|granskning|år|registrator|nämnd
"""

IMPORTANT_MONTHS = {6, 11, 12}
SIGNATORIES = ("Ordförande", "Sektorchef bildning")


def rows(text: str) -> list[list[str]]:
    """The lines of a table above, cell by cell."""
    return [line.split("|") for line in text.strip().splitlines()]


def amounts(text: str) -> dict[str, tuple[int, ...]]:
    """Title → amounts in kronor, of a table whose lines end with amounts in tkr."""
    found = {}
    for line in text.strip().splitlines():
        words = line.split()
        first = next(n for n in range(1, len(words)) if words[n].lstrip("-").isdigit())
        found[" ".join(words[:first])] = tuple(int(w) * 1000 for w in words[first:])
    return found


def number(text: str) -> Decimal | None:
    """A figure of the indicators; None for a dash or i.u."""
    return None if text in {"–", "i.u."} else Decimal(text.replace(",", "."))
