"""The entry of the program: one boundary where problems become messages and exit codes."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (0, 1, 2, 3, 4, 70 or 130)."""
    # All of the program is imported within: it may be interrupted while it is being loaded.
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("\ninterrupted: nothing was changed", file=sys.stderr)  # noqa: T201
        return 130


def _run(arguments: Sequence[str] | None) -> int:
    from report.commands.arguments import parser
    from report.model.problem import Stop

    _speak_unicode()
    as_json = False
    try:
        options = parser().parse_args(arguments)
        as_json = getattr(options, "json", False)
        # Each verb's module is imported only when it is called: `report --help` starts at once.
        verb = import_module(f"report.commands.{options.command}")
        from report.commands.guarding import guarded

        with guarded(options):
            code = int(verb.run(options))
        sys.stdout.flush()
    except Stop as stop:
        from report.commands.telling import tell_stop

        return tell_stop(stop, as_json=as_json)
    except BrokenPipeError:
        _leave_output()
        return 0
    except OSError as error:
        return _tell_system(error)
    except Exception as error:  # a fault of ours: a traceback would show what it failed on
        from report.commands.telling import tell_fault

        return tell_fault(error, as_json=as_json)
    return code


def _speak_unicode() -> None:
    """Write UTF-8 where the system names no encoding that has all letters of a message."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            name = codecs.lookup(stream.encoding).name
            if name == "ascii" or (name != "utf-8" and not stream.isatty()):
                stream.reconfigure(encoding="utf-8")
            elif name != "utf-8":
                stream.reconfigure(errors="backslashreplace")


def _leave_output() -> None:
    """Let what is still unwritten go nowhere: nobody reads it any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(nowhere, stream.fileno())


def _tell_system(error: OSError) -> int:
    """Say what the system refused, where no command could say it better."""
    from report.commands.telling import tell_stop
    from report.model.place import Place
    from report.model.problem import Stop, problem

    _leave_full_output(error)
    why = error.strerror or type(error).__name__
    path = error.filename or "the output"
    return tell_stop(Stop(4, problem("system-refused", Place(str(path)), why=why)), as_json=False)


def _leave_full_output(error: OSError) -> None:
    """Drop what standard output could not take, so that it is not tried again at the end."""
    if error.filename is None and isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
