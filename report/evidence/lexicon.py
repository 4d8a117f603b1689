"""The words of one language that count, bound, date and refer: `languages/<lang>.yaml` → tables.

A language is added by adding a file. A language without one has empty tables: its digits are
read, its words are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import yaml

from report.evidence.tokens import fold_word, tokenize
from report.model.finding import Bound

Raw = Mapping[str, Any]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]

_SETS = (
    "ordinal_suffixes",
    "joins",
    "of",
    "vague",
    "articles",
    "units",
    "year_before",
    "year_always",
    "year_words",
    "date_joins",
    "date_between",
    "clock_words",
    "fillers",
    "not_ordinal_before",
    "about_endings",
    "case_endings",
)
_REFERENCES = (
    "single",
    "plural",
    "dotted",
    "joins",
    "behind",
    "behind_plural",
    "article",
    "ordered",
)


class WordSet:
    """Words, and beginnings of words (written with a trailing star)."""

    __slots__ = ("beginnings", "words")

    def __init__(self, words: Iterable[str]) -> None:
        listed = [fold_word(word) for word in words]
        self.words = frozenset(word for word in listed if not word.endswith("*"))
        self.beginnings = tuple(word[:-1] for word in listed if word.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self.words or bool(self.beginnings and word.startswith(self.beginnings))


@dataclass(frozen=True)
class Scale:
    """A word that multiplies. `form`: `bare` is the number itself, `many` an uncertain number."""

    value: int
    form: str
    key: str


@dataclass(frozen=True)
class RangePattern:
    """How a range is said: "between 20 and 36", «20-дан 36-ға дейін» (by the case of each)."""

    before: str = ""
    join: str = ""
    first: str = ""
    second: str = ""
    behind: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language."""

    lang: str
    raw: Raw
    cardinals: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    compounds: Mapping[str, int] = field(default_factory=dict)
    compound_heads: tuple[str, ...] = ()
    denominators: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, Fraction] = field(default_factory=dict)
    attached_scales: Mapping[str, int] = field(default_factory=dict)
    months: tuple[tuple[int, WordSet], ...] = ()
    before: Phrases = field(default_factory=dict)
    behind: Phrases = field(default_factory=dict)
    percent: tuple[tuple[str, ...], ...] = ()
    half_tails: tuple[tuple[str, ...], ...] = ()
    limit_before: tuple[tuple[str, ...], ...] = ()
    ranges: tuple[RangePattern, ...] = ()
    sets: Mapping[str, WordSet] = field(default_factory=dict)
    watch_words: tuple[tuple[tuple[str, ...], str], ...] = ()
    first_parts: frozenset[str] = frozenset()
    number_cache: dict[str, bool] = field(default_factory=dict, compare=False)
    month_cache: dict[str, int | None] = field(default_factory=dict, compare=False)

    def has(self, name: str, word: str) -> bool:
        """Whether `word` is in the list `name` of the file."""
        words = self.sets.get(name)
        return words is not None and word in words

    def ends_as(self, word: str, case: str) -> bool:
        """Whether a word ends as the case (`ablative`, `dative`) does."""
        return bool(case) and any(word.endswith(ending) for ending in _split(self.raw.get(case)))

    def flag(self, name: str) -> bool:
        """A yes-or-no property of the language."""
        return self.raw.get(name) == "true"

    def begins_number(self, word: str) -> bool:
        """Whether a number in words may begin with `word`."""
        known = self.number_cache.get(word)
        if known is None:
            tables = (self.cardinals, self.ordinals, self.scales, self.fractions)
            listed = self.has("articles", word) or self.has("vague", word)
            known = listed or any(word in table for table in tables)
            known = known or any(head in word for head in self.compound_heads)
            self.number_cache[word] = known
        return known

    def month_of(self, word: str) -> int | None:
        """The month that a word names."""
        if word not in self.month_cache:
            found = next((number for number, words in self.months if word in words), None)
            self.month_cache[word] = found
        return self.month_cache[word]


_PRIMARY = re.compile("[a-z]{2,8}")  # of a tag that may come from anywhere


@cache
def lexicon_of(lang: str) -> Lexicon:
    """Return the tables of a language; `ru-KZ` has those of `ru`."""
    primary = lang.partition("-")[0].lower()
    file = resources.files("report.evidence") / "languages" / f"{primary}.yaml"
    if not _PRIMARY.fullmatch(primary) or not file.is_file():
        return Lexicon(primary, {})
    # Scalars stay text (no 1 or true): every value is read by its own table.
    raw = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return _build(primary, raw)


