"""A quotation as written → the parts that must stand in the document, and the edits it declares.

Declared edits: `[…]` leaves words out, `[t]he` changes the case, `[sic]` and `[a few words]` add.
A document may hold brackets of its own, so each edit also matches as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from report.evidence import turning_words as words
from report.evidence.boundaries import TOKEN
from report.evidence.characters import is_word
from report.evidence.cuts import lower_words
from report.evidence.fold import ELLIPSIS, HYPHEN, Folded, fold
from report.evidence.turning_words import phrases

MAX_OMISSIONS = 3
MIN_PART_WORDS = 3
MAX_INSERTION_WORDS = 6
MAX_INSERTION_LENGTH = 60
MAX_EDITED_LENGTH = 20_000  # longer texts are quoted as they stand or not at all
MAX_EDITS = 12

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_SIC = frozenset({"sic", "sic!", "так в тексте", "так в оригинале", "так!", "осылай"})
_LETTER_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?: )?(?=[^\W\d_])")
_UNFIT = (
    words.NEGATIONS,
    words.NEAR_NEGATIONS,
    words.NEGATIONS_BEHIND,
    words.CONDITIONS,
    words.DOUBTS,
    words.MODALS,
    words.DOUBTS_BEHIND,
    words.TURNS,
    words.NUMBER_QUALIFIERS,
    words.NUMBER_QUALIFIERS_BEHIND,
    words.NUMBER_WORDS,
    words.SCALES,
)


@dataclass(frozen=True)
class Part:
    """Words that stand together in the document; `pattern` and `loose` are regular expressions.

    `loose` lets go of hyphens, each in a group of its own: the caller allows that only where a
    line end of the document had split the word.
    """

    text: str
    pattern: str
    loose: str
    words: int


@dataclass(frozen=True)
class Quotation:
    """A folded quotation, its parts between omissions, and what is wrong with its edits, if so.

    Without parts it can only stand as written.
    """

    folded: Folded
    text: str
    parts: tuple[Part, ...]
    omissions: int
    wrong_omission: str
    wrong_insertion: str

    @property
    def edited(self) -> bool:
        """Whether the quotation holds anything that may be an edit."""
        return self.omissions > 0 or "[" in self.text

    @cached_property
    def hyphenated(self) -> bool:
        """Whether hyphens or line ends within words may differ from those of a document."""
        return bool(self.folded.breaks) or bool(_LETTER_HYPHEN.search(self.text))


@lru_cache(maxsize=4096)
def parse_quotation(text: str) -> Quotation:
    """Read the declared edits of a quotation. Linear in its length; never fails."""
    folded = fold(text)
    start = len(folded.text) - len(folded.text.lstrip())
    needle = folded.text.strip()
    breaks = frozenset(place - start for place in folded.breaks)
    folded = Folded(needle, (), breaks)
    if len(needle) > MAX_EDITED_LENGTH:
        return Quotation(folded, needle, (), 0, "", "")
    if needle.count("[") > MAX_EDITS:
        return Quotation(folded, needle, (), 0, "", f"{needle.count('[')} brackets")
    return _parsed(folded)


def _parsed(folded: Folded) -> Quotation:
    needle = folded.text
    stretches, begin, omissions = [], 0, 0
    for bracket in _BRACKETS.finditer(needle):
        if bracket[1].strip() == ELLIPSIS:
            stretches.append((begin, bracket.start()))
            begin = bracket.end()
            omissions += 1
    stretches.append((begin, len(needle)))
    builders = [_PartBuilder(folded, *stretch) for stretch in stretches]
    parts = tuple(builder.part() for builder in builders if builder.text)
    unfit = next((bracket for builder in builders for bracket in builder.unfit), "")
    wrong = ""
    if omissions > MAX_OMISSIONS:
        wrong = f"{omissions} omissions"
    elif omissions:
        wrong = next((part.text for part in parts if part.words < MIN_PART_WORDS), "")
    return Quotation(folded, needle, parts, omissions, wrong, unfit)


class _PartBuilder:
    """Builds the expressions for one stretch of the quotation, bracket by bracket."""

    def __init__(self, folded: Folded, start: int, end: int) -> None:
        whole = folded.text[start:end]
        start += len(whole) - len(whole.lstrip())
        self.text = whole.strip()
        self.breaks = {place - start for place in folded.breaks}
        self.unfit: list[str] = []
        self.strict: list[str] = []
        self.loose: list[str] = []
        self.counted = ""

    def part(self) -> Part:
        """Return the part with its expressions."""
        begin = 0
        for bracket in _BRACKETS.finditer(self.text):
            edit, taken = self._edit(bracket)
            if edit:
                self._literal(begin, bracket.start() - (taken < 0))
                self.strict.append(edit)
                self.loose.append(edit)
                begin = bracket.end() + (taken > 0)
        self._literal(begin, len(self.text))
        count = len(TOKEN.findall(self.counted))
        return Part(self.text, "".join(self.strict), "".join(self.loose), count)

    def _literal(self, start: int, end: int) -> None:
        if end <= start:
            return
        text = self.text[start:end]
        self.counted += text
        self.strict.append(re.escape(text))
        cut = 0
        hyphens = {m.start(): m.end() for m in _LETTER_HYPHEN.finditer(text)}
        broken = {
            place - start: place - start for place in self.breaks if 0 < place - start < len(text)
        }
        for place, after in sorted((hyphens | broken).items()):
            self.loose.append(re.escape(text[cut:place]))
            written = re.escape(text[place:after])
            self.loose.append(f"({written}|)" if written else f"(?:{HYPHEN} ?)?")
            cut = after
        self.loose.append(re.escape(text[cut:]))

    def _edit(self, bracket: re.Match[str]) -> tuple[str, int]:
        """Return the expression for a bracket, and the side (-1, 0, 1) of the space it takes.

        Nothing where the bracket can only stand literally in the document.
        """
        inside = bracket[1]
        literal = re.escape(bracket[0])
        before = self.text[bracket.start() - 1 : bracket.start()]
        behind = self.text[bracket.end() : bracket.end() + 1]
        if inside.strip().lower() in _SIC:
            return (f"(?: {literal})?", -1) if before == " " else (f"(?:{literal})?", 0)
        attached = _adjoins(before) or _adjoins(behind)
        if len(inside) == 1 and inside.isalpha() and not _adjoins(before):
            self.counted += inside
            return f"(?:{literal}|{_either_case(inside)})", 0
        if attached or not is_fit_insertion(inside):
            self.unfit.append(bracket[0])
            return "", 0
        if before == " ":
            return f"(?: {literal})?", -1
        return (f"(?:{literal} )?", 1) if behind == " " else (f"(?:{literal})?", 0)


def is_fit_insertion(inside: str) -> bool:
    """Whether words may be added in brackets: few, no number, nothing that turns the meaning."""
    tokens = lower_words(inside)
    if not tokens or len(tokens) > MAX_INSERTION_WORDS or len(inside) > MAX_INSERTION_LENGTH:
        return False
    if any(character.isnumeric() or character in "%‰<>~≈" for character in inside):
        return False
    if any(words.KAZAKH_NEGATIVE_VERB.match(token) for token in tokens):
        return False
    return not phrases(*_UNFIT).search(" ".join(tokens))


def _adjoins(character: str) -> bool:
    return bool(character) and (is_word(character) or character == HYPHEN)


def _either_case(letter: str) -> str:
    other = letter.swapcase()
    return f"[{letter}{other}]" if len(other) == 1 else letter
