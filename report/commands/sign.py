"""`report sign`: a signature behind a printed brief, which stays as it is byte for byte.

The key is read, used and forgotten: nothing of it is written, told or kept.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from report.commands.given_file import read_given_file
from report.commands.publishing import hand_out
from report.commands.telling import say
from report.commands.verify import MAX_BRIEF
from report.dossier.folder import MEBIBYTE
from report.model.place import Place
from report.model.problem import Stop, problem

if TYPE_CHECKING:
    from report.press.signing import Key

PASSPHRASE = "REPORT_KEY_PASSPHRASE"  # noqa: S105  the name of the variable
_ENCRYPTED = b"ENCRYPTED"


def run(options: argparse.Namespace) -> int:
    """Sign one file into a new one."""
    from report.press.signing import KeyUnreadable, TimestampRefused, sign_pdf

    output = options.output or options.file.with_suffix(".signed.pdf")
    if output.exists():
        raise Stop(2, problem("file-exists", Place(str(output)), path=output))
    data = read_given_file(options.file, MAX_BRIEF)
    if not data.startswith(b"%PDF-"):
        raise Stop(1, problem("not-a-brief", Place(str(options.file)), path=options.file))
    key = _key(options)
    try:
        signed = sign_pdf(data, key, options.timestamp)
    except KeyUnreadable as unreadable:
        raise Stop(1, problem("key-unreadable", Place(str(options.key)), why=unreadable)) from None
    except TimestampRefused as refused:
        place = Place(options.timestamp)
        raise Stop(1, problem("timestamp-refused", place, why=refused)) from None
    except Exception as error:  # the library breaks in many ways on a file that is damaged
        path = options.file
        raise Stop(1, problem("not-a-brief", Place(str(path)), path=path)) from error
    hand_out(output, signed)  # a certificate names somebody
    stamp = " with a timestamp" if options.timestamp else ""
    say(f"{output}: signed{stamp}; what was printed is unchanged within")
    return 0


def _key(options: argparse.Namespace) -> Key:
    from report.press.signing import Key

    if any((folder / "dossier.yaml").is_file() for folder in options.key.resolve().parents):
        raise Stop(1, problem("key-in-dossier", Place(str(options.key))))
    key = read_given_file(options.key, MEBIBYTE)
    certificates = b""
    if options.certificate:
        certificates = read_given_file(options.certificate, MEBIBYTE)
    locked = not certificates or _ENCRYPTED in key
    return Key(key, certificates, _passphrase(options.key) if locked else None)


def _passphrase(path: Path) -> bytes | None:
    """Return the passphrase from the environment or the terminal; None where there is neither."""
    given = os.environ.get(PASSPHRASE)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(f"passphrase of {path.name}: ")
    return given.encode() if given else None
