"""The forms of a word and whether it is one, by a dictionary: pymorphy3 with OpenCorpora's words.

Loads the dictionary when the first word is asked for. What it does not have, it declines by the
likeness of the ending, as a reader would.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

_UNLIKELY = 0.1  # readings of a word with less than this share of its uses are left out
# After a number these have a genitive plural of their own: пять лет, пять человек.
_AFTER_NUMBER = {"год": "лет", "человек": "человек"}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_PARTICIPLES = frozenset({"PRTF", "PRTS"})


@lru_cache(maxsize=4096)
def forms_of(word: str, lang: str) -> tuple[str, ...]:
    """Return every form that a word (lower case, ё as е) has in any of its readings, itself first.

    A participle has its own forms only: «задержанные» is not «задержать».
    """
    readings = [one for one in _dictionary(lang).parse(word) if one.score >= _UNLIKELY]
    forms = dict.fromkeys((word,))
    forms |= {
        str(form.word).replace("ё", "е"): None
        for reading in readings
        for form in reading.lexeme
        if _of_one_word(form.tag, reading.tag)
    }
    return tuple(forms)


@dataclass(frozen=True)
class Reading:
    """What a form of a word may be: its case, number and gender in OpenCorpora's names, or ""."""

    case: str
    number: str
    gender: str


@lru_cache(maxsize=4096)
def readings(word: str, lang: str) -> tuple[Reading, ...]:
    """Return what a noun, adjective or participle (lower case) may be in this form."""
    tags = [one.tag for one in _dictionary(lang).parse(word) if one.score >= _UNLIKELY]
    return tuple(
        dict.fromkeys(
            Reading(tag.case or "", tag.number or "", tag.gender or "")
            for tag in tags
            if tag.case is not None
        )
    )


def _of_one_word(form: OpencorporaTag, reading: OpencorporaTag) -> bool:
    if reading.POS in _PARTICIPLES:
        same = (form.voice, form.tense) == (reading.voice, reading.tense)
        return form.POS in _PARTICIPLES and same
    return form.POS not in _PARTICIPLES


@lru_cache(maxsize=65536)
def is_word(word: str, lang: str) -> bool:
    """Whether the dictionary has a word (lower case) in this very form."""
    return bool(_dictionary(lang).word_is_known(word))


@lru_cache(maxsize=4096)
def is_common(word: str, lang: str) -> bool:
    """Whether the dictionary has a word (lower case) that is no name of somebody or a place."""
    if not is_word(word, lang):
        return False  # at once: the readings of what is no word are guessed, which is slow
    readings = _dictionary(lang).parse(word)
    return any(one.is_known and not _NAMES & one.tag.grammemes for one in readings)


@lru_cache(maxsize=4096)
def is_base(word: str, lang: str) -> bool:
    """Whether the dictionary has a word (lower case) as a term names it, not only inflected."""
    readings = _dictionary(lang).parse(word)
    return any(one.is_known and one.tag.case in (None, "nomn") for one in readings)


@lru_cache(maxsize=1024)
def count_forms(noun: str, lang: str) -> tuple[str, str, str]:
    """Return a noun (in any form) as it goes with 1, with 2 and with 5: год, года, лет.

    What is not one word of the dictionary stays as it is.
    """
    readings = [one for one in _dictionary(lang).parse(noun) if one.is_known and one.tag.case]
    # «часов» is of час before it is of часы, which has no singular.
    readings.sort(key=lambda one: "Pltm" in one.tag)
    if not readings:
        return (noun, noun, noun)
    reading = readings[0]
    many = _AFTER_NUMBER.get(reading.normal_form) or _inflected(reading, "plur", "gent", noun)
    if "Pltm" in reading.tag:
        return (reading.normal_form, many, many)
    one, few = (_inflected(reading, "sing", case, noun) for case in ("nomn", "gent"))
    adjective = few.endswith(("ого", "его"))  # 2 военнослужащих
    return (one, many if adjective else few, many)


def _inflected(reading: Parse, number: str, case: str, otherwise: str) -> str:
    found = reading.inflect({number, case})
    return str(found.word) if found else otherwise


@cache
def _dictionary(lang: str) -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang=lang)
