"""A checked dossier with true words → what of it may leave, for an audience.

The one way out: names of protected persons are left out, confidential documents have no words, and
for the public what is restricted is gone. Everything that is printed, carried or exported is made
of the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from report.documents.store import DocumentText
from report.evidence.gate import check_evidence
from report.evidence.register import Register
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.problem import Problems
from report.protection.confidential import (
    check_confidential,
    confidential_ids,
    register_without_words,
    without_confidential,
)
from report.protection.guard import NO_GUARD, Guard
from report.protection.printable import (
    check_names,
    check_pseudonyms,
    printable,
    printable_register,
)
from report.protection.restricted import check_restricted, without_restricted


def outward(true: Dossier, guard: Guard, audience: Audience) -> Dossier:
    """Return what of a dossier may leave for an audience."""
    chosen = true if audience is Audience.TRUSTED else without_restricted(true)
    return printable(without_confidential(chosen), guard)


@dataclass(frozen=True)
class Outward:
    """What of a dossier may leave.

    `true` is the dossier as read and `proved` the register of its true words; `dossier` and
    `register` are those that may leave, `whole` the same with what is restricted.
    """

    true: Dossier
    proved: Register
    texts: Mapping[str, DocumentText]
    guard: Guard = NO_GUARD
    audience: Audience = Audience.PUBLIC

    @cached_property
    def _chosen(self) -> Dossier:
        trusted = self.audience is Audience.TRUSTED
        return self.true if trusted else without_restricted(self.true)

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier as it may be printed."""
        return printable(without_confidential(self._chosen), self.guard)

    @cached_property
    def whole(self) -> Dossier:
        """The same with what is restricted: what those who work on the dossier see."""
        if self._chosen is self.true:
            return self.dossier
        return printable(without_confidential(self.true), self.guard)

    @cached_property
    def register(self) -> Register:
        """The register of the words that may be printed."""
        register = self.proved
        if self._chosen is not self.true:  # as if the rest had never been there
            register, _ = check_evidence(self._chosen, self.texts, self.guard.omitted)
        register = register_without_words(register, confidential_ids(self.true))
        return printable_register(register, self._chosen, self.dossier, self.guard)

    def check(self, langs: Iterable[str], problems: Problems) -> None:
        """Add what keeps the dossier from leaving: names, words that are held, what is restricted.

        `langs` are the languages that it is printed in.
        """
        check_confidential(self.true, self.proved, problems)
        if self.audience is Audience.PUBLIC:
            check_restricted(self.true, self._chosen, problems)
        check_names(self.whole, self.guard, problems)
        check_pseudonyms(self.true, (self.true.language, *langs), self.guard, problems)
