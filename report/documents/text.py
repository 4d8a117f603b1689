"""The bytes of a text file → text with paragraphs, whose offsets never move.

Offsets are Unicode code points of the extracted text: the decoded file without its byte order
mark, every line end a single newline. Knows nothing of evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from report.documents.boilerplate import boilerplate_of
from report.documents.legacy import decode_legacy
from report.model.place import Place
from report.model.problem import Problems

_WRAPPED_AT = 100  # no line of a hard-wrapped text is longer
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class ExtractedText:
    """The text of a document. `paragraphs` are (start, end) offsets, numbered from 1 in order.

    `boilerplate` has the numbers of the paragraphs that belong to the page and not to what it
    says: navigation, captions, comment forms. They stay in the text, so that offsets never move.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    boilerplate: frozenset[int] = frozenset()

    def words_of(self, number: int) -> str:
        """Return the words of the paragraph `number`, from 1."""
        start, end = self.paragraphs[number - 1]
        return self.text[start:end]


def extract_txt(
    data: bytes, path: str, problems: Problems, document_id: str
) -> ExtractedText | None:
    """Return the text of a .txt file, or None after adding why it is none."""
    if not data.strip():
        problems.add("document-empty", Place(path), document_id)
        return None
    text = _decoded(data, path, problems, document_id)
    if text is None:
        return None
    if _CONTROL.search(text):
        problems.add("document-binary", Place(path), document_id)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = paragraphs_of(text)
    return ExtractedText(text, paragraphs, boilerplate_of(text, paragraphs))


def encoding_of(data: bytes) -> str:
    """Return the name of the encoding that a text file is in, where it is not UTF-8."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        read = decode_legacy(data)
        return read[1] if read else ""
    return ""


def _decoded(data: bytes, path: str, problems: Problems, document_id: str) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = decode_legacy(data)
        if read is not None:
            return read[0].removeprefix("\ufeff")
        line = data.count(b"\n", 0, error.start) + 1
        code = "document-binary" if b"\x00" in data else "document-encoding"
        problems.add(code, Place(path, line), document_id)
        return None


def paragraphs_of(text: str) -> tuple[tuple[int, int], ...]:
    """Number the paragraphs: blocks between blank lines, or each line where lines are not wrapped.

    A text with a line over 100 characters was saved with one paragraph a line (web pages are);
    otherwise lines are taken as wrapped, and only a blank line ends a paragraph.
    """
    lines = list(re.finditer(r"[^\n]+", text))
    if any(len(line.group()) > _WRAPPED_AT for line in lines):
        pattern = r"[^\n]*\S[^\n]*"
    else:
        pattern = r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*"
    return tuple(_trimmed(match) for match in re.finditer(pattern, text))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    start = match.start() + len(words) - len(words.lstrip())
    return start, match.end() - (len(words) - len(words.rstrip()))
