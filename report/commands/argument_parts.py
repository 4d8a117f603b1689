"""Arguments that several verbs take, each said once. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_verb(verbs: Verbs, name: str, about: str) -> argparse.ArgumentParser:
    """Add a verb and return its parser; every verb may be told who is protected."""
    verb = verbs.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    verb.add_argument(
        "--protected",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="a list of protected persons beside the dossier's own (or REPORT_PROTECTED)",
    )
    verb.add_argument(
        "--identity",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="identity of age that opens an encrypted list (or REPORT_PROTECTED_IDENTITY)",
    )
    return verb


def dossier_option(verb: argparse.ArgumentParser) -> None:
    """Let `--dossier DIR` name the dossier."""
    verb.add_argument(
        "--dossier", type=Path, default=Path(), metavar="DIR", help="dossier folder (this one)"
    )


def dossier_folder(verb: argparse.ArgumentParser) -> None:
    """Let the dossier be named as the argument."""
    verb.add_argument(
        "dossier", nargs="?", type=Path, default=Path(), help="dossier folder (default: this one)"
    )


def dossier_and_documents(verb: argparse.ArgumentParser) -> None:
    """Take a dossier folder, further documents and `--json`."""
    dossier_folder(verb)
    documents_option(verb)
    verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def documents_option(verb: argparse.ArgumentParser) -> None:
    """Let `--documents DIR` name further folders of full texts."""
    verb.add_argument(
        "--documents",
        action="append",
        type=Path,
        default=[],
        metavar="DIR",
        help="further folder of full texts, matched by SHA-256; may be given again",
    )


def audience_option(verb: argparse.ArgumentParser) -> None:
    """Let `--audience trusted` ask for what is restricted too."""
    verb.add_argument(
        "--audience",
        choices=("public", "trusted"),
        default="public",
        help="for whom: trusted hands get restricted findings too, with a notice on each page",
    )


def languages_option(verb: argparse.ArgumentParser) -> None:
    """Let `-l LANG` choose languages that can be printed."""
    verb.add_argument(
        "-l",
        "--lang",
        action="append",
        type=_language,
        help="language of the brief (default: the dossier's own); may be given again",
    )


def language_option(verb: argparse.ArgumentParser) -> None:
    """Let `-l LANG` choose one language that can be printed."""
    verb.add_argument(
        "-l",
        "--lang",
        type=_language,
        help="language of the brief (default: the dossier's own)",
    )


def _language(tag: str) -> str:
    """Refuse a language that cannot be printed: it is the command that is wrong."""
    from report.model.place import Place
    from report.translation.language_data import refuse_language

    refused = refuse_language(tag, Place(""))
    if refused:
        raise argparse.ArgumentTypeError(f"{refused.message} ({refused.hint})")
    return tag


def endpoint_option(verb: argparse.ArgumentParser) -> None:
    """Let a service be named, and hosts that may see the texts."""
    verb.add_argument(
        "--endpoint", required=True, metavar="URL", help="the service: http://127.0.0.1:5000"
    )
    allow_host_option(verb)


def allow_host_option(verb: argparse.ArgumentParser) -> None:
    """Let hosts beyond this machine be named that may see the texts."""
    verb.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host other than this machine that may see the texts; may be given again",
    )
