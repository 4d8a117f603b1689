"""`report accept`: suggestions become findings, or evidence and figures of one that is there."""

from __future__ import annotations

import argparse

from report.commands.suggesting import open_bench
from report.commands.telling import Answer, say
from report.model.problem import Problems


def run(options: argparse.Namespace) -> int:
    """Take suggestions over, each checked as it would be printed; stops at the first that fails."""
    problems = Problems()
    bench = open_bench(options, problems)
    suggestions = [bench.suggestion(name) for name in dict.fromkeys(options.names)]
    taken = []
    for suggestion in suggestions:
        finding = bench.accept(suggestion, options.into, apart=options.apart)
        taken.append({"suggestion": suggestion.id, "finding": finding})
        if not options.json:
            say(f"{suggestion.id}: taken into {finding}")
    if options.json:
        say(Answer(problems, {"accepted": len(taken)}, tuple(taken)).as_json())
    return 0
