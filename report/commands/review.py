"""`report review`: goes through the suggestions one by one, each in its paragraph.

Every answer is written at once, so an interruption loses nothing. Works on any terminal, and on
answers that come through a pipe.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import textwrap

from report.commands.suggesting import Bench, edited, open_bench
from report.commands.telling import say, tell_problems
from report.model.problem import Problems, Stop
from report.suggest.entry import FINDINGS
from report.suggest.grouping import Group, group
from report.suggest.suggestion import Suggestion, SuggestionKind

_EDITABLE = {
    SuggestionKind.FIGURE: ("heading", "attributed_to", "counts", "measure", "as_of", "where"),
    SuggestionKind.QUOTATION: ("heading", "attributed_to", "role"),
    SuggestionKind.CALL: ("heading", "by"),
    SuggestionKind.EVENT: ("heading", "date", "where"),
}
_ASKED = "y take it · n refuse · e edit · s skip · q stop? "
_HIDDEN = frozenset(("voice", "document", "direct", "in_words", "percent"))
_AROUND = 400  # characters of the paragraph before and behind the passage


def run(options: argparse.Namespace) -> int:
    """Ask about each open suggestion; 0 also where the answers end early."""
    problems = Problems()
    bench = open_bench(options, problems)
    tell_problems(problems)
    counts = {"taken": 0, "refused": 0, "skipped": 0}
    todo = [
        (one, each)
        for one in group(bench.store.suggestions)
        if one.kind in FINDINGS
        for each in one.suggestions
    ]
    for number, (one, suggestion) in enumerate(todo, 1):
        say(f"\n{number} of {len(todo)}")
        _show(bench, one, suggestion)
        answer = _ask(bench, suggestion)
        if not answer:
            break
        counts[answer] += 1
    left = len(todo) - counts["taken"] - counts["refused"]
    say(f"\ntaken: {counts['taken']}, refused: {counts['refused']}, still open: {left}")
    return 0


def _ask(bench: Bench, suggestion: Suggestion) -> str:
    """Ask until something is decided: taken, refused, skipped; nothing where it ends."""
    while True:
        answer = _answer(_ASKED)
        if answer is None or answer in ("q", "quit"):
            return ""
        if answer in ("s", "skip"):
            return "skipped"
        if answer in ("n", "no"):
            bench.reject(suggestion.id, _answer("why? ") or "not said")
            return "refused"
        if answer in ("e", "edit"):
            suggestion = _edit(suggestion)
        elif answer not in ("y", "yes"):
            continue
        into = _answer("into which finding (empty: a new one)? ") if answer[0] == "e" else ""
        try:
            say(f"taken into {bench.accept(suggestion, into or '')}")
        except Stop as stop:
            if stop.exit_code != 1:
                raise
            tell_problems(stop.problems, sys.stdout)
            continue
        return "taken"


def _edit(suggestion: Suggestion) -> Suggestion:
    fields = {}
    for name in _EDITABLE[suggestion.kind]:
        now = suggestion.fields.get(name, "")
        fields[name] = _answer(f"{name} [{now}]: ") or ""
    return edited(suggestion, fields)


def _answer(question: str) -> str | None:
    """Return what was typed; None where there is no more to read."""
    try:
        return input(question).strip()
    except EOFError:
        return None


# Showing


def _show(bench: Bench, one: Group, suggestion: Suggestion) -> None:
    document = bench.dossier.document_by_id.get(suggestion.document_id)
    name = document.name if document else suggestion.document_id
    say(f"{suggestion.kind.value} {suggestion.id} · {name}, paragraph {suggestion.paragraph}")
    for field, value in suggestion.fields.items():
        if field not in _HIDDEN:
            say(f"  {field.replace('_', ' ')}: {value}")
    say(f"  found by: {suggestion.rule} ({suggestion.confidence:.2f})")
    if one.differ:
        say("  other values of this measure:")
        for line in one.differ:
            say(f"    {line}")
    say("")
    say(_in_paragraph(bench, suggestion))
    say("")


def _in_paragraph(bench: Bench, suggestion: Suggestion) -> str:
    """Return the paragraph with the passage highlighted, wrapped to the terminal."""
    full = bench.full_text(suggestion.document_id)
    opening, closing = _marks()
    if full is None:
        return f"{opening}{_safe(suggestion.passage)}{closing}"
    bounds = full.paragraphs[suggestion.paragraph - 1 : suggestion.paragraph]
    start, end = bounds[0] if bounds else (suggestion.start, suggestion.end)
    before = full.text[max(start, suggestion.start - _AROUND) : suggestion.start]
    behind = full.text[suggestion.end : min(end, suggestion.end + _AROUND)]
    width = max(shutil.get_terminal_size((80, 24)).columns - 4, 30)
    text = f"{_safe(before)}{opening}{_safe(suggestion.passage)}{closing}{_safe(behind)}"
    wrapped = textwrap.fill(" ".join(text.split()), width, break_long_words=False)
    return textwrap.indent(wrapped, "  ")


def _safe(text: str) -> str:
    """Leave out what would command the terminal."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)


def _marks() -> tuple[str, str]:
    """Bold on a terminal, brackets elsewhere."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return "\033[1;7m", "\033[0m"
    return ">>> ", " <<<"
