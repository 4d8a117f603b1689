"""How long a text is, as a body counts it, held against the limit of its profile.

A word is what stands between white space (no-break spaces too) or dashes and has a letter or a
digit: a number is one, a symbol such as A/HRC/29/25 is one, a hyphenated word is one. Numbers of
paragraphs and calls of notes are no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from report.model.place import Place
from report.model.problem import Problem, Severity, problem
from report.model.profile import Counted, Limit, Profile, Rule

WARNED_FROM = 0.9  # of the limit
_BETWEEN = re.compile(r"[\s\u2013\u2014]+")
_LONGEST_SHOWN = 3


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return sum(any(map(str.isalnum, part)) for part in _BETWEEN.split(text))


@dataclass(frozen=True)
class Tally:
    """The words of one section: of its text and of its notes. `front` is what stands before all."""

    heading: str
    text: int
    notes: int = 0
    front: bool = False


@dataclass(frozen=True)
class Length:
    """What was counted against a profile: what surely counts, and what may count."""

    profile: Profile
    tallies: tuple[Tally, ...]

    @property
    def sure(self) -> int:
        """The words that count by the profile; where it says nothing, they are counted."""
        return self._counted({Counted.YES, None})

    @property
    def with_doubtful(self) -> int:
        """The same with what nobody has verified not to count."""
        return self._counted({Counted.YES, Counted.UNKNOWN, None})

    def problems(self, place: Place, lang: str) -> list[Problem]:
        """Return what is too long, or nearly so: over-limit, near-limit, limit-doubtful."""
        measured = Measured(self.profile.name, place, lang, self._longest())
        found = []
        for rule in self.profile.limits:
            found += measured.problems(rule, self.sure, self.with_doubtful)
        return found

    def entry(self) -> dict[str, object]:
        """Return what the manifest says of it."""
        return {
            "profile": self.profile.name,
            "limits": [limit_entry(rule, self.sure) for rule in self.profile.limits],
            "text": sum(t.text for t in self.tallies if not t.front),
            "notes": sum(t.notes for t in self.tallies),
            "front": sum(t.text for t in self.tallies if t.front),
            "sections": [
                {"heading": t.heading, "text": t.text, "notes": t.notes}
                for t in self.tallies
                if not t.front
            ],
            "notes_count": _said(self.profile.notes_count),
            "front_counts": _said(self.profile.front_counts),
            "not_verified": list(self.profile.unverified),
        }

    def _counted(self, counting: set[Counted | None]) -> int:
        notes = _value(self.profile.notes_count) in counting
        front = _value(self.profile.front_counts) in counting
        return sum(
            (t.text if not t.front or front else 0) + (t.notes if notes else 0)
            for t in self.tallies
        )

    def _longest(self) -> str:
        return longest((t.heading, t.text + t.notes) for t in self.tallies if not t.front)


@dataclass(frozen=True)
class Measured:
    """A text in a language that is held against limits; `longest` says where to cut."""

    profile: str
    place: Place
    lang: str
    longest: str

    def problems(self, rule: Rule[Limit], counted: int, doubtful: int = 0) -> list[Problem]:
        """Return the problem of what was counted, if any; beyond what binds not, a warning.

        `doubtful` is the count with what nobody has verified not to count.
        """
        limit = rule.value
        words = {
            "lang": self.lang,
            "profile": self.profile,
            "counted": f"{counted:,}",
            "most": f"{limit.most:,} {limit.unit}",
            "share": f"{counted / limit.most:.0%}",
            "longest": self.longest,
        }
        if counted > limit.most:
            words |= {"excess": f"{counted - limit.most:,} {limit.unit}"}
            found = problem("over-limit", self.place, **words)
            return [found if rule.binding else replace(found, severity=Severity.WARNING)]
        if doubtful > limit.most:
            return [problem("limit-doubtful", self.place, doubtful=f"{doubtful:,}", **words)]
        if counted >= WARNED_FROM * limit.most:
            return [problem("near-limit", self.place, **words)]
        return []


def longest(parts: Iterable[tuple[str, int]]) -> str:
    """Say which parts are the longest: where to cut."""
    ordered = sorted(parts, key=lambda part: -part[1])[:_LONGEST_SHOWN]
    return "; ".join(f"“{name}” {count}" for name, count in ordered)


def limit_entry(rule: Rule[Limit], counted: int) -> dict[str, object]:
    """Return what the manifest says of one limit."""
    return {
        "unit": str(rule.value.unit),
        "counted": counted,
        "most": rule.value.most,
        "binding": rule.binding,
        "mark": str(rule.mark),
    }


def _value(rule: Rule[Counted] | None) -> Counted | None:
    return None if rule is None else rule.value


def _said(rule: Rule[Counted] | None) -> str:
    return str(Counted.YES if rule is None else rule.value)
