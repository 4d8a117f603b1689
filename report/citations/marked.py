"""Text with marks → safe HTML and plain text.

citeproc sees neither markup nor the words of a document: each field is one private character,
each change of type a noncharacter. So no style can change a title's case or full stops, and no
field can bring markup of its own. Quotation marks within the same marks are turned into inner ones
here (CSL 1.0.2, quotes). Knows no CSL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

_TAGS = {
    "italic": "<i>",
    "bold": "<b>",
    "small-caps": '<span class="small-caps">',
    "underline": '<span class="underline">',
    "raised": '<span class="raised">',
    "lowered": '<span class="lowered">',
}
_OPENING = {chr(0xFDD0 + i): tag for i, tag in enumerate(_TAGS.values())}
_OPEN = {name: chr(0xFDD0 + i) for i, name in enumerate(_TAGS)}
_CLOSE = "\ufdef"
_FIRST = 0xF0000
_OURS = re.compile("[\ufdd0-\ufdef\U000f0000-\U000ffffd]")
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
Quotes = tuple[tuple[str, str], tuple[str, str]]  # opening and closing, outer and inner

_PIECES = re.compile("[\ufdd0-\ufdef\U000f0000-\U000ffffd]|[^\ufdd0-\ufdef\U000f0000-\U000ffffd]+")


def mark(kind: str, text: str) -> str:
    """Return the text with a mark of type (`italic`, `bold`, …) round it."""
    return f"{_OPEN[kind]}{text}{_CLOSE}"


def stands_in(text: str) -> bool:
    """Whether the text is the character that stands for a field."""
    return len(text) == 1 and ord(text) >= _FIRST


def bare(text: str) -> str:
    """Return the text without characters that are used as marks, and on one line."""
    return re.sub(r"[\t\n\r\v\f\x85\u2028\u2029]+", " ", _OURS.sub("", text)).strip()


@dataclass(frozen=True)
class Field:
    """A field of a document as it prints: `kind` is a class (`url`, `symbol`) or empty.

    `unquoted` is for titles in square brackets, which take no quotation marks.
    """

    text: str
    lang: str = ""
    kind: str = ""
    unquoted: bool = False


@dataclass(frozen=True)
class Printed:
    """The same words as an HTML fragment (only <i>, <b>, <span>) and as plain text."""

    html: str
    plain: str


@dataclass
class _Piece:
    text: str = ""
    field: Field | None = None
    markup: str = ""

    @property
    def visible(self) -> str:
        return self.field.text if self.field else self.text


class Fields:
    """The fields that stand behind private characters in marked text."""

    def __init__(self) -> None:
        self._fields: list[Field] = []
        self._known: dict[Field, str] = {}

    def stand_in(self, field: Field) -> str:
        """Return the character that stands for the field."""
        if field not in self._known:
            self._known[field] = chr(_FIRST + len(self._fields))
            self._fields.append(field)
        return self._known[field]

    def printed(self, marked: str, lang: str, quotes: Quotes) -> Printed:
        """Return marked text as it prints in `lang`, whose quotation marks are `quotes`."""
        pieces = [self._piece(found) for found in _PIECES.findall(marked)]
        _set_quotes(pieces, quotes)
        _drop_doubled_stops(pieces)
        plain = "".join(piece.visible for piece in pieces)
        return Printed(_html(pieces, lang), plain)

    def _piece(self, found: str) -> _Piece:
        if found in _OPENING:
            return _Piece(markup=found)
        if found == _CLOSE or "\ufdd0" <= found[0] <= "\ufdef":
            return _Piece(markup=_CLOSE)
        index = ord(found[0]) - _FIRST
        if index < 0 or len(found) > 1:
            return _Piece(text=found)
        return _Piece(field=self._fields[index]) if index < len(self._fields) else _Piece()


def _set_quotes(pieces: list[_Piece], quotes: Quotes) -> None:
    """Take the marks from round a title that stands in brackets; turn those within others."""
    (opening, closing), (inner_opening, inner_closing) = quotes
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        quoted = before.text.endswith(opening) and after.text.startswith(closing)
        if not (piece.field and opening and closing and quoted):
            continue
        if piece.field.unquoted:
            before.text = before.text.removesuffix(opening)
            after.text = after.text.removeprefix(closing)
        else:
            inner = str.maketrans({opening.strip(): inner_opening, closing.strip(): inner_closing})
            text = piece.field.text.translate(inner)
            piece.field = replace(piece.field, text=text)


def _drop_doubled_stops(pieces: list[_Piece]) -> None:
    last = ""
    for piece in pieces:
        first = piece.text[:1]
        if (first == "." and last in tuple(".?!…")) or (first in tuple(",;:") and first == last):
            piece.text = piece.text[1:]
        last = piece.visible[-1:] or last


def _html(pieces: list[_Piece], lang: str) -> str:
    out: list[str] = []
    closing: list[str] = []
    for piece in pieces:
        if piece.markup in _OPENING:
            tag = _OPENING[piece.markup]
            out.append(tag)
            closing.append(f"</{tag[1:].split()[0].rstrip('>')}>")
        elif piece.markup:
            out.append(closing.pop() if closing else "")
        elif piece.field:
            out.append(_field_html(piece.field, lang))
        else:
            out.append(escape(piece.text, quote=False))
    return "".join(out + closing[::-1])


def _field_html(field: Field, lang: str) -> str:
    text = escape(field.text, quote=False)
    foreign = _LANG.fullmatch(field.lang) and primary(field.lang) != primary(lang)
    attributes = f' class="{field.kind}"' if field.kind else ""
    attributes += f' lang="{field.lang}"' if foreign else ""
    return f"<span{attributes}>{text}</span>" if attributes else text


def primary(lang: str) -> str:
    """Return the language of a tag: `kk` of `kk-KZ`."""
    return lang.split("-", maxsplit=1)[0].lower()
