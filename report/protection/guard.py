"""The guard: what holds a name of a protected person, and what is written in its place.

One guard serves a whole run. Nothing that it returns or raises has a name in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from report.model.person import Person
from report.model.place import Place
from report.model.problem import Problem
from report.protection.encodings import views
from report.protection.matcher import Matcher

OMISSION = "[…]"
_CHUNK = re.compile(r"\S+")
Shown = Callable[[Person], str]


class Guard:
    """The protected persons of a run. Without persons it lets everything pass, at no cost."""

    def __init__(self, persons: Sequence[Person] = ()) -> None:
        self.persons = tuple(persons)

    def __bool__(self) -> bool:
        return bool(self.persons)

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of all names, made when it is first asked."""
        return Matcher(self.persons)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the persons whose name a text holds in any form or code, in order."""
        if not self.persons or not text:
            return ()
        found = {one.person for one in self.matcher.find(text)}
        for decoded in views(text):
            found |= {one.person for one in self.matcher.find(decoded)}
        return tuple(self.persons[number].id for number in sorted(found))

    def without(self, text: str, shown: Shown) -> str:
        """Return a text in which each name that can be read is replaced by what `shown` says."""
        if not self.persons or not text:
            return text
        found = self.matcher.find(text)
        parts, at = [], 0
        for one in found:
            if one.start >= at:
                parts += [text[at : one.start], shown(self.persons[one.person])]
            at = max(at, one.end)
        return "".join([*parts, text[at:]]) if found else text

    def cleared(self, text: str) -> str:
        """Return a message without any name, also in codes: the id stands in its place."""
        if not self.persons or not text:
            return text
        clear = self.without(text, _bracketed)
        if not self.named_in(clear):
            return clear
        clear = _CHUNK.sub(self._coded, clear)
        left = self.named_in(clear)
        return f"[withheld: {', '.join(left)}]" if left else clear

    def _coded(self, match: re.Match[str]) -> str:
        named = self.named_in(match.group())
        return f"[{', '.join(named)}]" if named else match.group()

    def cleared_problem(self, found: Problem) -> Problem:
        """Return a problem without any name in its words, its place and its subject."""
        if not self.persons:
            return found
        place = Place(self.cleared(found.place.path), found.place.line, found.place.column)
        return replace(
            found,
            place=place,
            message=self.cleared(found.message),
            hint=self.cleared(found.hint),
            subject=self.cleared(found.subject),
        )

    def cleared_problems(self, found: Iterable[Problem]) -> list[Problem]:
        """Return problems without any name."""
        return [self.cleared_problem(one) for one in found]

    def omitted(self, text: str) -> str:
        """Return a quotation in which each name is a marked omission."""
        return _one_omission(self.without(text, lambda _: OMISSION))

    def as_pseudonyms(self, text: str, lang: str, *, bracketed: bool) -> str:
        """Return a text with the pseudonyms of `lang`; in a quotation they stand in brackets.

        A person without a pseudonym in the language is left out: […].
        """

        def shown(person: Person) -> str:
            name = person.pseudonym.get(lang, "")
            if not name:
                return OMISSION
            return f"[{name}]" if bracketed else name

        return _one_omission(self.without(text, shown))


NO_GUARD = Guard()


def _bracketed(person: Person) -> str:
    return f"[{person.id}]"


def _one_omission(text: str) -> str:
    """Return a text in which omissions that stand together are one."""
    return re.sub(r"\[…\](?:[\s,]*\[…\])+", OMISSION, text)
