"""`report translate draft`: asks a service that the user runs for drafts of untranslated units."""

from __future__ import annotations

import argparse

from report.commands.desk import Desk, answer
from report.commands.guarding import guard
from report.commands.publishing import hand_out
from report.commands.telling import counted, say
from report.dossier.glossary import read_glossary
from report.model.problem import Problems, Stop
from report.translation.drafts import Draft, Drafter, make_drafts, wanted_units, with_drafts
from report.translation.endpoint import Endpoint, open_endpoint
from report.translation.locales import load_language
from report.translation.sensitive import sensitive_keys


def draft(desk: Desk, options: argparse.Namespace) -> int:
    """Draft every language asked for; 1 where the service failed. Nothing is sent in doubt."""
    endpoint = open_endpoint(options.endpoint, options.allow_host)
    sensitive = _sensitive(desk)
    problems = Problems()
    counts: dict[str, dict[str, int]] = {}
    for lang in dict.fromkeys(desk.langs):
        if lang == desk.dossier.language:
            continue  # it has nothing to translate
        if problems.errors:
            break  # the service failed: it is not asked for the next language
        counts[lang] = _draft_language(desk, lang, endpoint, sensitive, problems)
    if not options.json:
        for lang, count in counts.items():
            held = f"{count['sensitive']} sensitive, never sent"
            drafted = f"{counted(count['drafted'], 'unit')} drafted of {count['asked']}"
            say(f"{lang}: {drafted}; {held}")
    return answer(problems, options, counts)


def _sensitive(desk: Desk) -> frozenset[str]:
    problems = Problems()
    keys = sensitive_keys(desk.folder, desk.units, problems)
    if problems.errors:
        raise Stop(1, *problems)
    named = {key for key, unit in desk.units.items() if guard().named_in(unit.source)}
    return keys | named | (desk.units.keys() - desk.public)


def _draft_language(
    desk: Desk, lang: str, endpoint: Endpoint, sensitive: frozenset[str], problems: Problems
) -> dict[str, int]:
    found = Problems()
    catalogue = desk.catalogue(lang, found)
    if found.errors:
        raise Stop(1, *found)
    units = wanted_units(desk.units, catalogue, sensitive)
    source_lang = str(desk.dossier.language)
    glossary = read_glossary(desk.folder, problems)
    drafter = Drafter(endpoint, source_lang, load_language(lang), glossary)
    drafts = list(make_drafts(drafter, units, problems))
    if drafts:
        _store(desk, catalogue.path, lang, drafts)
    return {"asked": len(units), "drafted": len(drafts), "sensitive": len(sensitive)}


def _store(desk: Desk, inner: str, lang: str, drafts: list[Draft]) -> None:
    path = desk.path / inner
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    text = with_drafts(old, desk.units.values(), drafts, lang, desk.dossier.id)
    hand_out(path, text.encode(), own=True)
