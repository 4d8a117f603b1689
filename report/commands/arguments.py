"""The command line as a table: every verb with its arguments. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path

from report import __version__
from report.commands.argument_parts import (
    Verbs,
    add_verb,
    audience_option,
    documents_option,
    dossier_and_documents,
    dossier_folder,
    dossier_option,
    language_option,
    languages_option,
)
from report.commands.exchange_arguments import glossary_verb, references_verb, translate_verb
from report.commands.intake_arguments import (
    add_documents_verb,
    annotations_verb,
    describe_verb,
    new_verb,
    suggestion_verbs,
)
from report.commands.wrong_usage import Parser
from report.press.job import Conformance

EDITIONS = (
    "brief",
    "handout",
    "factsheet",
    "booklet",
    "press",
    "submission",
    "statement",
    "web",
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top: argparse.ArgumentParser = Parser(
        prog="report",
        description="Turns a dossier of findings into a brief in which every word can be checked.",
        epilog="Exit codes: 0 done; 1 the dossier has problems; 2 wrong usage; 3 rendering failed; "
        "4 output could not be written; 130 interrupted.",
    )
    top.add_argument("--version", action="version", version=f"report {__version__}")
    verbs = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        new_verb,
        add_documents_verb,
        describe_verb,
        _check,
        _build,
        _watch,
        _passages,
        references_verb,
        suggestion_verbs,
        annotations_verb,
        translate_verb,
        glossary_verb,
        _session,
        _schema,
        _verify,
        _sign,
        _diff,
        _scan,
        _itself,
    ):
        add(verbs)
    return top


def _check(verbs: Verbs) -> None:
    check = add_verb(verbs, "check", "run all checks, build nothing")
    dossier_and_documents(check)
    languages_option(check)
    audience_option(check)


def _passages(verbs: Verbs) -> None:
    passages = add_verb(
        verbs,
        "passages",
        "record the passages quoted, so that the dossier checks without the texts",
    )
    dossier_and_documents(passages)


def _schema(verbs: Verbs) -> None:
    schema = add_verb(verbs, "schema", "print the JSON Schema of a file of the format")
    schema.add_argument(
        "file",
        nargs="?",
        default="dossier",
        choices=("dossier", "findings", "document", "glossary", "profile"),
        help="which file (default: dossier)",
    )
    schema.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write all schemas into this folder"
    )


def _verify(verbs: Verbs) -> None:
    verify = add_verb(verbs, "verify", "check a printed brief against what it carries inside")
    verify.add_argument(
        "file", type=Path, metavar="FILE", help="what was built: .pdf, .html or .docx"
    )
    verify.add_argument(
        "--manifest", type=Path, metavar="FILE", help="manifest.json of its build (beside it)"
    )
    verify.add_argument(
        "--evidence",
        type=Path,
        metavar="FILE",
        help="evidence.json of a Word file, which carries none (beside it)",
    )
    verify.add_argument(
        "--trust",
        type=Path,
        metavar="FILE",
        help="certificate (PEM) of those whose signature you trust",
    )
    documents_option(verify)
    verify.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _sign(verbs: Verbs) -> None:
    sign = add_verb(verbs, "sign", "sign a printed brief, so that others see that it is yours")
    sign.add_argument("file", type=Path, metavar="FILE", help="a brief that was printed: .pdf")
    sign.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="PKCS#12, or a PEM private key"
    )
    sign.add_argument(
        "--certificate", type=Path, metavar="FILE", help="PEM certificates of a PEM key, own first"
    )
    sign.add_argument(
        "--timestamp",
        default="",
        metavar="URL",
        help="RFC 3161 server to ask for a timestamp; it learns the file's checksum, no more",
    )
    sign.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="file to write (NAME.signed.pdf)"
    )


def _diff(verbs: Verbs) -> None:
    diff = add_verb(verbs, "diff", "say what changed between two briefs that were printed")
    for name in ("old", "new"):
        about = "a printed brief (.pdf), an evidence.json, or the folder of a build"
        diff.add_argument(name, type=Path, metavar=name.upper(), help=about)
    diff.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _scan(verbs: Verbs) -> None:
    scan = add_verb(verbs, "scan", "look for protected persons in finished files of any kind")
    scan.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder of them"
    )
    dossier_option(scan)
    scan.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _itself(verbs: Verbs) -> None:
    about = add_verb(verbs, "about", "say what the program runs on, with versions and licences")
    about.add_argument("--json", action="store_true", help="print one JSON object for scripts")
    completion = add_verb(verbs, "completion", "print the completion script of a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="for which shell")


def _build(verbs: Verbs) -> None:
    build = add_verb(verbs, "build", "check, then print the editions")
    dossier_and_documents(build)
    build.add_argument(
        "-e",
        "--edition",
        action="append",
        choices=(*EDITIONS, "all"),
        help="what to print (default: brief); may be given again",
    )
    languages_option(build)
    audience_option(build)
    _building(build)
    build.add_argument(
        "--replace",
        action="store_true",
        help="print over a version that was published with other content",
    )
    build.add_argument(
        "--draft", action="store_true", help="build in spite of problems; prints DRAFT everywhere"
    )


def _building(build: argparse.ArgumentParser) -> None:
    """Take what decides how files are made, and where."""
    build.add_argument(
        "-o", "--output", type=Path, default=Path("build"), help="folder for outputs (build)"
    )
    build.add_argument(
        "--icc",
        type=Path,
        metavar="FILE",
        help="ICC profile of the print shop, for the press edition",
    )
    build.add_argument(
        "--conformance",
        choices=tuple(str(one) for one in Conformance),
        default=str(Conformance.A3A_UA1),
        help="standards of the PDFs for screens: PDF/A-3a with PDF/UA-1, or PDF/A-4f with PDF/UA-2 "
        "(default: %(default)s)",
    )
    build.add_argument(
        "--joint",
        action="store_true",
        help="a submission of all organisations that the dossier names, under the joint profile",
    )


def _watch(verbs: Verbs) -> None:
    watch = add_verb(
        verbs, "watch", "print an edition anew whenever a file changes, and show it in the browser"
    )
    dossier_folder(watch)
    documents_option(watch)
    watch.add_argument(
        "-e", "--edition", choices=EDITIONS, default="brief", help="what to print (default: brief)"
    )
    language_option(watch)
    watch.add_argument(
        "-o",
        "--output",
        type=Path,
        help="folder for outputs, as of report build (default: a private one, removed at the end)",
    )
    watch.add_argument(
        "--port", type=int, default=0, help="port of the preview on this machine (default: any)"
    )


def _session(verbs: Verbs) -> None:
    top = add_verb(verbs, "session", "the rules of bodies for what a session takes")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = add_verb(actions, "list", "list all profiles, those of the dossier too")
    show = add_verb(actions, "show", "show every rule of a profile, with its source and its mark")
    show.add_argument("name", metavar="NAME", help="name of a profile, as upr-individual")
    for verb in (listed, show):
        dossier_option(verb)
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")
    kit = add_verb(actions, "kit", "build all that a session takes into one folder and a zip")
    dossier_folder(kit)
    documents_option(kit)
    _building(kit)
