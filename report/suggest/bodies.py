"""Words → the names of bodies in them: a Council, a Ministry of X, the interior ministry.

A body is known by the noun that its name ends with; where the name goes on behind “of” it is
followed. Knows no persons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.suggest.article import Word
from report.suggest.people import Names, bare, is_possessive, joined


class Bodies:
    """Finds bodies in runs of words."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.words = names.words

    def in_row(self, row: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield the offsets of names of bodies: a Council, a Ministry of X, interior ministry."""
        for first, last in self.names.runs(row):
            ends = [k for k in range(first, last) if self.words.has("bodies", bare(row[k]))]
            if ends and (ends[-1] > first or self._goes_on(row, ends[-1])):
                end = self._body_end(row, ends[-1])
                yield row[first].start, row[first].start + len(joined(row[first : end + 1]))
        for k, word in enumerate(row):
            if self.words.has("bodies_lower", bare(word).lower()) and not word.capital:
                first = self._lower_body(row, k)
                if first < k:
                    yield row[first].start, word.start + len(bare(word))

    def _lower_body(self, row: Sequence[Word], k: int) -> int:
        """Return where “interior ministry” or “U.N. human rights office” begins; k: nowhere."""
        first = k
        owner = row[k - 1] if k else row[k]
        if is_possessive(owner) and self.words.has("roles", bare(owner).lower()):
            return k - 1
        while first and k - first < 4:
            word = row[first - 1]
            low = word.low
            if not word.is_word or is_possessive(word) or self.names.ends_role(word):
                break
            if self.words.any_has(("determiners", "stop", "clause"), low):
                break
            first -= 1
            if word.capital:
                while first and self.names.named(row[first - 1]):
                    first -= 1
                return first
        return k - 1 if first < k and row[k].low.startswith("ministr") else k

    def _goes_on(self, row: Sequence[Word], k: int) -> bool:
        return self._linked(row, k) > 0

    def _linked(self, row: Sequence[Word], k: int) -> int:
        """Return where a name goes on behind “of”, “for the”; 0 where it does not."""
        if k + 2 < len(row) and row[k + 1].low in ("of", "for", "on", "against"):
            at = k + 3 if row[k + 2].low == "the" else k + 2
            if at < len(row) and self.names.named(row[at]) and not is_possessive(row[k]):
                return at if row[k + 1].low == "of" or at == k + 3 or row[k].capital else 0
        return 0

    def _body_end(self, row: Sequence[Word], k: int) -> int:
        end = k
        at = self._linked(row, k)
        while at:
            end = at
            while (
                end + 1 < len(row)
                and self.names.named(row[end + 1])
                and not is_possessive(row[end])
            ):
                end += 1
            joined_on = row[min(end + 1, len(row) - 1)].low in ("of", "for")
            at = self._linked(row, end) if joined_on else 0
        return end
