"""Keeps translations/sv.po in step with the texts of the code.

    python packaging/translations.py update            code -> sv.po, translations kept
    python packaging/translations.py fill FILE.json..  Swedish from {"English": "svenska"} -> sv.po
    python packaging/translations.py compile           sv.po -> the catalogue the program reads
    python packaging/translations.py check             exit 1 and a list, unless sv.po is complete

The source language is English, so English needs no catalogue. The file carries no dates and no
line numbers: a changed text is the only thing that changes it.
"""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "styrdesk"
SWEDISH: Final = ROOT / "translations" / "sv.po"
COMPILED: Final = ROOT / "translations" / "sv" / "LC_MESSAGES" / "styrdesk.mo"

KEYWORDS: Final = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADER: Final = """\
# Swedish texts of Styrdesk. `python packaging/translations.py update` keeps the list of msgids.
msgid ""
msgstr ""
"Language: sv\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACEHOLDER: Final = re.compile(r"\{(\w*)[^{}]*\}")

Texts: TypeAlias = str | list[str] | tuple[str, ...]


def in_code() -> Catalog:
    """Every text that the code marks for translation."""
    catalog = Catalog(locale="sv", fuzzy=False)
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, msgid, _comments, _context in found:
        catalog.add(msgid)
    return catalog


def in_swedish() -> Catalog:
    """What sv.po holds; nothing where there is no such file yet."""
    if not SWEDISH.exists():
        return Catalog(locale="sv", fuzzy=False)
    with SWEDISH.open("rb") as file:
        return read_po(file, locale="sv", domain="styrdesk", abort_invalid=True)


def write(catalog: Catalog) -> None:
    """Write sv.po, sorted by msgid."""
    for message in catalog:
        message.flags &= {"fuzzy"}  # Babel guesses at % formats, and we have none
    body = BytesIO()
    write_po(
        body,
        catalog,
        width=100,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    SWEDISH.parent.mkdir(parents=True, exist_ok=True)
    text = body.getvalue().decode("utf-8").strip("\n")
    SWEDISH.write_text(HEADER + text + "\n", encoding="utf-8")


def updated() -> Catalog:
    """Swedish for the texts that the code has now; a text that is gone takes its Swedish along."""
    catalog = in_swedish()
    catalog.update(in_code(), no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def fill(catalog: Catalog, swedish: dict[str, Texts]) -> list[str]:
    """Put Swedish into the catalogue.

    Args:
        catalog: What is filled in.
        swedish: msgid to text; "msgid|plural" to the two texts.

    Returns:
        The msgids that the code does not have.
    """
    unknown = []
    for key, texts in swedish.items():
        msgid = key if isinstance(texts, str) else key.split("|", 1)[0]
        message = catalog.get(msgid)
        if message is None:
            unknown.append(key)
        else:
            message.string = texts if isinstance(texts, str) else tuple(texts)
            message.flags.discard("fuzzy")
    return unknown


def forms(texts: Texts | None) -> tuple[str, ...]:
    """Singular and plural, or the one text there is; a text not written yet is empty."""
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def placeholders_differ(message: Message) -> bool:
    """Whether the Swedish text would lose a value, or ask for one that is not given.

    The singular may leave the count out ("ett mål" for "{count} goal").
    """
    asked = [set(PLACEHOLDER.findall(text)) for text in forms(message.id)]
    given = [set(PLACEHOLDER.findall(text)) for text in forms(message.string)]
    if len(asked) != len(given):
        return True
    if given[-1] != asked[-1]:
        return True
    return not (asked[0] - {"count"} <= given[0] <= asked[-1])


def faults(message: Message) -> list[str]:
    """What is wrong with one translation."""
    if not all(forms(message.string)):
        return ["missing"]
    found = []
    if message.fuzzy:
        found.append("fuzzy")
    if placeholders_differ(message):
        found.append("placeholders differ")
    return found


def problems(code: Catalog, swedish: Catalog) -> list[str]:
    """What keeps the Swedish from being complete, a line each; empty when it is."""
    found = []
    for wanted in code:
        if not wanted.id:
            continue
        message = swedish.get(wanted.id)
        if message is None or forms(message.id) != forms(wanted.id):
            found.append(f"not in sv.po: {wanted.id!r}")
        else:
            found += [f"{fault}: {wanted.id!r}" for fault in faults(message)]
    gone = [message.id for message in swedish if message.id and message.id not in code]
    gone += [message.id for message in swedish.obsolete.values()]
    return found + [f"obsolete: {msgid!r}" for msgid in gone]


def compile_swedish() -> None:
    """Make the catalogue that the program reads."""
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    with COMPILED.open("wb") as file:
        write_mo(file, in_swedish())


def main(command: str, *files: str) -> int:
    """Run one command; the exit code says whether all is well."""
    match command:
        case "update":
            write(updated())
        case "fill":
            catalog = updated()
            for name in files:
                swedish = json.loads(Path(name).read_text(encoding="utf-8"))
                for key in fill(catalog, swedish):
                    print(f"{name}: no such text in the code: {key!r}")
            write(catalog)
        case "compile":
            compile_swedish()
        case "check":
            found = problems(in_code(), in_swedish())
            print("\n".join(found) or "translations: complete")
            return int(bool(found))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["help"])))
