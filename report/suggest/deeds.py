"""A date in a sentence → the word of what happened on it, and the kind of event that it names.

What happened is the deed that the date stands with: the verb beside it, the noun that it dates,
the main clause that it opens. A date of another verb than that of an event has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from report.suggest.article import Sentence, Word
from report.suggest.people import bare
from report.suggest.words import Words, words_of

_REACH = 24  # words between a date and what happened on it
_LAW_WITHIN = 12  # words between a law and what became of it, a date among them
_SUBJECT = 2  # words before a date between a subject and its verb
_OWNED_WITHIN = 3  # words between a date that owns and what it owns
_RULED_WITHIN = 7  # words between a court and what it did
_OPENING = frozenset('.!?:;“"«–—-)')
_WHEN = frozenset(["after", "before", "since", "until", "following"])


@dataclass(frozen=True)
class Deed:
    """The kind of an event and where its words stand in the row: the first one and how many."""

    kind: str
    first: int
    size: int = 1


class Deeds:
    """Finds the deeds of one sentence; `row` are the writer’s own words."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.row = sentence.outside
        self.words = words
        self.kinds = _kinds(words.lang)

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words in lower case, without the mark of the possessive."""
        return tuple(bare(word).lower() for word in self.row)

    @cached_property
    def named(self) -> tuple[Deed, ...]:
        """All words of the sentence that name an event, the longest phrase at each place."""
        return tuple(self._named())

    def _named(self) -> Iterator[Deed]:
        for k, low in enumerate(self.lows):
            for parts, kind in self.kinds.get(low, ()):
                if self.lows[k : k + len(parts)] != parts:
                    continue
                named = self.row[k].capital and k > 0 and self.row[k - 1].text not in _OPENING
                if not named and self._is_meant(k, len(parts), kind):
                    yield Deed(self._kind(kind, low), k, len(parts))
                break

    def _kind(self, kind: str, low: str) -> str:
        """Return the kind by who acts: a hearing in court, shots that no police fired."""
        if low == "hearing" and self._has("courts"):
            return "trial"
        armed = self.words.has("force_deeds", low) and not self._has("forces")
        return "attack" if kind == "police action" and armed else kind

    def _has(self, name: str) -> bool:
        return any(self.words.has(name, low) for low in self.lows)

    def _is_meant(self, k: int, size: int, kind: str) -> bool:
        """Whether a word is meant as an event: a man is seized, two laptops are not arrested."""
        if kind == "arrest" and self.words.has("things_too", self.lows[k]):
            suffered = any(self.words.has("passive", low) for low in self.lows[max(k - 3, 0) : k])
            return suffered or self._takes_person(k + size)
        before, behind = self.lows[k - 1 : k], self.lows[k + size : k + size + 1]
        if behind and self.words.has("first_parts", behind[0]):
            return False  # death sentences
        if self.lows[k] in ("death", "fire") and before in (("to",), ("set",), ("setting",)):
            return False  # sentenced to death
        if kind != "protest" and self._is_wanted(k):
            return False  # but they gathered to protest
        if self.lows[k] in ("released", "release"):
            near = self.lows[max(k - 2, 0) : k] + self.lows[k + 1 : k + 4]
            return not any(self.words.any_has(("accounts", "statements"), low) for low in near)
        return True

    def _is_wanted(self, k: int) -> bool:
        """Whether it has not happened: called on them to release her, they should release."""
        near = [low for low in self.lows[max(k - 2, 0) : k] if not low.endswith("ly")]
        return bool(near) and (
            near[-1] == "to" or self.words.any_has(("ought", "future"), near[-1])
        )

    def _takes_person(self, k: int) -> bool:
        """Whether the object at `k` is a person, or there is none: was taken away on Monday."""
        passive = ("stop", "clause", "adverbs", "weekdays")
        for n, word in enumerate(self.row[k : k + 5]):
            low = bare(word).lower()
            if not word.is_word or self.words.any_has(passive, low):
                return n == 0
            if self.words.any_has(("speakers", "roles", "persons", "persons_too"), low):
                return True
            if word.capital:
                return True
        return k >= len(self.row) or not self.row[k].is_word

    def at(self, start: int, end: int) -> Deed | None:
        """Return what happened on the date that stands at [start, end) of the document."""
        row = self.row
        date = next((k for k, word in enumerate(row) if word.end > start), len(row))
        behind = next((k for k, word in enumerate(row) if word.start >= end), len(row))
        first = date
        while first and self.words.has("before_date", row[first - 1].low):
            first -= 1
        while behind < len(row) and self.words.has("behind_date", row[behind].low):
            behind += 1
        owner = behind > date and self.row[behind - 1].low.endswith("'s")
        if owner:  # yesterday’s run-off
            owned = (d for d in self.named if behind <= d.first <= behind + _OWNED_WITHIN)
            return next(owned, None)
        governing = self._governing(first - 1)
        if governing is not None:
            return governing if governing.kind else self._by_class(first, behind)
        if first and self.words.has("light_verbs", self.lows[first - 1]):
            return self._nearest(date, first, behind - 1)  # the campaign opened on 16 October
        nearest = self._nearest(date, len(row), behind - 1)
        return nearest or self._by_class(first, behind)

    def _governing(self, k: int) -> Deed | None:
        """Return the deed of the verb directly before a date; one without a kind if it is none."""
        if k < 0 or not self.row[k].is_word or self.row[k].capital:
            return None
        own = next((d for d in self.named if d.first <= k < d.first + d.size), None)
        if own is not None:
            return own
        low = self.lows[k]
        verb = low.endswith("ed") and not self.words.has("not_deeds", low)
        light = self.words.has("light_verbs", low)
        return Deed("", k) if verb and not light else None

    def _nearest(self, first: int, stop: int, last: int) -> Deed | None:
        """Return the deed nearest to a date that has the words from `first` to `last`."""
        best: tuple[int, int, Deed] | None = None
        aside = self._aside(first)
        for deed in self.named:
            k = deed.first
            at = first if k < first else max(first, last)
            if k in aside:
                continue
            if abs(at - k) > _REACH or k >= stop:
                continue
            near = (abs(at - k), -deed.size, deed)
            if (best is None or near[:2] < best[:2]) and not self._is_apart(k, at):
                best = near
        return best[2] if best else None

    def _aside(self, date: int) -> frozenset[int]:
        """Return the words of relative clauses between commas that a date does not stand in."""
        found: set[int] = set()
        for k, low in enumerate(self.lows[1:], 1):
            if low in ("who", "which", "whose") and self.row[k - 1].text == ",":
                end = next((n for n in range(k, len(self.row)) if self.row[n].text == ","), 0)
                if end and not k <= date <= end:
                    found.update(range(k, end))
        return frozenset(found)

    def _is_apart(self, k: int, at: int) -> bool:
        row = self.row
        between = [word.low for word in row[min(k, at) : max(k, at)]]
        clauses = any(a == "," and b in ("and", "but", "while") for a, b in pairwise(between))
        clauses = clauses or ";" in between or (k > at and "and" in between)
        return clauses or self._only_when(k, at) or self._is_others(k, at)

    def _is_others(self, k: int, at: int) -> bool:
        """Whether the date is that of a verb between: “on Wednesday downplayed the attack”."""
        if k <= at + 1:
            return False
        late = at > _SUBJECT  # forces on 31 December 2017, harassed three journalists
        skipped = "," if late else ""
        near = self.row[at + 1 : at + 5]
        rest = (w for w in near if not w.text.isdigit() and w.text != skipped)
        following = next(rest, None)
        if following is None or not following.is_word or following.capital:
            return False
        deed = following.low.endswith("ed") or self.words.says(following.low)
        return deed and self.row[k].start > following.start

    def _only_when(self, k: int, at: int) -> bool:
        """Whether a word only says when: “On 21 June, four days after the vote, people marched”."""
        if not _WHEN & set(self.lows[max(k - 2, 0) : k]):
            return False
        return any(word.text in ",;" for word in self.row[min(k, at) : max(k, at)])

    # Deeds that no list of words has: what a court did, what became of a law

    def _by_class(self, first: int, behind: int) -> Deed | None:
        """Return the deed of a court, or a law that is passed, in the clause of a date."""
        begin, end = first, behind
        if (
            first > 0
            and self.row[first - 1].text == ","
            and self.lows[behind : behind + 1] == (",",)
        ):
            begin, end = first - 1, behind + 1  # the adoption, on 12 May, of the law
        while begin and self.row[begin - 1].text not in ",;:–—.":
            begin -= 1
        if behind < len(self.row) and self.row[behind].text == "," and begin == first:
            end += 1  # On 12 October, a court fined its editor
        while end < len(self.row) and self.row[end].text not in ",;:–—.":
            end += 1
        return self._of_court(begin, end) or self._of_law(begin, end)

    def _of_court(self, begin: int, end: int) -> Deed | None:
        for c in range(begin, end):
            if not self.words.has("courts", self.lows[c]) or not self._is_subject(c, begin):
                continue
            for k in range(c + 1, min(c + 1 + _RULED_WITHIN, end)):
                if self.lows[k] in ("and", "who", "which", "that"):
                    break
                if self._is_deed(k):
                    return Deed("trial", k)
        return None

    def _is_deed(self, k: int) -> bool:
        low = self.lows[k]
        verb = low.endswith("ed") and not self.words.has("not_deeds", low)
        return (verb and not self.row[k].capital) or self.words.has("court_deeds", low)

    def _is_subject(self, c: int, begin: int) -> bool:
        """Whether no preposition stands before a noun: outside the court."""
        k = c - 1
        while k >= begin and self.row[k].is_word:
            if self.words.has("determiners", self.lows[k]):
                k -= 1
                break
            if not self.row[k].capital and self.words.any_has(("stop", "auxiliary"), self.lows[k]):
                break
            k -= 1
        before = self.lows[k] if k >= begin else ""
        dated = any(low in self.words.ordered.get("weekdays", ()) for low in self.lows[begin:c])
        return dated or not self.words.has("stop", before) or self.row[k].text[:1].isdigit()

    def _of_law(self, begin: int, end: int) -> Deed | None:
        verbs = [k for k in range(begin, end) if self.words.has("law_deeds", self.lows[k])]
        nouns = [k for k in range(begin, end) if self.words.has("law_nouns", self.lows[k])]
        near = [k for k in verbs if any(abs(k - n) <= _LAW_WITHIN for n in nouns)]
        return Deed("law", near[0]) if near else None


@cache
def _kinds(lang: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that name a kind, by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in words_of(lang).tables.get("events", {}).items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, kind))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()
    }


def names_kind(words: Words, row: Sequence[Word]) -> bool:
    """Whether a word names an event: “the 2011 Zhanaozen massacre” says where it was."""
    listed = words.tables.get("events", {}).values()
    return bool(row) and any(row[0].low in phrases for phrases in listed)
