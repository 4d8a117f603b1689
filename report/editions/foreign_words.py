"""Text with words in another script → Markup that says in which language those are.

A note in Russian about a document in English has some of the document's words in it: whoever has
the page read aloud hears them in English only where the page says so. Words in the same script
cannot be told apart and stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

_WORDS = re.compile(r"(\W+)")


def foreign_words(text: str, lang: str, other: str) -> Markup:
    """Return `text`, which is in `lang`, with the words in the script of `other` marked so."""
    script = _script_of(other)
    if not script or script == _script_of(lang):
        return Markup("{}").format(text)
    wrapped = Markup('<span lang="{}">{}</span>')
    pieces = (
        wrapped.format(other, words) if foreign else Markup("{}").format(words)
        for foreign, words in _runs(text, script)
    )
    return Markup("").join(pieces)


def _runs(text: str, script: str) -> Iterator[tuple[bool, str]]:
    """Yield the text in pieces, and whether each is of words in `script`, from letter to letter."""
    pieces = [piece for piece in _WORDS.split(text) if piece]
    scripts = [_scripts(piece) for piece in pieces]
    for is_foreign, group in groupby(
        range(len(pieces)), lambda at: _goes_with(at, scripts, script)
    ):
        yield is_foreign, "".join(pieces[at] for at in group)


def _goes_with(at: int, scripts: Sequence[set[str]], script: str) -> bool:
    """Whether a piece is in `script`; one without letters is where it stands between two such."""
    before = next((one for one in reversed(scripts[: at + 1]) if one), set())
    after = next((one for one in scripts[at:] if one), set())
    return before == after == {script}


def _scripts(piece: str) -> set[str]:
    return {_script(character) for character in piece if character.isalpha()}


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _script_of(lang: str) -> str:
    """Return the script in which a language writes its own name; empty where it is not known."""
    try:
        name = Locale.parse(lang, sep="-").get_display_name() or ""
    except (UnknownLocaleError, ValueError):
        return ""
    return next((_script(character) for character in name if character.isalpha()), "")
