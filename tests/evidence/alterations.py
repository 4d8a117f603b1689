"""Random changes of a quotation: those of typography alone, and those that change its words."""

import random
import re
import unicodedata

NEGATIONS = ["not", "never", "no", "without", "не", "ни", "никогда", "емес", "жоқ"]
QUALIFIERS = [
    "more than",
    "at least",
    "nearly",
    "allegedly",
    "не менее",
    "более",
    "якобы",
    "кемінде",
]
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщыьэюяәғқңөұүһі"
LOOK_ALIKES = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "а": "a", "е": "e", "о": "o"}
MARKS = "\"“”„«»‹›‘’‚'"


def typographic(rng: random.Random, text: str) -> str:
    """Set the same words in other typography."""
    for change in rng.sample(_TYPOGRAPHY, rng.randint(1, 4)):
        text = change(rng, text)
    return text


def _quotes(rng, text):
    return "".join(rng.choice(MARKS) if c in MARKS else c for c in text)


def _spaces(rng, text):
    spaces = [" ", "  ", "\n", "\u00a0", "\u202f", "\u2009", " \n ", "\t"]
    return re.sub(r"(?<![ –—-]) (?![ –—-])", lambda _: rng.choice(spaces), text)


def _hyphens(rng, text):
    return re.sub(r"(?<=\w)-(?=\w)", lambda _: rng.choice("-\u2010\u2011"), text)


def _dashes(rng, text):
    dashes = [" – ", " — ", "—", "–", " -- ", "--", " - "]
    return re.sub(r"\s*[–—]\s*", lambda _: rng.choice(dashes), text)


def _dots(rng, text):
    return re.sub(r"(?<!\.)…(?!\.)", lambda _: rng.choice(["...", ". . .", "…"]), text)


def _invisible(rng, text):
    place = _place(rng, text, r"(?<=\w)(?=\w)")  # a soft hyphen at a line end joins two words
    return text[:place] + rng.choice("\u00ad\u200b\u200d\u200c\ufeff\u2060") + text[place:]


def _decomposed(_rng, text):
    return unicodedata.normalize("NFD", text)


def _ligatures(_rng, text):
    for pair, ligature in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")):
        text = text.replace(pair, ligature)
    return text


def _line_end(rng, text):
    places = [m.start() for m in re.finditer(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", text)]
    places = [place for place in places if text[place].islower()]
    if not places:
        return text
    place = rng.choice(places)
    return text[:place] + "-\n" + text[place:]


_TYPOGRAPHY = [
    _quotes,
    _spaces,
    _hyphens,
    _dashes,
    _dots,
    _invisible,
    _decomposed,
    _ligatures,
    _line_end,
]


def altered(rng: random.Random, text: str) -> str:
    """Change one letter, digit, sign, word, negation or qualifier of `text`."""
    return rng.choice(_ALTERATIONS)(rng, text)


def _place(rng, text, pattern):
    places = [match.start() for match in re.finditer(pattern, text)]
    return rng.choice(places) if places else -1


def _letter(rng, text):
    place = _place(rng, text, r"[^\W\d_]")
    return text[:place] + rng.choice(LETTERS) + text[place + 1 :] if place >= 0 else ""


def _lost_letter(rng, text):
    place = _place(rng, text, r"\w")
    return text[:place] + text[place + 1 :] if place >= 0 else ""


def _doubled_letter(rng, text):
    place = _place(rng, text, r"\w")
    return text[:place] + text[place] + text[place:] if place >= 0 else ""


def _case(rng, text):
    place = _place(rng, text, r"[^\W\d_]")
    return text[:place] + text[place].swapcase() + text[place + 1 :] if place >= 0 else ""


def _look_alike(rng, text):
    places = [place for place, letter in enumerate(text) if letter in LOOK_ALIKES]
    if not places:
        return ""
    place = rng.choice(places)
    return text[:place] + LOOK_ALIKES[text[place]] + text[place + 1 :]


def _digit(rng, text):
    place = _place(rng, text, r"\d")
    return text[:place] + rng.choice("0123456789²½") + text[place + 1 :] if place >= 0 else ""


def _more_digits(rng, text):
    place = _place(rng, text, r"\d")
    return text[:place] + rng.choice("0123456789") + text[place:] if place >= 0 else ""


def _sign(rng, text):
    place = _place(rng, text, r"[.,;:!?()]")
    return (
        text[:place] + rng.choice(["", ",", ".", "?", "!"]) + text[place + 1 :]
        if place >= 0
        else ""
    )


def _lost_word(rng, text):
    tokens = text.split()
    del tokens[rng.randrange(1, len(tokens) - 1)]
    return " ".join(tokens)


def _swapped_words(rng, text):
    tokens = text.split()
    place = rng.randrange(len(tokens) - 1)
    tokens[place : place + 2] = tokens[place + 1], tokens[place]
    return " ".join(tokens)


def _added(words):
    def add(rng, text):
        tokens = text.split()
        tokens.insert(rng.randrange(1, len(tokens)), rng.choice(words))
        return " ".join(tokens)

    return add


def _lost(words):
    def lose(rng, text):
        found = [m for word in words for m in re.finditer(rf"(?<!\w){word} ", text)]
        if not found:
            return ""
        match = rng.choice(found)
        return text[: match.start()] + text[match.end() :]

    return lose


def _joined_words(rng, text):
    place = _place(rng, text, r"(?<=\w) (?=\w)")
    return text[:place] + rng.choice(["", "-"]) + text[place + 1 :] if place >= 0 else ""


def _plain_dots(rng, text):
    tokens = text.split()
    tokens[len(tokens) // 2] = "…"
    return " ".join(tokens)


_ALTERATIONS = [
    _letter,
    _lost_letter,
    _doubled_letter,
    _case,
    _look_alike,
    _digit,
    _more_digits,
    _sign,
    _lost_word,
    _swapped_words,
    _added(NEGATIONS),
    _added(QUALIFIERS),
    _lost(NEGATIONS),
    _lost([*QUALIFIERS, "some", "up to", "alleged"]),
    _joined_words,
    _plain_dots,
]
