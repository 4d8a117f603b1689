"""BibTeX → entries, and back: braces, quotation marks, accents and months as BibTeX has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from report.citations.exchange.entries import (
    INFERRED,
    MOST_ENTRIES,
    Entry,
    Unreadable,
    day_from,
    name_from,
    note_of,
    plain,
    sha256_in,
    written,
)
from report.model.document import Name

_KINDS = {
    "article-newspaper": "article",
    "article-journal": "article",
    "webpage": "online",
    "report": "techreport",
    "book": "book",
}
_FIELDS = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "titleaddon": "container-title",  # Zotero: the site of a page
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "url": "URL",
    "type": "genre",
    "number": "number",
}
_WRITTEN = {
    "title": "title",
    "container-title": "journaltitle",
    "publisher": "publisher",
    "URL": "url",
    "genre": "type",
    "number": "number",
}
_MOST_OF_AUTHORS = 10_000  # characters
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a",
}  # fmt: skip
_LETTERS = dict(zip(["ss", "o", "O", "l", "L", "ae", "AE", "aa", "i"], "ßøØłŁæÆåı", strict=True))
_ACCENT = re.compile(r"""\\(['`^"~=.]|[cvuHkr](?=[\s{]))\s*(?:\{\\?([^\W\d_])\}|\\?([^\W\d_]))""")
_LETTER = re.compile(r"\\(ss|o|O|l|L|ae|AE|aa|i)(?![A-Za-z])\s?(?:\{\})?")
_IN_BRACES = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")  # one pair around all
_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*[{(]\s*")
_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*")
_LONGEST = 1_000_000  # characters of a field: strings can be joined of strings without end
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "%#&_$"} | {"\\": "", "{": "", "}": ""})


def write_bibtex(entries: Sequence[Entry]) -> str:
    """Return BibTeX in UTF-8, dates as biblatex has them."""
    return "\n".join(map(_written, entries))


def _written(entry: Entry) -> str:
    fields = {_WRITTEN[name]: value for name, value in entry.texts.items()}
    values = {name: value if name == "url" else _escaped(value) for name, value in fields.items()}
    if entry.author:
        values["author"] = " and ".join(map(_name, entry.author))
    if entry.issued:
        values["date"] = f"{entry.issued}{'~' if entry.inferred else ''}"  # EDTF: approximate
    if entry.language:
        values["langid"] = entry.language
    if note_of(entry):
        values["note"] = note_of(entry)
    lines = [f"  {name} = {{{value}}}" for name, value in values.items()]
    head = f"@{_KINDS.get(entry.type, 'misc')}{{{entry.id},"
    return "\n".join([head, ",\n".join(lines), "}", ""])


def _escaped(value: str) -> str:
    return plain(value).translate(_SPECIAL)


def _name(name: Name) -> str:
    return f"{{{_escaped(name.literal)}}}" if name.literal else _escaped(written(name))


def read_bibtex(text: str) -> list[Entry]:
    """Return the entries of a BibTeX file; remarks and preambles are left."""
    entries: list[Entry] = []
    macros = {month: str(number) for number, month in enumerate(_MONTHS, 1)}
    position = 0
    while match := _ENTRY.search(text, position):
        kind = match[1].lower()
        if kind in ("comment", "preamble"):
            position = match.end()
            continue
        key, position = _key(text, match.end()) if kind != "string" else ("", match.end())
        fields, position = _fields(text, position, macros)
        if kind == "string":
            macros.update(fields)
        else:
            entries.append(_entry(kind, key, fields))
        if len(entries) > MOST_ENTRIES:
            raise Unreadable("it has more references than a library")
    if not entries:
        raise Unreadable("no reference begins in it (@)")
    return entries


def _key(text: str, position: int) -> tuple[str, int]:
    end = re.compile(r"[,})]").search(text, position)
    if end is None:
        raise Unreadable("a reference does not end", _line(text, position))
    after = end.end() if end.group() == "," else end.start()
    return plain(text[position : end.start()]), after


def _fields(text: str, position: int, macros: dict[str, str]) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while match := _FIELD.match(text, position):
        value, position = _value(text, match.end(), macros)
        fields.setdefault(match[1].lower(), value)
        comma = re.compile(r"\s*,").match(text, position)
        if comma is None:
            break
        position = comma.end()
    end = re.compile(r"\s*[})]").match(text, position)
    if end is None:
        raise Unreadable("a reference does not end, or a field has no value", _line(text, position))
    return fields, end.end()


def _value(text: str, position: int, macros: dict[str, str]) -> tuple[str, int]:
    """Read braces, quotation marks, a number or a macro, and what # joins to it."""
    parts = []
    while True:
        if text[position : position + 1] in ("{", '"'):
            end = _closing(text, position)
            parts.append(text[position + 1 : end])
            position = end + 1
        else:
            word = re.compile(r"[\w:.+-]+").match(text, position)
            if word is None:
                raise Unreadable("a field has no value", _line(text, position))
            parts.append(macros.get(word.group().lower(), word.group()))
            position = word.end()
        if sum(map(len, parts)) > _LONGEST:
            raise Unreadable("a field is longer than any can be", _line(text, position))
        joined = re.compile(r"\s*#\s*").match(text, position)
        if joined is None:
            return "".join(parts), position
        position = joined.end()


def _closing(text: str, start: int) -> int:
    depth = 0
    quoted = text[start] == '"'
    for match in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(text, start + quoted):
        sign = match.group()
        depth += (sign == "{") - (sign == "}")
        if (sign == "}" and depth == 0 and not quoted) or (sign == '"' and quoted and depth == 0):
            return match.start()
    raise Unreadable("a brace or quotation mark does not end", _line(text, start))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _entry(kind: str, key: str, fields: dict[str, str]) -> Entry:
    texts: dict[str, str] = {}
    for name, value in fields.items():
        if name in _FIELDS and _decoded(value):
            texts.setdefault(_FIELDS[name], _address(value) if name == "url" else _decoded(value))
    kinds = {bibtex: csl for csl, bibtex in reversed(_KINDS.items())}
    day = fields.get("date") or "-".join(
        part for part in (fields.get("year"), fields.get("month"), fields.get("day")) if part
    )
    return Entry(
        id=key,
        type=kinds.get(kind, "document"),
        texts=texts,
        author=tuple(_authors(fields.get("author", ""))),
        issued=day_from(day),
        inferred=day.endswith(("~", "?")) or INFERRED in fields.get("note", ""),
        language=plain(fields.get("langid", fields.get("language", ""))),
        sha256=sha256_in(fields.get("note", "")),
        accessed=day_from(fields.get("urldate", "")),
    )


def _address(value: str) -> str:
    """Return an address without the backslashes that some programs put before its signs."""
    value = value.replace(r"{\textasciitilde}", "~").replace(r"\textasciitilde", "~")
    return plain(re.sub(r"\\([%#&_$~^])(?:\{\})?", r"\1", value))


def _authors(value: str) -> Iterator[Name]:
    for one in re.split(r"\s+and\s+(?![^{]*\})", value.strip()[:_MOST_OF_AUTHORS]):
        whole = _IN_BRACES.fullmatch(one)
        decoded = _decoded(one)
        if not decoded or decoded == "others":
            continue
        words = decoded.split(" ")
        if whole or ("," not in decoded and len(words) != 2):
            yield Name(literal=decoded)
        else:
            name = name_from(decoded if "," in decoded else f"{words[1]}, {words[0]}")
            if name:
                yield name


def _decoded(value: str) -> str:
    """Return the words behind BibTeX's marks."""
    value = _ACCENT.sub(lambda m: (m[2] or m[3]) + _ACCENTS[m[1]], value)
    value = _LETTER.sub(lambda m: _LETTERS[m[1]], value)
    value = re.sub(r"\\(?:textit|textbf|emph|textsc|textup)\s*(?=\{)", "", value)
    value = re.sub(r"\\([%#&_$ ])", r"\1", value).replace("---", "—").replace("--", "–")
    value = value.replace("~", " ").replace("{", "").replace("}", "")
    return plain(unicodedata.normalize("NFC", value))
