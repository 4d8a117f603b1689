"""What a user asks to be built → the products, and the problems of those that cannot be made."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from report.commands.arguments import EDITIONS
from report.commands.manifest import Product, Variant
from report.model.dossier import Dossier
from report.model.place import read_at
from report.model.problem import Problems

Offer = Mapping[str, Sequence[str]]


def editions_asked(options: argparse.Namespace) -> tuple[str, ...] | None:
    """Return the editions that the command line names; None for all that the dossier has."""
    asked = options.edition or ["brief"]
    return None if "all" in asked else tuple(dict.fromkeys(asked))


def offer(dossier: Dossier, langs: Iterable[str]) -> dict[str, list[str]]:
    """Return the editions that a dossier has in each language: what `all` means."""
    return {lang: [one for one in EDITIONS if dossier.prints(one, lang)] for lang in langs}


def products(options: argparse.Namespace, own_lang: str, offered: Offer) -> list[Product]:
    """Return what is asked for, in the order of languages and editions."""
    asked = editions_asked(options)
    langs = dict.fromkeys(options.lang or [own_lang])
    return [
        Product(edition, str(lang), Variant.asked(options))
        for lang in langs
        for edition in (offered.get(str(lang), ()) if asked is None else asked)
    ]


def joined(dossier: Dossier, problems: Problems) -> Dossier:
    """Return the dossier with its submission under the profile for several organisations.

    Problem: joint-alone. Where the profile knows no other rules for several, it stays.
    """
    submission = dossier.submission
    if submission is None:
        return dossier  # told as no-submission where it is asked for
    if len(submission.organisations) < 2:
        problems.add("joint-alone", submission.place)
    profile = dossier.profiles.get(str(submission.profile))
    if profile is None or not profile.joint:
        return dossier
    return replace(dossier, submission=replace(submission, profile=str(profile.joint)))


def check_askable(asked: Sequence[Product], dossier: Dossier, problems: Problems) -> bool:
    """Add a problem for each product that the dossier or the body does not allow.

    Returns whether the dossier has all that is asked for, so that a draft can be made of it.

    Problems: no-submission, no-statement, language-not-accepted, language-not-preferred,
    language-not-spoken.
    """
    for product in asked:
        if product.edition == "submission":
            _submission(product.lang, dossier, problems)
        elif product.edition == "statement":
            _statement(product.lang, dossier, problems)
    named = {product.edition for product in asked}
    given = {"submission": dossier.submission, "statement": dossier.statement}
    return all(given[name] is not None for name in named & set(given))


def _submission(lang: str, dossier: Dossier, problems: Problems) -> None:
    submission = dossier.submission
    if submission is None:
        problems.add("no-submission", dossier.place)
        return
    profile = dossier.profiles.get(str(submission.profile))
    if profile is None:
        return  # told as unknown-profile
    taken = profile.languages.value
    place = read_at(submission.profile, submission.place)
    words = {"lang": lang, "profile": profile.name}
    if lang not in taken.accepted:
        accepted = ", ".join(taken.accepted)
        problems.add("language-not-accepted", place, accepted=accepted, **words)
    elif taken.preferred and lang not in taken.preferred:
        preferred = ", ".join(taken.preferred)
        problems.add("language-not-preferred", place, preferred=preferred, **words)


def _statement(lang: str, dossier: Dossier, problems: Problems) -> None:
    statement = dossier.statement
    if statement is None:
        problems.add("no-statement", dossier.place)
        return
    profile = dossier.profiles.get(str(statement.profile))
    if profile is not None and lang not in profile.languages.value.accepted:
        place = read_at(statement.profile, statement.place)
        accepted = ", ".join(profile.languages.value.accepted)
        problems.add(
            "language-not-spoken", place, lang=lang, profile=profile.name, accepted=accepted
        )
