"""Text that a pattern can ask for a case of: `{number:ablative}`.

Patterns of a language stand in its data; what changes by case is said there as `{name:case}`. A
word has its forms in the data, a Kazakh number or word gets its suffix by rule, and a Russian or
English number written in digits does not change. A form that nothing gives is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report.translation.kazakh import Case, Number, inflect_numeral, word_suffix


@dataclass(frozen=True)
class Printed:
    """A number, word or date as printed, with what is spoken last in it.

    `ending` is a number for digits, a word for words. `forms` holds the forms that the data gives;
    `suffixes` names the rule for all others.
    """

    text: str
    ending: Number | str
    suffixes: str
    forms: Mapping[str, str] = field(default_factory=dict)

    def __format__(self, case: str) -> str:
        """Return the text in a case named in `kazakh.Case`; LookupError for a form not known."""
        if not case:
            return self.text
        if case in self.forms:
            return self.forms[case]
        known = Case(case)
        if self.suffixes == "kazakh":
            return self._with_suffix(known)
        if not isinstance(self.ending, str):
            return self.text
        raise LookupError(f"the {case} of {self.text!r} is not given")

    def __str__(self) -> str:
        return self.text

    def _with_suffix(self, case: Case) -> str:
        if isinstance(self.ending, str):
            return self.text + word_suffix(self.ending, case)
        return inflect_numeral(self.text, self.ending, case)
