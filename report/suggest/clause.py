"""The types of a clause of reporting: who speaks, and what stands where."""

from __future__ import annotations

from dataclasses import dataclass

from report.suggest.article import Word


@dataclass(frozen=True)
class Clause:
    """Who speaks (`subject`, words; empty where nobody plain does), the verb, and what it governs.

    `start` and `end` are the offsets of subject and verb; `reach` the stretches that are said.
    """

    rule: str
    subject: tuple[Word, ...]
    apposition: tuple[Word, ...]
    verb: Word
    start: int
    end: int
    reach: tuple[tuple[int, int], ...]

    def governs(self, offset: int) -> bool:
        """Whether what stands at `offset` is said by the subject."""
        return any(start <= offset < end for start, end in self.reach)


@dataclass(frozen=True)
class Subject:
    """Words that speak: the index of the first, all of them, and what stands in apposition.

    `cut_off`: they follow a quotation that ends as before “he said”.
    """

    first: int
    words: tuple[Word, ...]
    apposition: tuple[Word, ...] = ()
    cut_off: bool = False
