"""A Russian word → its part of speech, case and dictionary form, by pymorphy3; loaded when asked.

Measured on the Russian articles of the tests: without it what is counted ran on to the next
preposition («человек остаются»), and a surname in a case («По словам Осиповой») met nobody.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=65536)
def _tags(word: str) -> tuple[frozenset[str], ...]:
    readings = (str(reading.tag) for reading in _analyzer().parse(word))
    return tuple(frozenset(tag.replace(" ", ",").split(",")) for tag in readings)


def is_noun(word: str) -> bool:
    """Whether the likeliest reading of a word is a noun."""
    return "NOUN" in _tags(word)[0]


def is_described(word: str) -> bool:
    """Whether a word is an adjective or a full participle: it describes, or stands for a noun."""
    return bool(_tags(word)[0] & {"ADJF", "PRTF", "NUMR", "APRO"})


def is_genitive(word: str) -> bool:
    """Whether a noun may stand in the genitive."""
    return any({"NOUN", "gent"} <= tags for tags in _tags(word))


def is_verb(word: str) -> bool:
    """Whether the likeliest reading is a verb or a short participle."""
    return bool(_tags(word)[0] & {"VERB", "INFN", "PRTS", "GRND"})


def is_finite(word: str) -> bool:
    """Whether the likeliest reading is a verb that has a subject."""
    return "VERB" in _tags(word)[0]


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """Return the dictionary forms that a word may have: «Осиповой» is осипов or осипова."""
    return frozenset(p.normal_form for p in _analyzer().parse(word))


def is_feminine(word: str) -> bool | None:
    """Whether a name is a woman's; None where it may be of both."""
    found = {("femn" in tags) for tags in _tags(word) if {"femn", "masc"} & tags}
    return found.pop() if len(found) == 1 else None


def is_animate(word: str) -> bool:
    """Whether the likeliest reading is a noun of a person or an animal."""
    return {"NOUN", "anim"} <= _tags(word)[0]


def has_case(word: str, case: str) -> bool:
    """Whether a noun, a pronoun or what describes one may stand in a case: nomn, datv."""
    return any(case in tags and tags & _DECLINED for tags in _tags(word))


_DECLINED = frozenset(["NOUN", "NPRO", "ADJF", "PRTF", "NUMR"])


def is_first_name(word: str) -> bool:
    """Whether a word may be a first name."""
    return any("Name" in tags for tags in _tags(word))


def is_surname(word: str) -> bool:
    """Whether a word may be a surname."""
    return any("Surn" in tags for tags in _tags(word))


@lru_cache(maxsize=4096)
def nominative(phrase: str, case: str = "gent") -> str:
    """Return a phrase in a case put into the nominative: «адвоката Сергея Кима».

    What describes the head agrees with it; the genitives behind the head stay as they are, but a
    name behind it is put into the nominative too. What cannot be told is left as it is written.
    """
    done: list[str] = []
    head = False
    women: bool | None = None
    gender = _gender(phrase, case)
    for part in phrase.split(" "):
        reading = None if head and not part[:1].isupper() else _reading(part, case, women, gender)
        head = head or is_noun(part.lower())
        named = part[:1].isupper() and women is not None
        if reading is None or (named and not _is_declined(reading)):
            done.append(_surname(part, women) if case == "gent" and part[:1].isupper() else part)
            continue
        if "Name" in reading.tag:
            women = "femn" in reading.tag
        inflected = reading.inflect({"nomn"})
        done.append(_as_typed(part, inflected.word) if inflected else part)
    return " ".join(done)


def _gender(phrase: str, case: str) -> str:
    """Return the gender of the first noun of a phrase: «городском управлении» is neuter."""
    for part in phrase.lower().split(" "):
        if is_noun(part):
            tag = next((r.tag for r in _analyzer().parse(part) if case in r.tag), None)
            return str(tag.gender or "") if tag is not None else ""
    return ""


def _reading(part: str, case: str, women: bool | None, gender: str = "") -> Any:
    """Return the reading of a word in a case, of one sex where that is known."""
    if not part.isalpha() or (part.isupper() and len(part) > 1):
        return None
    readings = [r for r in _analyzer().parse(part.lower()) if case in r.tag and "plur" not in r.tag]
    readings = readings or [r for r in _analyzer().parse(part.lower()) if case in r.tag]
    if part[:1].isupper():
        named = [r for r in readings if {"Name", "Surn", "Patr"} & set(r.tag.grammemes)]
        readings = named or readings
    if women is not None:
        wanted = "femn" if women else "masc"
        readings = [r for r in readings if wanted in r.tag] or readings
    elif gender:
        agreeing = [r for r in readings if "ADJF" not in r.tag or gender in r.tag]
        readings = agreeing or readings
    return readings[0] if readings else None


def _is_declined(reading: Any) -> bool:
    return bool({"Name", "Surn", "Patr"} & set(reading.tag.grammemes))


def _surname(part: str, women: bool | None) -> str:
    """Return a surname that no dictionary has: Сомова of a man is Сомов, Сомовой is Сомова."""
    if women is False and part.endswith(("ова", "ева", "ина", "ына", "ёва")):
        return part[:-1]
    return f"{part[:-2]}а" if women and part.endswith(("овой", "евой", "иной")) else part


def _as_typed(typed: str, word: str) -> str:
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
