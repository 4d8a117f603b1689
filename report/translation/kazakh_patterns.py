"""The spelling rules of Kazakh word division as hyphenation patterns, in the form Pyphen reads.

The rules (Kazakh orthography, «сөз тасымалы»): a syllable has one vowel; of several consonants
between vowels only the last moves on (құмырс-қа, жаңғырт-ты); й and у between vowels open the next
syllable (да-уыс, қа-йың); after a consonant у and и are vowels of their own (су-ық, қи-ын); ь and ъ
stay; no single letter is left at either end; no part is without a vowel. Names of lands are joined
words and break where they are joined (Қазақ-стан).

`python -m report.translation.kazakh_patterns` writes the pattern file to standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product

VOWELS = "аәеёиоөуұүыіэюя"
CONSONANTS = "бвгғджзйкқлмнңпрстфхһцчшщ"
SIGNS = "ьъ"

# Loan words alone begin with four consonants; these are the first three of them.
_LONG_ONSETS = ("взб", "взг", "взд", "взр", "вск", "всп", "вст", "всх", "мст", "сск", "взв", "вздр")

# Peoples whose lands are named with «стан»; after a vowel (Үндіс-тан) the general rule holds.
_PEOPLES = ("ауған", "башқұрт", "қазақ", "қырғыз", "өзбек", "татар", "тәжік", "түрікмен")


def kazakh_patterns() -> Iterator[str]:
    """Yield the patterns: 1 allows a break, 2 forbids it, a dot is an end of the word."""
    yield from _breaks()
    yield from _prohibitions()


def pattern_file() -> str:
    """Return the whole file: its encoding, then each pattern on a line."""
    return "\n".join(["UTF-8", *sorted(set(kazakh_patterns()))]) + "\n"


def _breaks() -> Iterator[str]:
    for consonant, vowel in product(CONSONANTS, VOWELS):
        yield f"1{consonant}{vowel}"
    for before, after in product(VOWELS, VOWELS):
        yield f"{before}1у{after}"
    # The pairs иу and уу are one sound group; a break there would part a suffix at random.
    for consonant, own, after in product(CONSONANTS, "уи", VOWELS.replace("у", "")):
        yield f"{consonant}{own}1{after}"
    for before, after in product(VOWELS, "юя"):
        yield f"{before}1{after}"
    for sign, vowel in product(SIGNS, VOWELS):
        yield f"{sign}1{vowel}"
    for people in _PEOPLES:
        yield f"{people}1с2тан"


def _prohibitions() -> Iterator[str]:
    for letter in VOWELS + CONSONANTS + SIGNS:
        yield f".{letter}2"
        yield f"2{letter}."
    for sign in SIGNS:
        yield f"2{sign}"
    for first, second in product(CONSONANTS, CONSONANTS + SIGNS):
        yield f".{first}{second}2"
    for first, second, sign in product(CONSONANTS, CONSONANTS, SIGNS):
        yield f".{first}{second}{sign}2"
    for onset in _LONG_ONSETS:
        yield f".{onset}2"


if __name__ == "__main__":
    sys.stdout.write(pattern_file())
