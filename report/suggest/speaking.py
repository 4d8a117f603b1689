"""Words → whether they can speak: a person, an office, a body, a pronoun.

Knows no clauses. What else may stand before a verb of saying is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Word
from report.suggest.people import is_possessive
from report.suggest.words import Words

LONGEST_SUBJECT = 16
SHORT = 10  # words of a plain noun phrase
_BRACKETS = 10
_VERBS = ("say", "express", "saying")
_PRONOUNS = ("pronouns_person", "pronouns_first", "pronouns_group", "pronouns_body")


def without_brackets(row: Sequence[Word]) -> tuple[Word, ...]:
    """Drop what stands in short brackets, and marks of notes: Anna Berg* (D-Ohio) said."""
    kept: list[Word] = []
    k = 0
    while k < len(row):
        if row[k].text in "*†‡":
            k += 1
            continue
        if row[k].text in "([":
            inner = [n for n in range(k, min(k + _BRACKETS, len(row))) if row[n].text in ")]"]
            if inner:
                k = inner[0] + 1
                continue
        kept.append(row[k])
        k += 1
    return tuple(kept)


class Speaking:
    """Judges words of one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def is_verb(self, word: Word) -> bool:
        """Whether a word is one of saying and never a noun."""
        said = self.words.any_has(_VERBS, word.low) and not word.capital
        return said and not self.words.has("also_nouns", word.low)

    def may_speak(self, row: Sequence[Word]) -> bool:
        """Whether words that stand where a speaker stands can be one."""
        if not row or len(row) > LONGEST_SUBJECT:
            return False
        if self.words.any_has(("stop", "clause", "contrast"), row[0].low) or row[0].low == "and":
            return False
        if self._is_led_by_pronoun(row):
            return False
        plain = [word.low for word in row if word.low != "or"]
        helped = any(
            self.words.any_has(("auxiliary", "clause"), low) or low.endswith(("'d", "'ll", "'ve"))
            for low in plain
        )
        nobody = ("pronouns_none", "adverbs", "weekdays")
        return not helped and not (len(row) == 1 and self.words.any_has(nobody, row[0].low))

    def _is_led_by_pronoun(self, row: Sequence[Word]) -> bool:
        """Whether a noun stands before who speaks: a charge he and his supporters say is false."""
        persons = ("pronouns_person", "pronouns_group")
        led = next((k for k, w in enumerate(row) if k and self.words.any_has(persons, w.low)), 0)
        return led > 0 and not self.words.any_has(("stop", "contrast"), row[led - 1].low)

    def description(self, row: Sequence[Word]) -> tuple[Word, ...]:
        """Return an apposition that says who one is; an age or a clause says nothing."""
        aged = len(row) == 1 and row[0].text.isdigit()
        clause = bool(row) and (
            self.words.any_has(("clause", "stop"), row[0].low) or row[0].low.endswith("ing")
        )
        return () if aged or clause else tuple(row)

    def is_phrase(self, row: Sequence[Word]) -> bool:
        """Whether words are one noun with what describes it: the announcer, one of them."""
        if not 2 <= len(row) <= SHORT or not self.may_speak(row):
            return False
        if row[1].low == "of":
            return self.words.has("quantities", row[0].low)
        opened = self.words.has("determiners", row[0].low) or is_possessive(row[0])
        tail = [word.low for word in row[1:] if not word.capital]
        return opened and not any(low.endswith(("ed", "ing")) for low in tail)

    def speaks(self, row: Sequence[Word]) -> bool:
        """Whether the words are one that speaks: a pronoun, a name, an office, a body."""
        if not row or self.words.any_has(("stop", "clause"), row[0].low):
            return False
        if self._is_led_by_pronoun(row) or self.words.has("stop", row[-1].low):
            return False
        if len(row) == 1 and self.words.any_has(_PRONOUNS, row[0].low):
            return True
        last = self.head(row)
        if any(self.words.has("auxiliary", w.low) for w in row) or is_possessive(last):
            return False
        if self.words.any_has(("pronouns_none", "pronouns_group"), last.low):
            return False
        named = last.capital and last.is_word and not self.words.has("not_names", last.low)
        return named or self.words.any_has(("speakers", "roles"), last.low)

    def head(self, row: Sequence[Word]) -> Word:
        """Return the noun of a phrase: before its first preposition; behind “a handful of”."""
        first = 0
        for k, word in enumerate(row):
            following = row[k + 1].low if k + 1 < len(row) else ""
            done = word.low.endswith("ed") and self.words.has("stop", following)
            if k > first and done and not word.capital:
                return row[k - 1]  # villagers interviewed by this newspaper
            if k > first and self.words.has("stop", word.low):
                counted = word.low == "of" and self.words.has("quantities", row[k - 1].low)
                if not (counted and k + 1 < len(row)):
                    return row[k - 1]
                first = k + 1
        return row[-1]
