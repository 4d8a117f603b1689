"""Why a cut is refused, and the tests on words that both sides of a cut share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from report.evidence import turning_words as words
from report.evidence.boundaries import TOKEN, starts_number
from report.evidence.turning_words import phrases


class Cut(StrEnum):
    """Why a cut is refused."""

    SPLIT_WORD = "split-word"
    NEGATION = "cut-negation"
    QUALIFIER = "cut-qualifier"
    FORBIDDEN = "forbidden-character"


@dataclass(frozen=True)
class WrongCut:
    """A refused cut and the words of the document that it leaves out."""

    cut: Cut
    words: str


def number_follows(tokens: list[str]) -> bool:
    """Whether the first word that counts is a number: `a further 200`, `an estimated dozen`."""
    counted = (token for token in tokens[:4] if token not in words.FILLERS)
    first = next(counted, "")
    return bool(first) and starts_number(first)


def lower_words(text: str) -> list[str]:
    """Return the words and numbers of a text in small letters."""
    return [token.lower() for token in TOKEN.findall(text)]


def harmless(joined: str) -> str:
    """Blank out phrases that hold a negation and deny nothing; words stay countable."""
    return phrases(words.HARMLESS).sub(lambda m: "=" + " =" * m[0].count(" "), joined)


def is_negative_verb(word: str) -> bool:
    """Whether a word looks like a Kazakh verb that denies; names (Әлімбай) begin with a capital."""
    if not word.islower() or words.KAZAKH_NOT_NEGATIVE.search(word):
        return False
    return bool(words.KAZAKH_NEGATIVE_VERB.match(word))
