"""A verb in a sentence → the words that are its subject, where they are plainly one that speaks.

A person, an office, a body, a pronoun. Whatever else stands before a verb is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Sentence, Word
from report.suggest.clause import Subject
from report.suggest.fronts import last_noun, without_front, without_time
from report.suggest.openings import opening
from report.suggest.speaking import LONGEST_SUBJECT, SHORT, Speaking, without_brackets
from report.suggest.words import Words

BREAKS = frozenset(',;:–—()“”«»"!?…-')
CLOSING = frozenset('”»"')
_FAR = 30  # words between a quotation and the verb behind it
_BE = frozenset(("was", "were", "been", "be", "being", "is", "are", "am"))


class Subjects:
    """Finds the subjects of the verbs of a sentence; `row` are its words outside quotations."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.row = without_brackets(sentence.outside)
        self.words = words
        self.speaking = Speaking(words)
        self.openings = frozenset(quoted.start for quoted in sentence.quoted)
        self.closings = {quoted.end: quoted for quoted in sentence.quoted}

    def before(self, i: int) -> Subject | None:
        """Return the subject before the verb at `i`."""
        return self.between(i) or self._before(i)

    def between(self, i: int) -> Subject | None:
        """Read “…,” the hairdresser, 34, said: whoever stands between a quotation and the verb."""
        m = next((k for k in range(i - 1, max(i - _FAR, -1), -1) if self.closes(k)), -1)
        j = self._over_helpers(i)
        if m < 0 or j is None or not self._is_cut_off(m):
            return None
        first = m + 1
        while first <= j and self.row[first].text in ",–—-":
            first += 1
        parts = self._parts(first, j + 1)
        if not parts:
            return self._set_apart() if self.behind(i) is None else None
        if any(word.text in ".;:!?" for word in self.row[first : j + 1]):
            return None
        row, apposition = parts[0], parts[1] if len(parts) > 1 else []
        if any(self.speaking.is_verb(word) for word in row) or not self.speaking.may_speak(row):
            return None
        return Subject(first, tuple(row), self.speaking.description(apposition), cut_off=True)

    def opens(self, k: int) -> bool:
        """Whether the word at `k` is the opening mark of a quotation."""
        return k < len(self.row) and self.row[k].end in self.openings

    def closes(self, k: int) -> bool:
        """Whether the word at `k` is the closing mark of a quotation."""
        return self.row[k].start in self.closings

    def _is_cut_off(self, m: int) -> bool:
        """Whether a quotation ends as before “he said”: with a comma, or as a whole sentence."""
        ends = self.closings[self.row[m].start].text.rstrip()[-1:] in ",.?!…—–-"
        return ends or (m + 1 < len(self.row) and self.row[m + 1].text == ",")

    def _parts(self, first: int, end: int) -> list[list[Word]]:
        """Cut a stretch at its commas."""
        parts: list[list[Word]] = [[]]
        for word in self.row[first:end]:
            if word.text == ",":
                parts.append([])
            else:
                parts[-1].append(word)
        return [part for part in parts if part]

    def _before(self, i: int) -> Subject | None:
        j = self._over_helpers(i)
        if j is None or j < 0:
            return None
        word = self.row[j]
        if word.text == ",":
            return self._over_apposition(j)
        if word.text in "–—":
            opened = [k for k in range(j) if self.row[k].text in "–—"]
            j = opened[-1] - 1 if opened else -1
        return self._subject(j, plain=self.speaking.is_verb(self.row[i]))

    def _set_apart(self) -> Subject | None:
        """Read “Berg, who came late and held a sign, shouted, “…””: the name before the comma."""
        found = self.opening()
        end = len(found.words) + found.first if found is not None else len(self.row)
        return found if end < len(self.row) and self.row[end].text == "," else None

    def opening(self) -> Subject | None:
        """Return the plain subject of the sentence: a name or an office that opens it."""
        return opening(self.row, self.speaking)

    def second_verb(self, i: int, previous: Subject | None) -> Subject | None:
        """“experts condemned the use of force and called on …”: the subject of the first verb."""
        j = self._over_helpers(i)
        return previous if j is not None and j > 0 and self.row[j].low == "and" else None

    def _over_helpers(self, i: int) -> int | None:
        j = i - 1
        passive = False
        while j >= 0:
            low = self.row[j].low
            if self.words.has("negation", low) or low.endswith("n't"):
                return None
            if low == "ago":
                j = self._over_ago(j)
                continue
            helper = self.words.any_has(("auxiliary", "adverbs"), low)
            adverb = low.endswith("ly") and not self.row[j].capital
            when = self.words.any_has(("weekdays", "months"), low) or low[:1].isdigit()
            if not (helper or adverb or when or low in "*†‡"):
                break
            passive = passive or low in _BE
            j -= 1
            if when and j >= 0 and self.row[j].low in ("on", "in", "early", "late", "of", "last"):
                j -= 1
        return None if passive and not self.row[i].low.endswith("ing") else j

    def _over_ago(self, j: int) -> int:
        """Step back over “less than two weeks ago” before a verb."""
        j -= 3
        while j >= 0 and self.row[j].low in ("less", "more", "than", "about", "some", "over"):
            j -= 1
        return j

    def _over_apposition(self, j: int) -> Subject | None:
        """Read “The director, Hillel Neuer, recalled” and “a spokeswoman, referring to X, said”."""
        commas = [k for k in range(max(j - 24, 0), j) if self.row[k].text == ","]
        if not commas:
            return None
        k = commas[-1]
        inner = tuple(self.row[k + 1 : j])
        first = inner[0] if inner else None
        if first is None:
            return None
        if (
            first.low.endswith("ing")
            or first.low in ("who", "which", "whose")
            or (self.words.any_has(("adverbs", "stop"), first.low))
        ):
            return self._subject(k - 1)
        plain = len(inner) <= SHORT and not any(
            self.words.any_has(("clause", "auxiliary", "say"), word.low) for word in inner
        )
        described = plain or first.low in ("a", "an")
        named = all(word.capital for word in inner)
        told = any(self.words.has("roles", word.low) for word in inner)
        aged = first.text.isdigit() and len(inner) == 1
        if k > 1 and self.row[k - 1].text.isdigit() and self.row[k - 2].text == ",":
            k -= 2  # Nasser, 33, a farmer, said
        outer = self._subject(k - 1) if named or told or aged or described else None
        if outer is None and described and self.speaking.speaks(list(inner)):
            return Subject(k + 1, inner)  # its parent, the Royal Bank, said
        if outer is None or (described and outer.first and not (named or told or aged)):
            return None
        return Subject(outer.first, outer.words, inner if named or told else ())

    def _subject(self, j: int, *, plain: bool = False) -> Subject | None:
        """Collect the words of a subject that ends at `j`, and judge whether it can speak.

        `plain`: its verb is one of saying and nothing else, so that any noun may be its subject.
        """
        first = j
        while first >= 0 and j - first < LONGEST_SUBJECT:
            word = self.row[first]
            if word.text in BREAKS or word.text == "." or self.words.has("clause", word.low):
                break
            if word.low == "and" and not self._joins(first):
                break
            if self.words.has("passive", word.low):
                break  # also briefing was Anna Berg, who said
            if first < j and self.speaking.is_verb(word):
                break  # said guards had demanded: the guards
            first -= 1
        described = self._before_relative(first)
        if described is not None:
            return described
        if first + 1 <= j and self.row[first + 1].low == "as":
            first += 1  # As the rapporteur noted
        row = without_time(list(self.row[first + 1 : j + 1]), self.words)
        row = without_front(row, self.words)
        if row and self.words.any_has(("pronouns_person", "pronouns_group"), row[-1].low):
            row = row[-1:]  # in a joint letter they demanded
        if not (self.speaking.speaks(row) or (plain and self.speaking.is_phrase(row))):
            row = last_noun(
                row, self.words
            )  # since the beginning of the year | the Centre has recorded
            if not self.speaking.speaks(row):
                return None
        return Subject(self.row.index(row[0]), tuple(row))

    def _before_relative(self, k: int) -> Subject | None:
        """“a driver who worked for the brigade told us”: the driver."""
        if k < 1 or self.row[k].low not in ("who", "whose"):
            return None
        if self.row[k - 1].text == ",":  # Anna Berg, director of the fund, who said
            return self._over_apposition(k - 1) or self._subject(k - 2)
        return self._subject(k - 1, plain=True)

    def _joins(self, k: int) -> bool:
        """Whether “and” at `k` joins two that speak, not two clauses."""
        left: list[Word] = []
        for word in reversed(self.row[max(k - 5, 0) : k]):
            if word.text in BREAKS or self.words.has("clause", word.low):
                break
            left.insert(0, word)
            if word.low in ("of", "between"):
                return True  # the independence of judges and lawyers
        else:
            if k > 5:
                return False
        return self.speaking.speaks(left)

    def behind(self, i: int) -> Subject | None:
        """Read the subject behind the verb: said Matt Brown, a spokesman for the council."""
        row: list[Word] = []
        stretch = self.row[i + 1 : i + 1 + LONGEST_SUBJECT]
        for k, word in enumerate(stretch):
            if row and self._is_name_in_marks(stretch, k):
                continue
            ends = self.words.any_has(("clause", "weekdays"), word.low) or not word.is_word
            if ends or (row and word.low in ("in", "on", "at", "during", "after", "from", "by")):
                break
            row.append(word)
        while len(row) > 1 and row[-1].low in ("there", "here", "today", "yesterday"):
            row.pop()  # said an activist there who
        # Behind a quotation whoever follows “said” speaks: “…,” said one of the marchers.
        quoted = i > 0 and (self.closes(i - 1) or self._is_behind_quotation(i))
        plain = bool(row) and self.words.any_has(("determiners", "quantities"), row[0].low)
        nobody = plain and self.words.has("pronouns_none", row[-1].low)
        told = quoted and (plain or self.speaking.may_speak(row)) and not nobody
        if not row or not (self.speaking.speaks(row) or told):
            return None
        behind = next(k for k, word in enumerate(self.row) if word.start == row[-1].start) + 1
        return Subject(i, tuple(row), self._apposed(behind) or self._named_behind(behind))

    def _named_behind(self, k: int) -> tuple[Word, ...]:
        """Read “said its representative in Kivara, Dr. Moussa Keita”."""
        comma = next((n for n in range(k, min(k + 6, len(self.row))) if self.row[n].text == ","), 0)
        if not comma:
            return ()
        end = comma + 1
        while end < len(self.row) and self.row[end].capital and self.row[end].is_word:
            end += 1
        row = self.row[comma + 1 : end]
        closed = end >= len(self.row) or self.row[end].text in ",.;"
        return tuple(row) if len(row) >= 2 and closed else ()

    def _is_behind_quotation(self, i: int) -> bool:
        """“No compromise” with the army, said the organisers."""
        marks = any(self.closes(k) for k in range(max(i - _FAR, 0), i))
        return self.row[i - 1].text == "," and marks

    def _is_name_in_marks(self, row: Sequence[Word], k: int) -> bool:
        """«директор «Комитета помощи» Ольга Литвин»: the marks of a name within a subject."""
        pairs = [(row[n].text, row[n + 1].text) for n in (k - 1, k) if 0 <= n < len(row) - 1]
        return any(one in "“«„" and other in CLOSING for one, other in pairs)

    def _apposed(self, k: int) -> tuple[Word, ...]:
        if k >= len(self.row) or self.row[k].text != ",":
            return ()
        inner: list[Word] = []
        for word in self.row[k + 1 : k + 14]:
            if not word.is_word or self.words.has("clause", word.low):
                break
            inner.append(word)
        told = any(self.words.has("roles", word.low) for word in inner)
        return tuple(inner) if told else ()
