"""The language-model assistant of `report suggest`: an endpoint that the user names.

Confidential documents are never sent, nor those that name a protected person. The key comes from
the environment and is never shown.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from report.commands.guarding import guard
from report.commands.telling import counted
from report.documents.text import ExtractedText
from report.model.document import Document
from report.model.problem import Problems
from report.suggest.assistant import AssistantFault, Proposed, propose
from report.suggest.reading_mark import mark_of
from report.suggest.suggestion import Suggestion
from report.translation.endpoint import CHATTING, Endpoint, EndpointFault, open_endpoint

KEY = "REPORT_ASSISTANT_KEY"
_SECONDS = 180.0  # a model on an old laptop reads slowly


@dataclass(frozen=True)
class _Model:
    """A model behind an endpoint, as the suggestions know it."""

    endpoint: Endpoint
    name: str

    def complete(self, instructions: str, text: str) -> str:
        try:
            return self.endpoint.complete(instructions, text, self.name)
        except EndpointFault as fault:
            raise AssistantFault(str(fault)) from None


@dataclass
class Assisting:
    """The assistant of a run: what it was asked, what was kept, what was never sent."""

    model: _Model
    proposed: Proposed = field(default_factory=Proposed)
    held_back: set[str] = field(default_factory=set)
    failed: bool = False

    def add(
        self,
        document: Document,
        extracted: ExtractedText,
        known: Sequence[Suggestion],
        problems: Problems,
    ) -> tuple[Suggestion, ...]:
        """Return what it finds beside what is known; after a fault it is not asked again."""
        if not may_be_sent(document, extracted.text):
            self.held_back.add(str(document.id))
            return ()
        if self.failed:
            return ()
        before = len(self.proposed.suggestions)
        try:
            propose(self.model, document, extracted, known, self.proposed)
        except AssistantFault as fault:
            self.failed = True
            problems.add("assistant-fault", document.place, document.id, why=str(fault))
        return tuple(self.proposed.suggestions[before:])

    def mark(self, document: Document, mark: str) -> str:
        """Return the mark of a document as it was read: without the assistant where it failed."""
        held = self.failed or document.id in self.held_back
        return mark_of(document) if held else mark

    def counts(self) -> dict[str, object]:
        """Return what came of it, as `--json` has it."""
        dropped = self.proposed.dropped
        return {
            "requests": self.proposed.asked,
            "kept": len(self.proposed.suggestions),
            "dropped": {why.name.lower(): dropped[why] for why in sorted(dropped) if dropped[why]},
            "held_back": len(self.held_back),
        }

    def lines(self) -> list[str]:
        """Say what came of it."""
        kept = len(self.proposed.suggestions)
        dropped = self.proposed.dropped
        total = kept + dropped.total()
        asked = counted(self.proposed.asked, "request")
        lines = [f"assistant: {asked}, {counted(total, 'proposal')}, {kept} kept"]
        lines += [f"  dropped: {dropped[why]}, {why}" for why in sorted(dropped) if dropped[why]]
        if self.held_back:
            held = counted(len(self.held_back), "document")
            lines.append(f"  never sent: {held}, confidential or naming a protected person")
        return lines


def may_be_sent(document: Document, text: str = "") -> bool:
    """Say whether a document may leave this program: it is not confidential and names nobody."""
    return not document.confidential and not guard().named_in(text)


def open_assistant(options: argparse.Namespace) -> Assisting | None:
    """Return the assistant that the command line names; Stop(2) for one that may not be asked."""
    if not options.assistant:
        return None
    key = os.environ.get(KEY, "").strip()
    endpoint = open_endpoint(options.assistant, options.allow_host, _SECONDS, CHATTING, key)
    return Assisting(_Model(endpoint, options.model))
