"""The command line as a table: every verb with its arguments. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from report import __version__

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

EDITIONS = ("brief", "handout", "factsheet", "booklet", "press")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="report",
        description="Turns a dossier of findings into a brief in which every word can be checked.",
        epilog="Exit codes: 0 done; 1 the dossier has problems; 2 wrong usage; 3 rendering failed; "
        "4 output could not be written; 130 interrupted.",
    )
    top.add_argument("--version", action="version", version=f"report {__version__}")
    verbs = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        _new,
        _add,
        _check,
        _build,
        _passages,
        _references,
        _suggest,
        _translate,
        _glossary,
        _session,
        _schema,
        _verify,
        _itself,
    ):
        add(verbs)
    return top


def _check(verbs: Verbs) -> None:
    check = _verb(verbs, "check", "run all checks, build nothing")
    _dossier(check)
    _languages(check)


def _passages(verbs: Verbs) -> None:
    passages = _verb(
        verbs,
        "passages",
        "record the passages quoted, so that the dossier checks without the texts",
    )
    _dossier(passages)


def _schema(verbs: Verbs) -> None:
    schema = _verb(verbs, "schema", "print the JSON Schema of a file of the format")
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
    verify = _verb(verbs, "verify", "check a printed brief against what it carries inside")
    verify.add_argument("file", type=Path, metavar="FILE", help="a brief that was printed: .pdf")
    verify.add_argument(
        "--manifest", type=Path, metavar="FILE", help="manifest.json of its build (beside it)"
    )
    _documents(verify)
    verify.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _itself(verbs: Verbs) -> None:
    about = _verb(verbs, "about", "say what the program runs on, with versions and licences")
    about.add_argument("--json", action="store_true", help="print one JSON object for scripts")
    completion = _verb(verbs, "completion", "print the completion script of a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="for which shell")


def _new(verbs: Verbs) -> None:
    new = _verb(verbs, "new", "make a dossier that builds at once, its fields explained in it")
    new.add_argument("path", type=Path, metavar="DIR", help="folder of the new dossier")
    new.add_argument("--title", metavar="TEXT", help="title of the brief (the folder's name)")
    new.add_argument("--organisation", metavar="NAME", help="who publishes it")
    new.add_argument("--language", metavar="LANG", help="language that you write in (en)")
    new.add_argument("--session", metavar="BODY", help="the body or session that it is for")
    new.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _add(verbs: Verbs) -> None:
    add = _verb(verbs, "add", "take documents in: a record of each, the file untouched")
    add.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=".txt, .html, .pdf or .docx; or a folder of them",
    )
    _dossier_option(add)
    add.add_argument(
        "--copy",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="keep a copy in the dossier; without it the file must be found with --documents",
    )
    add.add_argument(
        "--by", default="not stated", metavar="ROLE", help="who collected it: a role, never a name"
    )
    add.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _suggest(verbs: Verbs) -> None:
    suggest = _verb(verbs, "suggest", "propose what the documents hold, with exact passages")
    suggest.add_argument("names", nargs="*", metavar="DOCUMENT", help="ids (default: all)")
    review = _verb(verbs, "review", "go through the suggestions one by one")
    accept = _verb(verbs, "accept", "take suggestions over into the findings")
    accept.add_argument("names", nargs="+", metavar="ID", help="ids of suggestions")
    accept.add_argument(
        "--as", dest="into", default="", metavar="FINDING", help="add to this finding, make none"
    )
    reject = _verb(verbs, "reject", "refuse suggestions; they are not proposed again")
    reject.add_argument("names", nargs="+", metavar="ID", help="ids of suggestions")
    reject.add_argument("--why", required=True, metavar="TEXT", help="why, for those who ask later")
    for verb in (suggest, review, accept, reject):
        _dossier_option(verb)
        _documents(verb)
    for verb in (suggest, accept, reject):
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _build(verbs: Verbs) -> None:
    build = _verb(verbs, "build", "check, then print the editions")
    _dossier(build)
    build.add_argument(
        "-e",
        "--edition",
        action="append",
        choices=(*EDITIONS, "all"),
        help="what to print (default: brief); may be given again",
    )
    _languages(build)
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
        "--draft", action="store_true", help="build in spite of problems; prints DRAFT everywhere"
    )


def _references(verbs: Verbs) -> None:
    top = _verb(verbs, "references", "exchange reference data with reference managers")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = _verb(actions, "export", "write the references of all documents")
    _dossier_folder(export)
    export.add_argument(
        "--to", default="csl", choices=("csl", "bibtex", "ris"), help="format (default: csl)"
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write")
    taken = _verb(actions, "import", "fill what records lack from a file of references")
    taken.add_argument("file", type=Path, metavar="FILE", help="a .json, .bib or .ris file")
    _dossier_option(taken)
    taken.add_argument(
        "--replace", action="store_true", help="also replace fields that a record states otherwise"
    )
    taken.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _translate(verbs: Verbs) -> None:
    top = _verb(verbs, "translate", "hand translations out, take them back, see how far they are")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = _verb(actions, "export", "write files for translators")
    _dossier_folder(export)
    export.add_argument(
        "--to", default="po", choices=("po", "xliff", "docx", "csv"), help="format (default: po)"
    )
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("build") / "translations",
        help="folder for the files (build/translations)",
    )
    taken = _verb(actions, "import", "take a returned file into the catalogue")
    taken.add_argument("file", type=Path, help="the file: .po, .xlf, .docx or .csv")
    status = _verb(actions, "status", "count the units of each language by state")
    _dossier_folder(status)
    check = _verb(actions, "check", "check the translations alone, every unit of them")
    _dossier_folder(check)
    approve = _verb(actions, "approve", "say that units are right as they are")
    approve.add_argument("key", nargs="+", help="keys of units; “summary/” names all beneath")
    approve.add_argument("--by", required=True, help="a role or initials, never a name")
    approve.add_argument("--reviewed", action="store_true", help="read over, not yet approved")
    draft = _verb(actions, "draft", "ask your own translation service for drafts")
    _dossier_folder(draft)
    _endpoint(draft)
    for verb in (taken, approve):
        _dossier_option(verb)
    for verb in (export, status, check, approve, draft):
        needed = verb in (approve, draft)
        verb.add_argument(
            "-l", "--lang", action="append", required=needed, help="language; repeatable"
        )
    for verb in (export, taken, status, check, approve, draft):
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _glossary(verbs: Verbs) -> None:
    top = _verb(verbs, "glossary", "hand out the terms that translations must use")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = _verb(actions, "export", "write the terms for other tools")
    _dossier_folder(export)
    export.add_argument("--to", default="csv", choices=("csv", "tbx"), help="format (default: csv)")
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="file (default: the terminal)"
    )
    export.add_argument("--bom", action="store_true", help="mark a CSV file for older spreadsheets")


def _session(verbs: Verbs) -> None:
    top = _verb(verbs, "session", "the rules of bodies for what a session takes")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    listed = _verb(actions, "list", "list all profiles, those of the dossier too")
    show = _verb(actions, "show", "show every rule of a profile, with its source and its mark")
    show.add_argument("name", metavar="NAME", help="name of a profile, as upr-individual")
    for verb in (listed, show):
        _dossier_option(verb)
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _endpoint(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--endpoint", required=True, metavar="URL", help="the service: http://127.0.0.1:5000"
    )
    verb.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host other than this machine that may see the texts; may be given again",
    )


def _dossier_option(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--dossier", type=Path, default=Path(), metavar="DIR", help="dossier folder (this one)"
    )


def _dossier_folder(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "dossier", nargs="?", type=Path, default=Path(), help="dossier folder (default: this one)"
    )


def _verb(verbs: Verbs, name: str, about: str) -> argparse.ArgumentParser:
    return verbs.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")


def _languages(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "-l",
        "--lang",
        action="append",
        type=_language,
        help="language of the brief (default: the dossier's own); may be given again",
    )


def _language(tag: str) -> str:
    """Refuse a language that cannot be printed: it is the command that is wrong."""
    from report.model.place import Place
    from report.translation.language_data import refuse_language

    refused = refuse_language(tag, Place(""))
    if refused:
        raise argparse.ArgumentTypeError(f"{refused.message} ({refused.hint})")
    return tag


def _dossier(verb: argparse.ArgumentParser) -> None:
    _dossier_folder(verb)
    _documents(verb)
    verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def _documents(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--documents",
        action="append",
        type=Path,
        default=[],
        metavar="DIR",
        help="further folder of full texts, matched by SHA-256; may be given again",
    )
