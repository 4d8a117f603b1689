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

from report.commands.finishing import finish
from report.commands.suggesting import Bench, edited, open_bench
from report.commands.telling import counted, say, tell_problems
from report.model.problem import Problems, Stop
from report.suggest.entry import FINDINGS
from report.suggest.grouping import Group, group
from report.suggest.suggestion import HANDED_IN, Suggestion, SuggestionKind

_EDITABLE = {
    SuggestionKind.FIGURE: ("heading", "attributed_to", "counts", "measure", "as_of", "where"),
    SuggestionKind.QUOTATION: ("heading", "attributed_to", "role"),
    SuggestionKind.CALL: ("heading", "by"),
    SuggestionKind.EVENT: ("heading", "date", "where"),
    SuggestionKind.HIGHLIGHT: ("heading", "attributed_to", "date", "where"),
}
_KEYS = "y yes · n no · e edit · s skip · u undo · q quit"
_NAMED = {
    SuggestionKind.FIGURE: "attributed_to",
    SuggestionKind.QUOTATION: "attributed_to",
    SuggestionKind.CALL: "by",
    SuggestionKind.HIGHLIGHT: "attributed_to",
}
_HIDDEN = frozenset(("voice", "document", "direct", "in_words", "percent"))
_AROUND = 400  # characters of the paragraph before and behind the passage


def run(options: argparse.Namespace) -> int:
    """Ask about each open suggestion; 0 also where the answers end early."""
    problems = Problems()
    bench = open_bench(options, problems)
    tell_problems(problems)
    todo = [
        (one, each)
        for one in group(bench.store.suggestions)
        if one.kind in FINDINGS
        for each in one.suggestions
    ]
    if not todo:
        say("nothing is open: report suggest proposes what the documents hold")
        return 0
    review = _Review(bench, todo)
    ended = review.go()
    say(f"\ntaken: {review.taken}, refused: {review.refused}, still open: {review.open}")
    if ended or (review.taken and not review.silent):
        finish(bench, _answer, drawing=ended)
    if bench.dossier.findings:
        say("report build prints the brief; report review goes on with what is open")
    return 0


class _Review:
    """The suggestions in order, and where among them the user is."""

    def __init__(self, bench: Bench, todo: list[tuple[Group, Suggestion]]) -> None:
        self.bench, self.todo, self.at = bench, todo, 0
        self.answers: list[str] = []
        self.decided: list[int] = []
        self.silent = False  # the answers ended

    @property
    def taken(self) -> int:
        """How many were taken."""
        return self.answers.count("taken")

    @property
    def refused(self) -> int:
        """How many were refused."""
        return self.answers.count("refused")

    @property
    def open(self) -> int:
        """How many are left."""
        return len(self.todo) - self.taken - self.refused

    def go(self) -> bool:
        """Ask about each; return whether the end was reached."""
        while self.at < len(self.todo):
            one, suggestion = self.todo[self.at]
            say(f"\n{self.at + 1} of {len(self.todo)}")
            _show(self.bench, one, suggestion)
            answer = self._ask(suggestion)
            if answer == "undone":
                continue
            if not answer:
                return False
            if answer != "skipped":
                self.decided.append(self.at)
                self.answers.append(answer)
            self.at += 1
        return True

    def _ask(self, suggestion: Suggestion) -> str:
        """Ask until something is decided: taken, refused, skipped, undone; nothing at the end."""
        while True:
            answer = _answer(f"{_KEYS}? ")
            self.silent = answer is None
            word = (answer or "q")[:1].lower() if answer != "" else ""
            if word == "q":
                return ""
            if word == "s":
                return "skipped"
            if word == "u" and self._undo():
                return "undone"
            if word == "n":
                said = (answer or "").partition(" ")[2].strip()
                why = said or _answer("why (Enter: not said)? ") or "not said"
                self.bench.reject(suggestion.id, why)
                return "refused"
            if word == "e":
                suggestion = _edit(suggestion)
                into = _answer("into which finding (Enter: where it fits, or a new one)? ")
            if word == "y" and _nobody_named(suggestion):
                suggestion = _named(suggestion)
            if word in ("y", "e") and self._take(suggestion, into if word == "e" else ""):
                return "taken"

    def _take(self, suggestion: Suggestion, into: str | None) -> bool:
        try:
            say(f"taken into {self.bench.accept(suggestion, into or '')}")
        except Stop as stop:
            if stop.exit_code != 1:
                raise
            tell_problems(stop.problems, sys.stdout)
            say("it was not taken: edit it, skip it or refuse it")
            return False
        return True

    def _undo(self) -> bool:
        """Go back to what was decided last."""
        try:
            done = bool(self.decided) and self.bench.undo()
        except Stop as stop:
            tell_problems(stop.problems, sys.stdout)
            return False
        if not done:
            say("nothing was decided yet")
            return False
        self.at = self.decided.pop()
        self.answers.pop()
        say("undone")
        return True


def _nobody_named(suggestion: Suggestion) -> bool:
    """Say whether a person must name the speaker: no rule read who it is."""
    said = suggestion.fields.get("attributed_to") or suggestion.fields.get("by")
    return suggestion.rule in HANDED_IN and suggestion.kind in _NAMED and not said


def _named(suggestion: Suggestion) -> Suggestion:
    name = _answer("who says it, as the document names them (Enter: the document itself)? ") or ""
    return edited(suggestion, {_NAMED[suggestion.kind]: name})


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
        if field not in _HIDDEN and value:
            say(f"  {field.replace('_', ' ')}: {_safe(value)}")
    say(f"  found by: {suggestion.rule} ({suggestion.confidence:.2f})")
    if one.differ:
        say(f"  the documents differ; {counted(len(one.differ), 'figure')} of this measure:")
        for line in one.differ:
            say(f"    {_safe(line)}")
    say("")
    say(_in_paragraph(bench, suggestion))
    say("")


def _in_paragraph(bench: Bench, suggestion: Suggestion) -> str:
    """Return the paragraph with the passage highlighted, wrapped to the terminal."""
    full = bench.full_text(suggestion.document_id)
    if full is None:
        return _highlighted("", suggestion.passage, "")
    bounds = full.paragraphs[suggestion.paragraph - 1 : suggestion.paragraph]
    start, end = bounds[0] if bounds else (suggestion.start, suggestion.end)
    before = full.text[start : suggestion.start]
    behind = full.text[suggestion.end : end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND].rpartition(" ")[0] + " …"
    return _highlighted(before, suggestion.passage, behind)


def _highlighted(before: str, passage: str, behind: str) -> str:
    """Wrap a paragraph; each line of the passage is marked, so that the margin never is."""
    width = max(shutil.get_terminal_size((80, 24)).columns - 4, 30)
    text = f"{_safe(before)}\x02{_safe(passage)}\x03{_safe(behind)}"
    lines = textwrap.wrap(" ".join(text.split()), width, break_long_words=False)
    opening, closing = _marks()
    shown, inside = [], False
    for line in lines:
        marked = f"{opening}{line}" if inside and opening.startswith("\033") else line
        inside = (inside or "\x02" in line) and "\x03" not in line
        marked = marked.replace("\x02", opening).replace("\x03", closing)
        shown.append(f"  {marked}{closing if inside and closing.startswith(chr(27)) else ''}")
    return "\n".join(shown)


def _safe(text: str) -> str:
    """Leave out what would command the terminal."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "", text)


def _marks() -> tuple[str, str]:
    """Bold on a terminal, brackets elsewhere."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return "\033[1;7m", "\033[0m"
    return ">>> ", " <<<"
