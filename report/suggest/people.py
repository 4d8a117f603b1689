"""Words → the persons named in them with their roles, and the names of bodies.

A name alone proves nobody: a person is proposed where a role stands beside the name, or where the
name is said to have spoken. Knows no quotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.suggest.article import Word
from report.suggest.words import Words

_LINKS = ("of", "for", "on", "to")
_LONGEST_ROLE = 8
_LONGEST_TITLE = 10  # words behind the noun of the role
_PLACED = frozenset(["in", "at", "near", "outside"])
_OPEN_ENDS = frozenset(["and", "of", "for", "the", "in", "on", "at", "a"])
_OF_SEVERAL = ("s'", "children's", "people's", "women's", "men's")
_DESCRIBES = frozenset(["who", "whose", "in", "at", "from", "of", "for", "with", "on"])
_FORMER = frozenset(["former", "acting", "deputy", "then", "vice", "chief", "senior", "prominent"])


@dataclass(frozen=True)
class Person:
    """A person where a role is beside the name; offsets of role and name together."""

    name: str
    role: str
    start: int
    end: int

    @property
    def surname(self) -> str:
        """The last part of the name."""
        return self.name.split()[-1]


def bare(word: Word) -> str:
    """Return a word without the mark of the possessive."""
    text = word.text
    for mark in ("’s", "'s"):
        text = text.removesuffix(mark)
    return text


def _is_capitals(word: Word) -> bool:
    return word.text.isupper() and len(word.text) > 2


def is_possessive(word: Word) -> bool:
    """Whether a word owns the next one: Kazakhstan’s."""
    return word.low.endswith(("'s", "s'"))


class Names:
    """Reads names and bodies out of runs of words."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def persons(self, row: Sequence[Word]) -> Iterator[Person]:
        """Yield the persons of a row of words in order."""
        for first, last in self.runs(row):
            found = self._person(row, first, last)
            if found is not None:
                yield found

    def _links(self, row: Sequence[Word], k: int) -> bool:
        """Whether a word stands within a name: Ursula von der Leyen, Salman bin Abdulaziz."""
        at = k
        while at < len(row) and at - k < 2 and self.words.has("particles", row[at].text):
            at += 1
        return at > k and at < len(row) and self.named(row[at]) and not is_possessive(row[k - 1])

    def runs(self, row: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield the runs of capitalised words, [first, last); a possessive ends a run."""
        i = 0
        while i < len(row):
            if not self.named(row[i]):
                i += 1
                continue
            first = i
            while i < len(row) and (self.named(row[i]) or self._links(row, i)):
                i += 1
                several = row[i - 1].low.endswith(_OF_SEVERAL)
                plural = several and any(self._is_body(word) for word in row[i : i + 3])
                if is_possessive(row[i - 1]) and not plural:
                    break  # Kazakhstan’s Council ends at Kazakhstan, the Doctors’ Union does not
            yield first, i

    def _is_body(self, word: Word) -> bool:
        return self.words.has("bodies", bare(word))

    def named(self, word: Word) -> bool:
        """Whether a word can be a part of a name."""
        return word.is_word and word.capital and not self.words.has("not_names", word.low)

    def _person(self, row: Sequence[Word], first: int, last: int) -> Person | None:
        role = self._role_before(row, first, last)
        if role is not None:
            start, begin = role
            end_of_role = row[begin - 2] if row[begin - 1].text == "," else row[begin - 1]
            return self._made(row, (start, begin, last), (row[start], end_of_role))
        return self._role_behind(row, first, last)

    def _made(
        self, row: Sequence[Word], at: tuple[int, int, int], role: tuple[Word, Word]
    ) -> Person | None:
        start, begin, last = at
        capitals = last - begin > 1 and all(
            w.text.isupper() and len(w.text) > 2 for w in row[begin:last]
        )
        while begin < last - 1 and row[begin].text.isupper() and len(row[begin].text) > 2:
            if capitals:
                break  # MATEO RIVAS, Special Envoy
            begin += 1  # the commissioner of the U.N.: the letters are no name
        names = [bare(word) for word in row[begin:last]]
        bodies = any(self.words.any_has(("bodies", "laws"), name) for name in names)
        bodies = bodies or self.words.has("roles", names[-1].lower())
        if not 1 <= len(names) <= 4 or bodies or (names[-1].isupper() and not capitals):
            return None
        inner = [word for word in row if role[0].start <= word.start <= role[1].start]
        text = joined(inner)
        offsets = [row[start].start, row[begin].start, row[last - 1].end, role[1].end]
        return Person(" ".join(names), text, min(offsets), max(offsets))

    def _role_before(self, row: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
        """Return where the role begins and where the name begins."""
        inner = [k for k in range(first, last - 1) if self.words.has("roles", row[k].low)]
        if inner:
            return self._role_start(row, inner[-1]), inner[-1] + 1
        before = first - 1
        while before > 0 and self.words.has("titles", row[before].low):
            before -= 1  # Army spokesman Capt. Olivier Mbayo
        if before < 0:
            return None
        if row[before].text == "," and before and self._apposed(row, before - 1, last):
            return self._role_start(row, before - 1), first
        if row[before].text == "," and last - first >= 2:
            return self._role_then_comma(row, first, last)
        if self.words.has("roles", row[before].low):
            return self._role_start(row, before), first
        return self._role_with_phrase(row, first, last)

    def _role_then_comma(
        self, row: Sequence[Word], first: int, last: int
    ) -> tuple[int, int] | None:
        """Read “a spokesperson for the human rights office, Marta Olsen, said”."""
        if not (last < len(row) and row[last].text in ",.;"):
            return None
        for k in range(first - 2, max(first - 12, 0), -1):
            if not row[k].is_word or self.words.any_has(("clause", "say"), row[k].low):
                return None
            if self.words.has("roles", row[k].low) and row[k + 1].low in _LINKS:
                opened = self.words.has("determiners", row[self._role_start(row, k) - 1].low)
                return (self._role_start(row, k), first) if opened else None
        return None

    def _role_with_phrase(
        self, row: Sequence[Word], first: int, last: int
    ) -> tuple[int, int] | None:
        """Read “high commissioner for human rights” and “Secretary of State” before a name."""
        before = first - 1
        for k in range(before - 1, max(before - 6, -1), -1):
            if not row[k].is_word or self.words.has("clause", row[k].low):
                return None
            if self.words.has("roles", row[k].low) and row[k + 1].low in _LINKS:
                if self.words.has("determiners", row[before].low):
                    return None  # founder of the Lantern Schools
                taken = max(last - first - 2, 0) if row[before].low in _LINKS else 0
                open_end = row[before].low in _LINKS and not taken
                if open_end or last - first - taken < 2:
                    return None  # a reporter for the daily Sauti: no person is named
                return self._role_start(row, k), first + taken
        return None

    def _apposed(self, row: Sequence[Word], role: int, last: int) -> bool:
        closed = last >= len(row) or row[last].text in ",.;" or is_possessive(row[last - 1])
        owned = role > 1 and self.words.has("determiners", row[role - 2].low)
        owned = owned or (role > 0 and self.words.has("determiners", row[role - 1].low))
        plain = owned or not row[role].capital
        return self.words.has("roles", row[role].low) and closed and plain

    def _role_start(self, row: Sequence[Word], role: int) -> int:
        """Walk left from the noun of the role over what describes it."""
        start, capital = role, row[role].capital
        while start > 0 and role - start < _LONGEST_ROLE:
            word = row[start - 1]
            joins = word.low == "and" and start > 1
            if joins and row[start].capital and row[start - 2].capital:
                start -= 1  # Europe and Central Asia director
                continue
            if not word.is_word or self.ends_role(word):
                break
            office = self.words.has("roles", word.low)
            if capital and not word.capital and word.low not in _FORMER and not office:
                break
            capital = (capital or word.capital) and not (office and not word.capital)
            start -= 1
        return start

    def ends_role(self, word: Word) -> bool:
        """Whether a word cannot be a part of a role or of the name of a body."""
        low = word.low
        if word.capital:
            return self.words.any_has(("not_names", "adverbs"), low)
        lists = (
            "stop",
            "clause",
            "determiners",
            "say",
            "express",
            "saying",
            "auxiliary",
            "adverbs",
        )
        return low == "and" or self.words.any_has(lists, low) or low.endswith(("ed", "ing"))

    def _role_behind(self, row: Sequence[Word], first: int, last: int) -> Person | None:
        """Read “Matt Brown, a spokesman for the council,”."""
        if last - first < 2 or last + 1 >= len(row) or row[last].text != ",":
            return None
        if first and row[first - 1].low in _PLACED:
            return None  # in Upper Sedge, a presiding officer
        aged = last + 2 < len(row) and row[last + 1].text.isdigit() and row[last + 2].text == ","
        at = last + 2 if aged else last  # Halina Korsak, 46, a pharmacist
        described = self._described(row, at + 1) if at + 1 < len(row) else 0
        if described:
            return self._made(row, (first, first, last), (row[at + 2], row[described]))
        return self._titled_behind(row, first, last)

    def _titled_behind(self, row: Sequence[Word], first: int, last: int) -> Person | None:
        for k in range(last + 1, min(last + 12, len(row))):
            word = row[k]
            if not word.is_word or self.words.any_has(("say", "clause", "auxiliary"), word.low):
                break
            if self.words.has("roles", word.low):
                end = k
                while end + 1 < len(row) and row[end + 1].is_word and end - k < _LONGEST_TITLE:
                    end += 1
                    if self.words.has("say", row[end].low):
                        return None  # …of the Media Law, Rights Monitor said
                while end > k and (row[end].low in _OPEN_ENDS or is_possessive(row[end])):
                    end -= 1
                begin = last + 2 if self.words.has("determiners", row[last + 1].low) else last + 1
                return self._made(row, (first, first, last), (row[begin], row[end]))
            if self.words.has("stop", word.low):
                break
        return None

    def _described(self, row: Sequence[Word], k: int) -> int:
        """Return where “, a crane operator who …” ends; 0 where it tells no trade."""
        if row[k].low not in ("a", "an"):
            return 0
        end = k
        while end + 1 < len(row) and row[end + 1].is_word and end - k < _LONGEST_ROLE:
            word = row[end + 1]
            if self.words.any_has(("stop", "clause", "auxiliary", "say"), word.low):
                break
            end += 1
        noun = row[end]
        closed = end + 1 < len(row) and (
            row[end + 1].text in ",.;" or row[end + 1].low in _DESCRIBES
        )
        thing = self.words.has("not_roles", noun.low) or noun.low.endswith("s") or noun.capital
        return end if end > k and closed and not thing else 0


def joined(row: Sequence[Word]) -> str:
    """Put words together as they stood; the possessive of the last one is left out."""
    parts = []
    for k, word in enumerate(row):
        gap = " " * (word.start - row[k - 1].end) if k else ""
        parts.append(gap + (bare(word) if k == len(row) - 1 else word.text))
    return "".join(parts)
