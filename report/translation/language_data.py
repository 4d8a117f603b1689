"""Reads the data of a language, `templates/locale/<lang>/language.yaml`, into frozen types.

A locale folder is the whole list of what can be printed: no folder, no language. Nothing is
filled in from another language; data that lacks a key is refused. Knows nothing of the CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from report.dossier.shipped import read_shipped_yaml, templates_path
from report.model.finding import Bound
from report.model.place import Place
from report.model.problem import Problem, Stop, problem

_FILE = "language.yaml"


@dataclass(frozen=True)
class DatePatterns:
    """How dates and intervals are put: with {day}, {month}, {month_name}, {year}, {end_…}.

    `first_day` is how {day} prints for the first of a month.
    """

    first_day: str
    day: str
    month: str
    year: str
    days: str
    days_across_months: str
    months: str
    years: str
    across: str


@dataclass(frozen=True)
class AsOfPatterns:
    """How the date of a reported number is said, by the precision of that date."""

    day: str
    month: str
    year: str


@dataclass(frozen=True)
class ListPatterns:
    """How a list is joined: two items, one more in the middle, the last one."""

    pair: str
    middle: str
    last: str


@dataclass(frozen=True)
class NoBreakRules:
    """Words that keep to a neighbour at a line end; `*` stands for any ending of a word.

    `narrow_before` and `narrow_after` are marks with a narrow space on that side.
    """

    after_words: tuple[str, ...]
    before_number: tuple[str, ...]
    after_number: tuple[str, ...]
    before_name: tuple[str, ...]
    narrow_before: tuple[str, ...]
    narrow_after: tuple[str, ...]


@dataclass(frozen=True)
class LanguageData:
    """All that the project itself says about how a language is printed.

    `number_words` gives, for each number in words that a dossier may use, its forms: `base` and
    those that a pattern asks for; `bounds_of_words` are the bounds that go otherwise with them.
    `counted` are the bounds where the unit behind a number changes with it: {number}, {unit}.
    `suffixes` is `kazakh` or `none`. `note_after` is where a note is called at the end of a
    sentence: after its last `word`, or after the full `stop`. `plural_forms` is the rule of gettext
    catalogues.
    """

    lang: str
    locale: str
    name: str
    plural_forms: str
    quotes: tuple[tuple[str, str], ...]
    note_after: str
    group_from_digits: int
    percent: str
    suffixes: str
    dates: DatePatterns
    as_of: AsOfPatterns
    list: ListPatterns
    ordinals: Mapping[str, str]
    bounds: Mapping[Bound, str]
    bounds_of_words: Mapping[Bound, str]
    counted: Mapping[Bound, str]
    range: str
    number_words: Mapping[str, Mapping[str, str]]
    territories: Mapping[str, str]
    no_break: NoBreakRules


def locale_folder() -> Path:
    """Return the folder of the locales."""
    return templates_path() / "locale"


def available_languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the tags of all languages that can be printed, in alphabetical order."""
    return tuple(
        sorted(path.parent.name for path in (folder or locale_folder()).glob(f"*/{_FILE}"))
    )


def refuse_language(lang: str, place: Place, folder: Path | None = None) -> Problem | None:
    """Return the problem with a language tag that cannot be printed, or None.

    Tags are compared exactly: a script or region (`kk-Latn`) is never dropped in silence.
    Codes: language-unknown, language-variant.
    """
    known = available_languages(folder)
    if lang in known:
        return None
    base = lang.replace("_", "-").split("-")[0].lower()
    if base in known:
        return problem("language-variant", place, lang=lang, base=base)
    return problem("language-unknown", place, lang=lang, known=", ".join(map(_named, known)))


def _named(lang: str) -> str:
    """Return a tag with its English name: kz is a country, kk (Kazakh) its language."""
    from babel import Locale, UnknownLocaleError  # late: needed where a language is refused

    try:
        return f"{lang} ({Locale.parse(lang).english_name})"
    except (UnknownLocaleError, ValueError):
        return lang


def printed_language(lang: str, otherwise: str) -> str:
    """Return the language that words in `lang` are set in: their own, or `otherwise`.

    A document may be in a language that no edition is printed in.
    """
    base = lang.partition("-")[0]
    return base if base in available_languages() else otherwise


@lru_cache(maxsize=64)
def read_language_data(lang: str, folder: Path | None = None) -> LanguageData:
    """Read the data of one language, once in a process.

    Stop with language-unknown or language-variant for a tag without a folder, with
    language-data-incomplete for data that is not whole.
    """
    path = (folder or locale_folder()) / lang / _FILE
    refused = refuse_language(lang, Place(str(path)), folder)
    if refused:
        raise Stop(1, refused)
    import yaml

    try:
        return _language_data(read_shipped_yaml(path))
    except (yaml.YAMLError, TypeError, ValueError, KeyError, AttributeError) as error:
        fault = problem("language-data-incomplete", Place(str(path)), lang=lang, reason=error)
        raise Stop(3, fault) from error


def _language_data(data: dict[str, Any]) -> LanguageData:
    _require(LanguageData, data, "the file")
    rules = _part(NoBreakRules, data, "no_break")
    bounds = {Bound(name): pattern for name, pattern in data["bounds"].items()}
    if set(bounds) != set(Bound):
        raise ValueError("bounds must give a pattern for each of " + ", ".join(Bound))
    if data["note_after"] not in ("word", "stop"):
        raise ValueError("note_after is either word or stop")
    words = {name: _forms(forms) for name, forms in data["number_words"].items()}
    parts = {
        "quotes": tuple((opening, closing) for opening, closing in data["quotes"]),
        "dates": DatePatterns(**_part(DatePatterns, data, "dates")),
        "as_of": AsOfPatterns(**_part(AsOfPatterns, data, "as_of")),
        "list": ListPatterns(**_part(ListPatterns, data, "list")),
        "ordinals": MappingProxyType(data["ordinals"]),
        "bounds": MappingProxyType(bounds),
        "bounds_of_words": MappingProxyType(
            {Bound(name): pattern for name, pattern in data["bounds_of_words"].items()}
        ),
        "counted": MappingProxyType(
            {Bound(name): pattern for name, pattern in data["counted"].items()}
        ),
        "number_words": MappingProxyType(words),
        "territories": MappingProxyType(data["territories"]),
        "no_break": NoBreakRules(**{name: tuple(rules[name]) for name in rules}),
    }
    return LanguageData(**{**data, **parts})


def _part(kind: type, data: dict[str, Any], key: str) -> dict[str, Any]:
    _require(kind, data[key], key)
    part: dict[str, Any] = data[key]
    return part


def _require(kind: type, data: dict[str, Any], where: str) -> None:
    wanted = {entry.name for entry in fields(kind)}
    if missing := sorted(wanted - set(data)):
        raise ValueError(f"{where} lacks {', '.join(missing)}")
    if surplus := sorted(set(data) - wanted):
        raise ValueError(f"{where} has unknown entries: {', '.join(surplus)}")


def _forms(forms: str | dict[str, str]) -> Mapping[str, str]:
    known = {"base": forms} if isinstance(forms, str) else dict(forms)
    if "base" not in known:
        raise ValueError(f"number words lack their base form: {known}")
    return MappingProxyType(known)
