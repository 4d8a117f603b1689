"""The entry of the program: one boundary where problems become messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from report.commands.arguments import parser
from report.model.problem import Stop


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (0, 1, 2, 3, 4 or 130; cli.md)."""
    options = parser().parse_args(arguments)
    # Each verb's module is imported only when it is called: `report --help` starts at once.
    verb = import_module(f"report.commands.{options.command}")
    try:
        return int(verb.run(options))
    except Stop as stop:
        from report.commands.telling import tell_stop

        return tell_stop(stop, as_json=getattr(options, "json", False))
    except KeyboardInterrupt:
        print("\ninterrupted: nothing was changed", file=sys.stderr)  # noqa: T201
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
