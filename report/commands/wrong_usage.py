"""A command line that cannot be read → what is wrong with it, and what was probably meant.

Imports nothing heavy: it is loaded whenever the program starts.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import NoReturn, TypeVar

from report.model.meant import meant

_CHOICE = re.compile(
    r"^argument (?P<of>.+?): invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)$"
)
_N = TypeVar("_N")


class Parser(argparse.ArgumentParser):
    """A parser that says in a line what is wrong, without the whole usage."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: _N | None = None
    ) -> argparse.Namespace | _N:
        """Return the options; exit with code 2 where one is not known."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            last = list(_verbs(self, options))[-1]
            known = [name for action in last._actions for name in action.option_strings]
            hint = meant(unknown[0], known, f"it takes: {last.prog} --help")
            last.error(f"there is no “{unknown[0]}” in {last.prog}; {hint}")
        return options

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and where to read on, and exit with code 2."""
        self.exit(2, f"{self.prog}: error: {_plainly(message)}\n  hint: {self.prog} --help\n")


def _verbs(parser: argparse.ArgumentParser, options: object) -> Iterator[argparse.ArgumentParser]:
    """Yield the parser and those of the verbs that the options name, from the first on."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            chosen = action.choices.get(str(getattr(options, action.dest, "")))
            if chosen is not None:
                yield from _verbs(chosen, options)


def _plainly(message: str) -> str:
    told = _CHOICE.match(message)
    if told is None:
        needed = "the following arguments are required: "
        return message.replace(needed, "this is missing: ")
    known = [name.strip(" '") for name in told["known"].split(",")]
    listed = ", ".join(known)
    hint = meant(told["given"], known, f"known: {listed}")
    return f"there is no {told['of'].rpartition('/')[2].lower()} “{told['given']}”; {hint}"
