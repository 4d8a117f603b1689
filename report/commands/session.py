"""`report session`: the rules of bodies for what a session takes, each with source and mark."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from report.commands.opening import open_folders
from report.commands.telling import Answer, say, tell_problems
from report.dossier.profiles import read_profiles
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.model.profile import Languages, Limit, Profile, Rule, Typeface, Unit

_WIDTH = 96
_FIELDS = {
    "limits": "at most",
    "notes_count": "notes count",
    "front_counts": "names and title count",
    "languages": "languages",
    "file_type": "file",
    "paragraphs": "paragraph numbers",
    "page_numbers": "page numbers",
    "typeface": "typeface",
    "smart": "deadline, indicator",
    "parts": "must have",
    "advice": "asked for",
}


def run(options: argparse.Namespace) -> int:
    """List the profiles, show one, or make the kit; 1 where a profile of the dossier is broken."""
    if options.action == "kit":
        from report.commands.kit import make_kit  # late: loads what builds

        return make_kit(options)
    (folder,), problems = open_folders(options.dossier), Problems()
    profiles = read_profiles(folder, problems)
    actions: dict[str, Callable[[Mapping[str, Profile], str], tuple[str, Any]]] = {
        "list": _list,
        "show": _show,
    }
    text, content = actions[options.action](profiles, getattr(options, "name", ""))
    if options.json:
        said = json.loads(Answer(problems, ok=not problems.errors).as_json())
        say(json.dumps({**said, **content}, ensure_ascii=False, indent=2))
    else:
        tell_problems(problems)
        say(text)
    return 1 if problems.errors else 0


def _list(profiles: Mapping[str, Profile], _name: str) -> tuple[str, Any]:
    width = max(map(len, profiles))
    lines = []
    for profile in sorted(profiles.values(), key=lambda one: (one.edition, one.name)):
        limits = ", ".join(
            _value(rule) + ("" if rule.known else " (not verified)") for rule in profile.limits
        )
        kind = profile.edition
        lines.append(f"{profile.name:<{width}}  {kind:<10}  {limits:<24}  {profile.title}")
    return "\n".join(lines), {"profiles": [_as_json(one) for one in profiles.values()]}


def _show(profiles: Mapping[str, Profile], name: str) -> tuple[str, Any]:
    if name not in profiles:
        known = ", ".join(sorted(profiles))
        raise Stop(2, problem("unknown-profile", Place("profiles"), name=name, known=known))
    profile = profiles[name]
    return "\n".join(_lines(profile)), {"profile": _as_json(profile)}


def _lines(profile: Profile) -> Iterator[str]:
    yield profile.title
    yield f"{profile.body}; edition: {profile.edition}"
    if profile.joint:
        yield f"several organisations: {profile.joint}"
    yield f"checked against the sources: {profile.checked_on}"
    yield ""
    before = ""
    for name, rule in profile.rules():
        head = _FIELDS[name] if name != before else ""
        before = name
        text = f"{_value(rule)} [{_known(rule)}]"
        if rule.note:
            text += f" {rule.note}"
        first, *rest = textwrap.wrap(text, _WIDTH - 24, break_on_hyphens=False)
        yield f"{head:<22}  {first}"
        yield from (f"{'':<22}  {line}" for line in rest)
    yield ""
    for key, source in profile.sources.items():
        about = "; ".join(filter(None, (source.title, source.dated, source.url)))
        lines = textwrap.wrap(
            f"{key}: {about}", _WIDTH, subsequent_indent="  ", break_on_hyphens=False
        )
        yield from lines


def _known(rule: Rule[object]) -> str:
    """Say how far a rule is known: what is not verified stands out."""
    if not rule.known:
        return "NOT VERIFIED"
    words = str(rule.mark).replace("verified-old", "seen in a dated source")
    words = words.replace("partly", "partly verified")
    return f"{words}: {rule.source}" + ("; binding" if rule.binding else "")


def _value(rule: Rule[Any]) -> str:
    value = rule.value
    if isinstance(value, Limit):
        return spoken_limit(value)
    if isinstance(value, Languages):
        preferred = f"; preferred: {', '.join(value.preferred)}" if value.preferred else ""
        return ", ".join(value.accepted) + preferred
    if isinstance(value, Typeface):
        sizes = f"{value.points:g} pt, notes {value.note_points:g} pt"
        plain = "" if value.emphasis else ", no bold, italics or underlining"
        return f"{value.family} {sizes}{plain}{', justified' if value.justified else ''}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, StrEnum):
        return str(value)
    words = {"true": "yes", "false": "no", "not-verified": "not known"}
    return words.get(str(value), str(value).replace("-", " "))


def spoken_limit(limit: Limit) -> str:
    """Say a limit: 2,815 words, 1 page, 1 min 30 s."""
    if limit.unit is Unit.SECONDS:
        minutes, seconds = divmod(limit.most, 60)
        parts = [f"{minutes} min" if minutes else "", f"{seconds} s" if seconds else ""]
        return " ".join(filter(None, parts))
    unit = str(limit.unit)
    return f"{limit.most:,} {unit if limit.most != 1 else unit.removesuffix('s')}"


def _as_json(profile: Profile) -> dict[str, Any]:
    single = {"notes_count", "front_counts", "languages", "file_type", "paragraphs"}
    single |= {"page_numbers", "typeface", "smart"}
    rules: dict[str, Any] = {"limits": [], "parts": [], "advice": []}
    for name, rule in profile.rules():
        if name in single:
            rules[name] = _rule_as_json(rule)
        else:
            rules[name].append(_rule_as_json(rule))
    return {
        "name": profile.name,
        "title": str(profile.title),
        "body": str(profile.body),
        "edition": str(profile.edition),
        "joint": str(profile.joint),
        "checked_on": str(profile.checked_on),
        "sources": {key: asdict(source) for key, source in profile.sources.items()},
        **rules,
    }


def _rule_as_json(rule: Rule[Any]) -> dict[str, Any]:
    value = rule.value
    own = asdict(value) if isinstance(value, Limit | Languages | Typeface) else {"is": value}
    return {
        **own,
        "mark": str(rule.mark),
        "binding": rule.binding,
        "source": str(rule.source),
        "note": str(rule.note),
    }