def _build(lang: str, raw: Raw) -> Lexicon:
    cardinals, ordinals = dict(_cardinals(raw)), dict(_ordinals(raw))
    return Lexicon(
        lang=lang,
        raw=raw,
        cardinals=cardinals,
        ordinals=ordinals,
        scales=dict(_scales(raw)),
        first_parts=frozenset(
            form.partition("-")[0] for form in (*cardinals, *ordinals) if "-" in form
        ),
        compounds=_inverted(raw, "compound_stems"),
        compound_heads=tuple(_split(raw.get("compound_heads"))),
        denominators=_inverted(raw, "denominators"),
        fractions={fold_word(w): Fraction(v) for w, v in raw.get("fractions", {}).items()},
        attached_scales={w: int(v) for w, v in raw.get("attached_scales", {}).items()},
        months=tuple((int(n), WordSet(_split(w))) for n, w in raw.get("months", {}).items()),
        before=_phrases(raw.get("before", {}), by_last=True),
        behind=_phrases(raw.get("behind", {}), by_last=False),
        percent=tuple(_words(phrase) for phrase in raw.get("percent", ())),
        half_tails=tuple(_words(phrase) for phrase in raw.get("half_tails", ())),
        limit_before=tuple(map(_words, raw.get("time_limits", {}).get("before", ()))),
        ranges=tuple(RangePattern(**pattern) for pattern in raw.get("ranges", ())),
        sets=_sets(raw),
        watch_words=tuple((_words(w), hint) for w, hint in raw.get("watch_words", {}).items()),
    )


def _split(words: str | None) -> list[str]:
    return words.split() if words else []


def _words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase as texts are cut; a trailing star stays with its word."""
    joined: list[str] = []
    for word in (token.low for token in tokenize(phrase)):
        if word == "*" and joined:
            joined[-1] += "*"
        else:
            joined.append(word)
    return tuple(joined)


def _inverted(raw: Raw, name: str) -> dict[str, int]:
    return {
        fold_word(form): int(value)
        for value, forms in raw.get(name, {}).items()
        for form in _split(forms)
    }


def _with_endings(form: str, raw: Raw) -> Iterator[str]:
    """Yield a form with each case ending that the language glues on, but for the look-alikes."""
    yield form
    refused = _split(raw.get("except"))
    for name in ("case_endings", "about_endings"):
        for ending in _split(raw.get(name)):
            if form + ending not in refused:
                yield form + ending


def _cardinals(raw: Raw) -> Iterator[tuple[str, int]]:
    for form, value in _inverted(raw, "cardinals").items():
        for inflected in _with_endings(form, raw):
            yield inflected, value
    for form, value in _inverted(raw, "collectives").items():
        for inflected in _with_endings(form, raw):
            yield inflected, value
        for ending in _split(raw.get("possessives")):
            yield form + ending, value


def _ordinals(raw: Raw) -> Iterator[tuple[str, int]]:
    for form, value in _inverted(raw, "ordinals").items():
        yield from ((inflected, value) for inflected in _with_endings(form, raw))
    endings = _split(raw.get("ordinal_endings"))
    for stem, value in _inverted(raw, "ordinal_stems").items():
        yield from ((stem + ending, value) for ending in endings)


def _scales(raw: Raw) -> Iterator[tuple[str, Scale]]:
    for value, forms in raw.get("scales", {}).items():
        for form in ("bare", "either", "many"):
            for word in _split(forms.get(form)):
                for inflected in _with_endings(fold_word(word), raw):
                    yield inflected, Scale(int(value), form, forms["key"])


def _phrases(table: Mapping[str, list[str]], *, by_last: bool) -> Phrases:
    """Index bound phrases by the word that is met first when looking from the number."""
    index: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in table.items():
        for phrase in phrases:
            words = _words(phrase)
            index.setdefault(words[-1 if by_last else 0], []).append((words, Bound(bound)))
    return {
        word: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for word, entries in index.items()
    }


def _sets(raw: Raw) -> dict[str, WordSet]:
    sets = {name: WordSet(_split(raw.get(name))) for name in _SETS}
    references = raw.get("references", {})
    for name in _REFERENCES:
        sets[f"reference_{name}"] = WordSet(_split(references.get(name)))
    limits = raw.get("time_limits", {})
    sets |= {f"limit_{name}": WordSet(_split(limits.get(name))) for name in ("units", "behind")}
    watched = raw.get("watch_words", {})
    sets["watch_first"] = WordSet(_words(phrase)[0] for phrase in watched)
    sets["doubtful"] = WordSet(raw.get("doubtful", ()))
    return sets
