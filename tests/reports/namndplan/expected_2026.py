"""What the printed demo plan of 2026 must say, number by number, typed apart from its data."""

from __future__ import annotations

INFORMATION = """
Plan (aktiverande)|Nämndplan 2026 med plan 2027–2028|Barn- och bildningsnämnden|2025-12-10|§ 112
2025/1187|2026-01-01–2026-12-31 (plan t.o.m. 2028)|Sektorchef bildning|1.0|Nämndens verksamheter
Nämndplan 2025 (2024-12-11 § 118)|2026-10|1.x|Bevaras|T1 30/4, T2 31/8, år 31/12
"""
CHAPTERS = """
1 Ordföranden har ordet
2 Nämndens uppdrag och ansvarsområde
2.2 Lagstiftning
2.3 Organisation
3 Planeringsförutsättningar och omvärldsanalys
3.1 Demografi
3.2 Trender
3.3 Styrkor och svagheter
4 Styrmodellen och strategiska planen
5 Kommunfullmäktiges mål och uppdrag
6 Nämndens mål, indikatorer och aktiviteter
7 Ekonomi
7.1 Ekonomisk ram
7.2 Driftbudget per verksamhet
7.3 Driftbudget per slag
7.4 Åtgärder för budget i balans
7.5 Volymer och nyckeltal
7.6 Investeringar
7.7 Taxor och avgifter
8 Medarbetare och kompetensförsörjning
9 Kvalitetsledning
10 Riskanalys och intern kontroll
12 Fastställelse och underskrifter
"""
FRAME = """
Ingående kommunbidrag|1 412 300|1 450 100|1 481 200
Löneuppräkning|38 600|36 900|37 800
Prisuppräkning|14 200|13 800|14 100
Volym/demografi|−9 800|−12 400|−13 900
Hyror ny förskola|6 500|0|0
Effektivisering|−14 100|−7 200|−7 400
KF-satsning avgiftsfri fritid|2 400|0|0
*|1 450 100|1 481 200|1 511 800
"""
OPERATING = """
Nämnd och ledning|17 200|17 900|600|19 000|18 400|18 800|19 200
Förskola och pedagogisk omsorg|388 900|394 300|52 400|455 000|402 600|403 900|406 300
Fritidshem|75 600|77 100|19 100|98 000|78 900|80 600|82 200
Förskoleklass och grundskola|736 800|749 800|61 700|830 000|768 300|788 200|806 700
Anpassad grundskola|53 900|56 200|3 300|62 000|58 700|61 000|63 200
Elevhälsa och centralt stöd|68 400|69 900|2 800|74 000|71 200|73 300|75 400
Kulturskola och öppen fritid|26 800|26 200|3 400|33 000|29 600|30 400|31 100
Skolskjuts|16 300|16 900|600|18 000|17 400|18 000|18 600
Nämndens reserv|0|4 000|0|5 000|5 000|7 000|9 100
*|1 383 900|1 412 300|143 900|1 594 000|1 450 100|1 481 200|1 511 800
*|||||1 450 100|1 481 200|1 511 800
*|||||0|0|0
"""
CATEGORIES = """
Personal|1 012 000
Lokaler|238 500
Köp av verksamhet/IKE|196 300
Material och tjänster|98 700
Kapitalkostnader|21 400
Övrigt|27 100
*|1 594 000
Statsbidrag|78 200
Taxor|41 300
Försäljning/IKE|19 800
Övriga|4 600
*|143 900
*|1 450 100
"""
INVESTMENTS = """
Inventarier förskola|3 500|3 000|3 000
Inventarier grundskola|4 200|4 200|4 200
IKT|2 800|2 800|2 800
Inventarier ny F–6-skola|0|9 500|2 500
Utemiljö|1 500|1 500|1 500
*|12 000|21 000|14 000
"""
INDICATORS = """
I1|79,4|80,1|83,0|85,0|87,0|85,0
I1k|82,6|83,0|–|–|–|87,1
I1m|76,4|77,3|–|–|–|83,0
I2|68,2|?|72,0|74,0|76,0|70,6
I3|71|73|78|80|82|77
I4|6,8|7,1|5,5|5,0|4,5|–
I5|38,0|39,5|42,0|44,0|46,0|41,0
I6|76|77|79|80|81|79
I7|8,4|8,1|7,5|7,2|7,0|–
I8|2,1|1,4|1,0|0,5|0,0|0,0
I9|−29 000|−3 900|0|0|0|–
I10|81|88|95|95|98|–
"""
RISKS = """
R1|Rekrytering|3|4|12
R2|Frånvaro|3|3|9
R3|Inköp|2|3|6
R4|GDPR|2|4|8
R5|Skolskjuts|2|2|4
R6|Attest|1|4|4
"""
CONTROLS = """
R1 Rekrytering|stickprov 20 nyanställningar|akter|T1, T2|HR-partner|nämnd jan
R2 Frånvaro|alla > 30 %|lista|kvartal|rektor|nämnd T2
R3 Inköp|30 fakturor|stickprov|T2|controller|nämnd
R4 GDPR|15 ärenden|granskning|år|registrator|nämnd
"""
WORDS = """
N1|N2|N3|N4|Alla elever når målen|Trygghet och studiero|Attraktiv arbetsgivare
Resurseffektiv verksamhet|U1|U2|U3|U4|2025-11-18|§ 201|2026-12-31
Läslyftsgrupper F–3|2026-01-15|2026-12-18|Frånvarorutin införs|Kartläggning av studiero
Mentorsprogram för nya lärare|Digital bedömningsmall|Lokalöversyn|Matsvinnsmätning
Ledarprogram utifrån ledarfilosofin|Egenkontroll av livsmedel i alla kök|Revidering av nio rutiner
A1|A2|A3|A4|A5|A6|A7|A8|A9|A10|A11|A12
Renée Åkerström|Örjan Hållsten|Jürgen Öhman|Märta Ängsvik|2025-12-17
"""


def rows(text: str) -> list[list[str]]:
    """Rows of cells; * stands for a name that the program gives."""
    return [line.split("|") for line in text.strip().splitlines()]
