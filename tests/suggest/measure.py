"""Compares what is proposed about a text with what a reader found in it: precision and recall.

A figure is right where value, bound, what is counted, who says it and the dates are; a quotation
where the speaker is; a call where caller, addressee and what is asked are; an event where date and
kind are. A role or a place that is not given is not wrong, another one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from report.suggest.suggestion import Suggestion, SuggestionKind

Entry = Mapping[str, Any]
KINDS = {
    "figures": SuggestionKind.FIGURE,
    "quotations": SuggestionKind.QUOTATION,
    "calls": SuggestionKind.CALL,
    "events": SuggestionKind.EVENT,
    "persons": SuggestionKind.PERSON,
    "institutions": SuggestionKind.INSTITUTION,
}


@dataclass
class Score:
    """What was found, what of it was right, what should have been found; faults by name."""

    right: int = 0
    proposed: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return (self.wanted - len(self.missed)) / self.wanted if self.wanted else 1.0


def read_gold(path: Path) -> dict[str, Any]:
    """Read a list; every value stays text."""
    return dict(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))


def compare(
    gold: Mapping[str, Any], text: str, found: Iterable[Suggestion], scores: dict[str, Score]
) -> None:
    """Add what one document's suggestions are worth to the scores."""
    found = list(found)
    for name, kind in KINDS.items():
        score = scores.setdefault(name, Score())
        entries = [_entry(name, one) for one in gold.get(name, ())]
        own = [one for one in found if one.kind is kind]
        taken: set[str] = set()
        met: set[int] = set()
        for suggestion in own:
            fits = [n for n, entry in enumerate(entries) if _same(name, entry, suggestion, text)]
            required = [n for n in fits if not entries[n].get("optional")]
            new = [n for n in required if n not in met]
            if fits and not required:
                continue  # right, but nobody had to find it
            score.proposed += 1
            if new:
                met.add(new[0])
                score.right += 1
            elif required:
                score.right += 1
            else:
                fields = {k: v for k, v in suggestion.fields.items() if "basis" not in k}
                score.wrong.append(f"{gold['document']}: {suggestion.rule} {fields}")
            taken.add(suggestion.id)
        wanted = [n for n, entry in enumerate(entries) if not entry.get("optional")]
        score.wanted += len(wanted)
        score.missed += [f"{gold['document']}: {entries[n]}" for n in wanted if n not in met]


def _entry(name: str, one: Any) -> Entry:
    if name != "institutions":
        return dict(one)
    return {"name": one} if isinstance(one, str) else {"name": one[1], "optional": "true"}


def _same(name: str, entry: Entry, one: Suggestion, text: str) -> bool:
    judges = {
        "figures": _figure,
        "quotations": _quotation,
        "calls": _call,
        "events": _event,
        "persons": _person,
        "institutions": _institution,
    }
    return judges[name](entry, one, text)


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w’.-]*\w", text.lower().replace("'", "’").replace("’s", "")))


def _has(said: str, wanted: str) -> bool:
    return words(wanted) <= words(said)


def _speaker(wanted: Any, one: Suggestion, key: str = "attributed_to") -> bool:
    choices = [wanted] if isinstance(wanted, str) else wanted
    for choice in choices:
        if choice == "document":
            if one.fields.get("document"):
                return True
        elif not one.fields.get("document") and _has(one.fields.get(key, ""), choice):
            return True
    return False


def _stands(entry: Entry, one: Suggestion, text: str, *, at_mark: bool = False) -> bool:
    place = text.find(entry["at"])
    while place >= 0:
        if one.mark[0] == place or (not at_mark and one.start <= place < one.end):
            return True
        place = text.find(entry["at"], place + 1)
    return False


def _figure(entry: Entry, one: Suggestion, text: str) -> bool:
    fields = one.fields
    value = {"1/3": "one-third"}.get(entry["value"], entry["value"])
    return (
        _stands(entry, one, text, at_mark=True)
        and fields["value"].lower() == value
        and fields["bound"] == entry["bound"]
        and _has(fields["counts"], entry["counts"])
        and _speaker(entry["who"], one)
        and fields.get("as_of", "") in _choices(entry.get("as_of", ""))
        and ("when" not in entry or fields.get("when", "") == entry["when"])
    )


def _quotation(entry: Entry, one: Suggestion, text: str) -> bool:
    begins = one.passage.startswith(entry["begins"])
    told = one.fields.get("role", "")
    role = not told or not entry.get("role") or bool(words(told) & words(entry["role"]))
    return begins and role and _speaker(entry["who"], one)


def _call(entry: Entry, one: Suggestion, text: str) -> bool:
    fields = one.fields
    asked = f"{fields.get('to', '')} {fields['what']}"
    return (
        _stands(entry, one, text)
        and _speaker(entry["who"], one, "by")
        and _has(asked, entry.get("to", ""))
        and _has(fields["what"], entry["what"])
    )


def _choices(wanted: Any) -> list[str]:
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _event(entry: Entry, one: Suggestion, text: str) -> bool:
    kinds = entry["kind"] if isinstance(entry["kind"], list) else [entry["kind"]]
    return (
        _stands(entry, one, text)
        and one.fields.get("date", "") in _choices(entry["date"])
        and one.fields["what"] in kinds
        and (not one.fields.get("where") or _has(one.fields["where"], entry.get("where", "")))
    )


def _person(entry: Entry, one: Suggestion, text: str) -> bool:
    role = _has(one.fields.get("role", ""), entry["role"]) or bool(entry.get("optional"))
    return one.fields["name"] == entry["name"] and role


def _institution(entry: Entry, one: Suggestion, text: str) -> bool:
    return one.fields["name"].endswith(entry["name"])


def table(scores: Mapping[str, Score]) -> str:
    """Return precision and recall of each kind as a table."""
    lines = [f"{'kind':<14}{'precision':>10}{'recall':>8}{'right':>7}{'proposed':>10}{'wanted':>8}"]
    for name, score in scores.items():
        lines.append(
            f"{name:<14}{score.precision:>10.2f}{score.recall:>8.2f}"
            f"{score.right:>7}{score.proposed:>10}{score.wanted:>8}"
        )
    return "\n".join(lines)
