"""A parsed document → the fields of its reference, each with its basis. Nothing is guessed.

What a page's markup states comes first, then what the head of the text states. A field that neither
states is unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from report.documents.datelines import author_in, issued_in
from report.documents.parsed import READ_BY, Parsed, Said
from report.documents.text import ExtractedText
from report.documents.tongue import UNDETERMINED, language_of
from report.model.characters import FORBIDDEN_IN_FILES
from report.model.dates import PartialDate
from report.model.document import Name

_SHORT = 200
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'’-]+ [A-Z][A-Za-z'’-]+")
_AGENCY = re.compile(r"\(((?:[\w-]+\.)+[A-Za-z]{2,})\)\s*[–—-]")
_COMMON_KINDS = {
    **dict.fromkeys((".html", ".htm", ".mhtml", ".mht"), "webpage"),
    ".pdf": "report",
}
_LINES_UNDER_TITLE = 6
_BEGINS = 8  # words of a text that has no title


@dataclass(frozen=True)
class Reference:
    """What a document states of itself; `basis` says of each field where. Empty: not stated."""

    type: str
    language: str
    title: str
    described_title: str
    author: tuple[Name, ...]
    container_title: str
    publisher: str
    issued: PartialDate | None
    url: str
    basis: dict[str, str]


def reference_of(parsed: Parsed, ending: str) -> Reference:
    """Return the reference of a document of the kind that `ending` names."""
    text = parsed.text
    head = [words for number, words in _numbered(text) if number not in text.boilerplate]
    statements = [one._replace(value=_plain(one.value)) for one in parsed.said]
    statements = _persons_first([one for one in statements if one.value])
    said = _surest(one for one in statements if not one.basis.endswith(READ_BY))
    title = said.get("title", ("", ""))[0]
    _from_text(said, [*_under_title(text, title), *head], _title_in(text))
    said = {**_surest(statements), **said}
    by_line, basis = said.get("author", ("", ""))
    authors = [s.value for s in statements if (s.field, s.basis) == ("author", basis)]
    title = said.get("title", ("", ""))[0]
    tongue = language_of(" ".join(head))
    return Reference(
        type=said.get("type", (_COMMON_KINDS.get(ending, "document"), ""))[0],
        language=tongue if tongue != UNDETERMINED else _stated_language(said),
        title=title,
        described_title="" if title else _plain(_described(head)),
        author=tuple(map(name_of, dict.fromkeys(authors or filter(None, [by_line])))),
        container_title=said.get("container-title", ("", ""))[0],
        publisher=said.get("publisher", ("", ""))[0],
        issued=_date(said),
        url=said.get("URL", ("", ""))[0],
        basis={field: basis for field, (_, basis) in said.items()},
    )


def _surest(statements: Iterable[Said]) -> dict[str, tuple[str, str]]:
    """Return value and basis of each field by its first statement."""
    return {one.field: (one.value, one.basis) for one in reversed(list(statements))}


def _under_title(text: ExtractedText, title: str) -> list[str]:
    """Return the lines between the title of a page and its article: the day may stand there."""
    lines = [" ".join(words.split()) for _, words in _numbered(text)]
    article = next((n for n in range(len(lines)) if n + 1 not in text.boilerplate), 0)
    if title not in lines[:article]:
        return []
    return lines[lines.index(title) + 1 : article][:_LINES_UNDER_TITLE]


def _date(said: dict[str, tuple[str, str]]) -> PartialDate | None:
    try:
        return PartialDate.parse(said["issued"][0]) if "issued" in said else None
    except ValueError:
        return None


def _persons_first(statements: list[Said]) -> list[Said]:
    """Leave the site out as its own author where somebody else is named as one."""
    site = {s.value for s in statements if s.field in ("container-title", "publisher")}
    others = [s for s in statements if s.field == "author" and s.value not in site]
    return [s for s in statements if s.field != "author" or s.value not in site or not others]


def name_of(name: str) -> Name:
    """Split a name of two Latin words; any other stays whole, for its parts are not told."""
    if _LATIN_NAME.fullmatch(name) and not re.search(r"\b(?:Staff|Desk|News|Team|Press)\b", name):
        given, family = name.split(" ")
        return Name(family=family, given=given)
    return Name(literal=name)


def _plain(value: str) -> str:
    """Return one line without signs that hide or steer: it goes to a terminal, too."""
    return " ".join(FORBIDDEN_IN_FILES.sub(" ", value).split())


def _numbered(text: ExtractedText) -> list[tuple[int, str]]:
    return [(number, text.words_of(number)) for number in range(1, len(text.paragraphs) + 1)]


def _from_text(said: dict[str, tuple[str, str]], head: list[str], title: str) -> None:
    if "title" not in said and title:
        said["title"] = (_plain(title), "first line")
    day = issued_in(head)
    if "issued" not in said and day:
        said["issued"] = (day.isoformat(), "dateline")
    author = author_in(head)
    if "author" not in said and author:
        said["author"] = (author, "by-line")
    agency = next(filter(None, (_AGENCY.match(words) for words in head)), None)
    if "container-title" not in said and agency:
        said["container-title"] = (agency.group(1), "head of the text")


def _title_in(text: ExtractedText) -> str:
    """Return the title: the first short line; the longest of those repeated at a page's head."""
    lines = [" ".join(words.split()) for _, words in _numbered(text)[:8]]
    if not lines or not _could_be_title(lines[0]):
        return ""
    again = [line for line, times in Counter(lines).items() if times > 1 and _could_be_title(line)]
    return max(again, key=len) if lines[0] in again else lines[0]


def _could_be_title(line: str) -> bool:
    return 0 < len(line) < _SHORT and len(line.split()) > 1 and line[-1] not in ".;:,"


def _stated_language(said: dict[str, tuple[str, str]]) -> str:
    stated = said.get("language", ("", ""))[0]
    return stated if re.fullmatch("[a-z]{2}", stated) else UNDETERMINED


def _described(head: list[str]) -> str:
    words = " ".join(head).split()[:_BEGINS]
    return f"Text that begins “{' '.join(words).strip(' “”«»,;:')[:120]} …”"
