"""A text → what it says once its encodings are undone: escapes, entities, base64 and the like.

A name that a program wrote in another code is a name all the same. Covered: percent codes, HTML
entities, backslash codes (JSON, gettext, PDF, style sheets), numbers of letters, strings that a
script joins, quoted-printable, base64, hexadecimal, punycode, and UTF-8 that was read as
Windows-1251, Windows-1252 or Latin-1; each within each other, three deep.
Encrypted or compressed texts are for those who read files.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote_to_bytes

_DEPTH = 3
_MOST = 4_000_000  # characters that are decoded again

_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,30});")
_BACKSLASH = re.compile(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\([nrtfv])"
)
_BYTES = re.compile(r"(?:\\x[0-9A-Fa-f]{2}|\\[0-3][0-7]{2})+")
_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2}){2}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:[\r\n]+ ?[A-Za-z0-9+/_-]{4,})*={0,2}")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}[\s:]?){6,}(?![0-9A-Za-z])")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_OF_STYLES = re.compile(r"\\([0-9A-Fa-f]{1,6})[ \t\r\n]?")
_JOINED = re.compile(r"([\"'])[ \t\r\n]*[+.][ \t\r\n]*([\"'])")
_NUMBERS = re.compile(r"(?<![\d.])(?:\d{2,6}[ \t\r\n]*,[ \t\r\n]*){3,}\d{2,6}(?![\d.])")
_MISREAD = re.compile(r"(?:[À-ßА-Яà-ÿ\u0400-\u045f][\u0080-\u00bf\u0152-\u045f\u2010-\u2122]){3,}")


def views(text: str) -> Iterator[str]:
    """Yield the texts that `text` holds in some code, itself left out; bounded."""
    waiting, seen, left = [(text, 0)], {text}, _MOST
    while waiting:
        one, depth = waiting.pop()
        for decoded in _once(one):
            left -= len(decoded)
            if decoded in seen or left < 0:
                continue
            seen.add(decoded)
            yield decoded
            if depth + 1 < _DEPTH:
                waiting.append((decoded, depth + 1))


def _once(text: str) -> Iterator[str]:
    if "%" in text and _PERCENT.search(text):
        yield from _with_bytes(text, _PERCENT, unquote_to_bytes)
    if "&" in text and _ENTITY.search(text):
        yield html.unescape(text)
    if "\\" in text:
        yield from _of_backslashes(text)
    yield from _of_scripts(text)
    if _PRINTABLE.search(text):
        data = quopri.decodestring(text.encode("utf-8", "replace"))
        yield data.decode("utf-8", "replace")
    for pattern, decode in ((_BASE64, _of_base64), (_HEX, _of_hex)):
        for match in pattern.finditer(text):
            yield from _texts(decode(match.group()))
    if "xn--" in text.lower():
        yield _PUNYCODE.sub(_of_punycode, text)
    for encoding in ("cp1251", "cp1252", "latin-1"):
        if _MISREAD.search(text):
            yield _MISREAD.sub(partial(_reread, encoding=encoding), text)


def _of_backslashes(text: str) -> Iterator[str]:
    if _BACKSLASH.search(text):
        yield _surrogates(_BACKSLASH.sub(_character, text))
    if _OF_STYLES.search(text):
        yield _surrogates(_OF_STYLES.sub(_numbered, text))
    if _BYTES.search(text):
        yield from _with_bytes(text, _BYTES, _octets)


def _of_scripts(text: str) -> Iterator[str]:
    """Yield a text with the strings that a script joins, and the letters that it numbers."""
    if _JOINED.search(text):
        yield _JOINED.sub("", text)
    for match in _NUMBERS.finditer(text):
        yield _surrogates("".join(map(_of_number, re.findall(r"\d+", match.group()))))


def _with_bytes(
    text: str, pattern: re.Pattern[str], decode: Callable[[str], bytes]
) -> Iterator[str]:
    """Yield the text with its coded bytes read as UTF-8, and as Windows-1251 where they are not."""
    for encoding in ("utf-8", "cp1251"):
        yield pattern.sub(lambda m, e=encoding: decode(m.group()).decode(e, "replace"), text)  # type: ignore[misc]


def _character(match: re.Match[str]) -> str:
    number = match.group(1) or match.group(2) or match.group(3)
    if number is None:
        return " "
    code = int(number, 16)
    return chr(code) if code < 0x110000 else "\ufffd"


def _surrogates(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _octets(codes: str) -> bytes:
    parts = re.findall(r"\\x([0-9A-Fa-f]{2})|\\([0-3][0-7]{2})", codes)
    return bytes(int(x, 16) if x else int(octal, 8) for x, octal in parts)


def _of_base64(letters: str) -> bytes:
    packed = re.sub(r"\s", "", letters).rstrip("=").replace("-", "+").replace("_", "/")
    packed = packed[: len(packed) - (len(packed) % 4 == 1)]
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return b""


def _of_hex(letters: str) -> bytes:
    digits = re.sub(r"[\s:]", "", letters)
    return bytes.fromhex(digits)


def _texts(data: bytes) -> Iterator[str]:
    """Yield the texts that bytes may be; nothing where they are none."""
    encodings = ["utf-8"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif data.count(b"\0") * 3 > len(data) or b"\x04" in data:
        encodings += ["utf-16-le", "utf-16-be"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and sum(one.isprintable() or one.isspace() for one in text) * 10 > 9 * len(text):
            yield text


def _of_punycode(match: re.Match[str]) -> str:
    try:
        return match.group(1).encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return match.group()


def _reread(match: re.Match[str], encoding: str) -> str:
    try:
        return match.group().encode(encoding, "ignore").decode("utf-8")
    except UnicodeError:
        return match.group()


def _numbered(match: re.Match[str]) -> str:
    return _of_number(str(int(match.group(1), 16)))


def _of_number(number: str) -> str:
    code = int(number)
    return chr(code) if 0x20 <= code <= 0x10FFFF else " "
