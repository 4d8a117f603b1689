"""`report completion SHELL`: the script by which a shell completes commands, options and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from report.commands.arguments import parser
from report.commands.telling import say


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    top = parser()
    for action in _actions(top):
        if action.type is Path:
            folder = action.dest in ("dossier", "documents", "output") and action.metavar != "FILE"
            action.complete = shtab.DIRECTORY if folder else shtab.FILE  # type: ignore[attr-defined]
    say(shtab.complete(top, options.shell))
    return 0


def _actions(one: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments of a parser and of all commands beneath it."""
    for action in one._actions:  # argparse has no public way to its own table
        if isinstance(action, argparse._SubParsersAction):
            for beneath in action.choices.values():
                yield from _actions(beneath)
        else:
            yield action
