"""Prose of the model → inline Markup of a language: spaces bound, words escaped, notes called.

The words are the dossier's or the translator's; only spaces change, and spans are put round what
may not break. Marks become calls of the notes that the plan has numbered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

from report.editions.notes import note_call
from report.model.prose import CiteMark, Emphasis, FigureMark, Inline, Link, Run, walk
from report.translation.locales import NO_BREAK_SPACE, load_language
from report.translation.typography import bind_spaces_across, unbreakable_spans

_LONG_HEADING = 2  # spaces in it, without the last
_LONGEST_END = 24  # characters of its last two words
NoteHtml = Mapping[int, Markup]
_TAG = re.compile(r"(<[^>]*>)")
# A few emphasised words with what no-break spaces bind to them.
_EMPHASISED = re.compile(
    r"(?:[^\s<>]+\u00a0)+<(em|strong)>[^<>]{1,24}</\1>(?:\u00a0[^\s<>]+)*"
    r"|<(em|strong)>[^<>]{1,24}</\2>(?:\u00a0[^\s<>]+)+"
)


@dataclass(frozen=True)
class _Piece:
    """Words with the elements round them, outermost first."""

    text: str
    wraps: tuple[Markup, ...] = ()


_Part = _Piece | tuple[CiteMark, ...]


def to_markup(
    inlines: Sequence[Inline], lang: str, numbers: Sequence[int | None], notes: NoteHtml
) -> Markup:
    """Return the Markup of one paragraph.

    `numbers` has one entry for each call, that is each group of marks that stand together, or one
    for the end of a paragraph without marks; None calls no note. Without any numbers (`()`) marks
    print nothing.
    """
    parts = _grouped(list(_parts(inlines, ())))
    words = [part.text for part in parts if isinstance(part, _Piece)]
    bound = iter(bind_spaces_across(words, lang))
    parts = [_Piece(next(bound), p.wraps) if isinstance(p, _Piece) else p for p in parts]
    calls = [part for part in parts if not isinstance(part, _Piece)]
    if numbers and not calls:
        parts = _closed(parts, lang)
    waiting = list(numbers)
    done: list[Markup] = []
    for index, part in enumerate(parts):
        if isinstance(part, _Piece):
            following = parts[index + 1] if index + 1 < len(parts) else None
            called = following is not None and not isinstance(following, _Piece) and bool(waiting)
            number = waiting.pop(0) if called else None
            done.append(_piece(part, number, notes, closing=following is None))
        elif index == 0 and waiting:
            number = waiting.pop(0)
            done.append(note_call(Markup(""), number, notes[number]) if number else Markup(""))
    html = _EMPHASISED.sub(r'<span class="nb">\g<0></span>', str(Markup("").join(done)))
    return Markup(html)  # noqa: S704  the same tags


def plain_text(inlines: Sequence[Inline], lang: str) -> str:
    """Return the words without marks, spaces bound: for headings, bookmarks and metadata."""
    words = "".join(leaf.text for leaf in walk(tuple(inlines)) if isinstance(leaf, Run))
    return "".join(bind_spaces_across([words], lang))


def line_markup(text: str, lang: str) -> Markup:
    """Return a line of plain text as Markup."""
    return _words("".join(bind_spaces_across([text], lang)))


def heading_markup(text: str, lang: str) -> Markup:
    """Return a heading as Markup; a long one leaves no short word alone in its last line."""
    bound = "".join(bind_spaces_across([text], lang))
    head, _, last = bound.rpartition(" ")
    before = head.rpartition(" ")[2]
    if head.count(" ") >= _LONG_HEADING and len(before) + len(last) <= _LONGEST_END:
        bound = f"{head}{NO_BREAK_SPACE}{last}"
    return _words(bound)


def noted_line(text: str, lang: str, number: int, note_html: Markup) -> Markup:
    """Return a line of plain text as Markup whose last word calls note `number`."""
    head, space, word = "".join(bind_spaces_across([text], lang)).rpartition(" ")
    return _words(head + space) + note_call(escape(word), number, note_html)


def held(html: Markup, lang: str) -> Markup:
    """Bind the spaces of finished Markup, and put spans round what may not break."""
    pieces = _TAG.split(str(html))
    texts = [unescape(piece) for piece in pieces[::2]]
    pieces[::2] = [str(_words(text)) for text in bind_spaces_across(texts, lang)]
    return Markup("".join(pieces))  # noqa: S704  the same tags, the words escaped


def _closed(parts: list[_Part], lang: str) -> list[_Part]:
    """Add a call at the end, before the last full stop where the language has it so."""
    last = parts[-1] if parts else None
    before_stop = load_language(lang).data.note_after == "word"
    if before_stop and isinstance(last, _Piece) and last.text.rstrip().endswith("."):
        words = last.text.rstrip()[:-1]
        return [*parts[:-1], _Piece(words, last.wraps), (), _Piece(".", last.wraps)]
    return [*parts, ()]


def _parts(inlines: Sequence[Inline], wraps: tuple[Markup, ...]) -> list[_Part]:
    parts: list[_Part] = []
    for inline in inlines:
        if isinstance(inline, Run):
            parts.append(_Piece(inline.text, wraps))
        elif isinstance(inline, CiteMark):
            parts.append((inline,))
        elif isinstance(inline, FigureMark):  # braces that name no figure are plain words
            parts.append(_Piece(f"{{{inline.figure_id}}}", wraps))
        elif isinstance(inline, Emphasis):
            tag = Markup("strong") if inline.strong else Markup("em")
            parts += _parts(inline.children, (*wraps, tag))
        elif isinstance(inline, Link):
            opening = Markup('a href="{}"').format(inline.href)
            parts += _parts(inline.children, (*wraps, opening))
    return parts


def _grouped(parts: list[_Part]) -> list[_Part]:
    """Join marks that stand together, and drop the white space between them."""
    grouped: list[_Part] = []
    for part in parts:
        before = grouped[-1] if grouped else None
        if isinstance(part, _Piece):
            if part.text:
                grouped.append(part)
        elif isinstance(before, tuple):
            grouped[-1] = before + part
        elif (
            len(grouped) > 1
            and isinstance(before, _Piece)
            and not before.text.strip()
            and isinstance(grouped[-2], tuple)
        ):
            grouped.pop()
            grouped[-1] = grouped[-1] + part if isinstance(grouped[-1], tuple) else part
        else:
            grouped.append(part)
    return grouped


def _piece(piece: _Piece, number: int | None, notes: NoteHtml, *, closing: bool) -> Markup:
    if number is None:
        return _wrapped(_words(piece.text, closing=closing), piece.wraps)
    text = piece.text.rstrip()
    head, space, word = text.rpartition(" ")
    tail = Markup("{}").format(piece.text[len(text) :])
    called = note_call(_wrapped(escape(word), piece.wraps), number, notes[number])
    return _wrapped(_words(head + space), piece.wraps) + called + tail


def _wrapped(html: Markup, wraps: tuple[Markup, ...]) -> Markup:
    if not html:
        return html
    for wrap in reversed(wraps):
        name = wrap.split(" ", 1)[0]
        html = Markup("<{}>{}</{}>").format(wrap, html, name)
    return html


def _words(text: str, *, closing: bool = False) -> Markup:
    """Escape text, with spans round what may not break; `closing` ends a paragraph."""
    done, end = [], 0
    for start, stop in unbreakable_spans(text, closing=closing):
        done.append(escape(text[end:start]))
        done.append(Markup('<span class="nb">{}</span>').format(text[start:stop]))
        end = stop
    return Markup("").join([*done, escape(text[end:])])
