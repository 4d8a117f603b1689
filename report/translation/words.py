"""What a language knows of its words, `templates/locale/<lang>/words.yaml`, made into patterns.

A pattern finds a term in any of its forms: those of a dictionary, where the language has one here,
else the stem of each word and the endings that the language adds, slot by slot. Where vowels agree
(back and front), an ending takes the side of the word. Endings are made for terms, not for all
words: what they do not find is a warning at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from report.dossier.shipped import read_shipped_yaml
from report.model.place import Place
from report.model.problem import Stop, problem
from report.translation.language_data import locale_folder
from report.translation.word_forms import forms_of, is_base, is_common, is_word

_FILE = "words.yaml"
_SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Forms:
    """The forms of a word: all of them, or, if not `whole`, what they begin with."""

    words: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, eq=False)
class Words:
    """The word data of one language; see the remarks in the file."""

    lang: str
    dictionary: bool
    single_or_double: str
    alphabet: frozenset[str]
    own_letters: frozenset[str]
    common: frozenset[str]
    endings: tuple[str, ...]
    changes: Mapping[str, str]
    negation: str
    negation_except: str
    denied_too: str
    dash: str
    mistyped: Mapping[str, str]
    mistyped_whole: Mapping[str, str]
    impossible: str
    never_side_by_side: str

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The pattern of all endings, once for each side of vowel harmony."""
        slots = [[ending.split("/") for ending in slot.split()] for slot in self.endings]
        count = max((len(forms) for slot in slots for forms in slot), default=1)
        return tuple(
            "".join(
                _optional({forms[min(side, len(forms) - 1)] for forms in slot}) for slot in slots
            )
            for side in range(count)
        )

    @cached_property
    def ending(self) -> re.Pattern[str]:
        """A pattern of what may follow a stem, nothing included."""
        return re.compile("|".join(f"(?:{side})" for side in self.sides))

    def stems(self, word: str) -> list[str]:
        """Return what can be the stem of a word (lower case), the word itself first."""
        shortest = min(_SHORTEST_STEM, len(word))
        return [word[:end] for end in range(len(word), shortest - 1, -1) if self._ends(word[end:])]

    def forms_of(self, word: str) -> Forms:
        """Return the forms of a word of a term, in lower case.

        What a dictionary does not have takes the endings of the language: names above all, even
        where they look like a form of another word («Токаев»).
        """
        named, word = word[0].isupper(), fold(word)
        if self.dictionary and self.knows(word) and (not named or is_base(word, self.lang)):
            return Forms(forms_of(word, self.lang), whole=True)
        if len(word) <= _SHORTEST_STEM:
            return Forms((word,), whole=True)
        found = {word, word[:-1] + self.changes.get(word[-1], word[-1]), self.stems(word)[-1]}
        return Forms(tuple(sorted(found, key=len, reverse=True)), whole=False)

    def is_form(self, word: str, forms: Forms) -> bool:
        """Whether a word is one of the forms, with an ending where they are beginnings."""
        if forms.whole:
            return word in forms.words
        return any(
            word.startswith(beginning) and self._ends(word[len(beginning) :])
            for beginning in forms.words
        )

    def knows(self, word: str) -> bool:
        """Whether the dictionary of the language has a word (lower case)."""
        return is_word(word, self.lang)

    def knows_no_name(self, word: str) -> bool:
        """Whether the dictionary has a word (lower case) that is no name."""
        return is_common(word, self.lang)

    def _ends(self, rest: str) -> bool:
        return _is_ending(self.ending, rest)


@lru_cache(maxsize=65536)
def _is_ending(pattern: re.Pattern[str], rest: str) -> bool:
    return pattern.fullmatch(rest) is not None


def _optional(endings: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, endings), key=len, reverse=True))})?"


def fold(text: str) -> str:
    """Make text comparable, letter for letter at the same offsets: lower case, ё as е."""
    low = text.lower()
    if len(low) != len(text):  # İ has no lower letter of one character
        low = "".join(one if len(one := sign.lower()) == 1 else sign for sign in text)
    return low.replace("ё", "е")


class TermPattern:
    """Finds any of some terms in folded text, in whatever form."""

    def __init__(self, terms: Iterable[str], words: Words) -> None:
        self._words = words
        self._terms = [_term(term, words) for term in terms]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the terms stand, term by term."""
        for pattern, forms in self._terms:
            for match in pattern.finditer(text):
                if all(map(self._words.is_form, match.groups(), forms)):
                    yield match.span()

    def stands_in(self, text: str) -> bool:
        """Whether one of the terms stands in the text."""
        return next(self.spans(text), None) is not None


def _term(term: str, words: Words) -> tuple[re.Pattern[str], list[Forms]]:
    """Return a pattern with a group for each word of a term, and the forms of each."""
    parts, forms, last = [], [], 0
    for match in _WORD.finditer(term):
        found = words.forms_of(match.group())
        begun = "|".join(map(re.escape, sorted(found.words, key=len, reverse=True)))
        parts.append(_between(term[last : match.start()]))
        rest = "" if found.whole else r"[^\W\d_]*"
        parts.append(f"((?:{begun}){rest})")
        forms.append(found)
        last = match.end()
    parts.append(_between(term[last:]))
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)"), forms


def _between(signs: str) -> str:
    kept = ["[-‐‑]" if sign in "-‐‑" else re.escape(sign) for sign in signs if sign.strip()]
    if kept:
        return r"\s*".join(["", *kept, ""])
    return r"\s+" if signs else ""


@cache
def languages_with_words(folder: Path | None = None) -> tuple[str, ...]:
    """Return the tags of the languages that have word data."""
    found = (folder or locale_folder()).glob(f"*/{_FILE}")
    return tuple(sorted(path.parent.name for path in found))


@cache
def load_words(lang: str, folder: Path | None = None) -> Words:
    """Return the word data of a language; Stop with language-data-incomplete if not whole."""
    import yaml

    path = (folder or locale_folder()) / lang / _FILE
    try:
        return _words(read_shipped_yaml(path))
    except (OSError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        found = problem("language-data-incomplete", Place(str(path)), lang=lang, reason=error)
        raise Stop(3, found) from error


def _words(data: dict[str, Any]) -> Words:
    letters = {name: frozenset(data[name]) for name in ("alphabet", "own_letters")}
    common = frozenset(data["common"].split())
    return Words(**{**data, **letters, "common": common, "endings": tuple(data["endings"])})
