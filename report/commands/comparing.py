"""Two briefs, by what they carry → what changed between them, in the order of the brief.

Version and date, findings, figures, quotations, documents and the printed texts; a changed text is
shown word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from report.evidence.figures import figure_text
from report.evidence.rechecking import CarriedText
from report.model.dossier import Dossier
from report.model.finding import Figure, Finding
from report.translation.exchange.word_diff import word_diff


@dataclass(frozen=True)
class Change:
    """One change. `kind`: brief, finding, figure, quotation, document, text.

    `how`: added, gone, changed; `was` and `now` say a changed value; `words` a changed text with
    {old → new}.
    """

    kind: str
    subject: str
    how: str
    was: str = ""
    now: str = ""
    words: str = ""
    lang: str = ""

    def __str__(self) -> str:
        about = f"{self.kind} {self.subject}" + (f" ({self.lang})" if self.lang else "")
        if self.words:
            return f"{about}: {self.words}"
        if self.how == "changed":
            return f"{about}: {self.was} → {self.now}"
        said = self.was or self.now
        return f"{about}: {self.how}: {said}" if said else f"{about}: {self.how}"


def changes_of_evidence(old: Dossier, new: Dossier) -> Iterator[Change]:
    """Yield what changed in version and date, documents, findings, figures and quotations."""
    yield from _compared("brief", _edition(old), _edition(new))
    yield from _compared(
        "document",
        {one.id: one.custody.sha256 for one in old.documents},
        {one.id: one.custody.sha256 for one in new.documents},
    )
    yield from _compared("finding", _said(old.findings), _said(new.findings))
    yield from _compared("figure", _figures(old), _figures(new))
    before, after = _quotations(old), _quotations(new)
    for subject, quote in before:
        if (subject, quote) not in after:
            yield Change("quotation", subject, "gone", was=f"“{quote}”")
    for subject, quote in after:
        if (subject, quote) not in before:
            yield Change("quotation", subject, "added", now=f"“{quote}”")


def changes_of_texts(
    old: tuple[CarriedText, ...], new: tuple[CarriedText, ...], lang: str
) -> Iterator[Change]:
    """Yield what changed in the printed texts of one language; numbers of notes do not count."""
    before, after = _by_key(old), _by_key(new)
    for key in _keys(before, after):
        was, now = before.get(key), after.get(key)
        if was is None:
            yield Change("text", key, "added", now=now or "", lang=lang)
        elif now is None:
            yield Change("text", key, "gone", was=was, lang=lang)
        elif was != now:
            yield Change("text", key, "changed", was, now, word_diff(was, now), lang)


def _by_key(texts: tuple[CarriedText, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in texts:  # a list is one text with several paragraphs
        words = " ".join(one.words.split())
        found[one.key] = f"{found[one.key]} {words}" if one.key in found else words
    return found


def _keys(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return [*before, *(key for key in after if key not in before)]


def _compared(kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for key in _keys(before, after):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            how = "added" if was is None else "gone"
            yield Change(kind, key, how, was or "", now or "")
        elif was != now:
            yield Change(kind, key, "changed", was, now)


def _edition(dossier: Dossier) -> dict[str, str]:
    version = {"version": str(dossier.version)} if dossier.version else {}
    return {**version, "date": str(dossier.date)}


def _said(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {one.id: f"{one.heading} ({one.standing})" for one in findings}


def _figures(dossier: Dossier) -> dict[str, str]:
    return {one.id: _figure(one) for finding in dossier.findings for one in finding.figures}


def _figure(figure: Figure) -> str:
    return f"{figure_text(figure)} {figure.counts}, {figure.attributed_to}"


def _quotations(dossier: Dossier) -> dict[tuple[str, str], None]:
    """Return subject and words of each quotation, in order, each once."""
    found = [(f.id, e.quote) for f in dossier.findings for e in f.all_evidence]
    found += [(call.id, e.quote) for call in dossier.recommendations for e in call.evidence]
    return dict.fromkeys(found)
