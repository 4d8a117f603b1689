"""`report reject`: suggestions are refused, and not proposed again."""

from __future__ import annotations

import argparse

from report.commands.suggesting import open_bench
from report.commands.telling import Answer, say
from report.model.problem import Problems


def run(options: argparse.Namespace) -> int:
    """Refuse suggestions; none where one of them is not there."""
    problems = Problems()
    bench = open_bench(options, problems)
    names = list(dict.fromkeys(options.names))
    for name in names:
        bench.suggestion(name)
    for name in names:
        bench.reject(name, options.why)
        if not options.json:
            say(f"{name}: refused")
    if options.json:
        say(Answer(problems, {"rejected": len(names)}).as_json())
    return 0
