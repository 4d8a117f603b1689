"""Invented persons, and the forms in which their names are planted in tests."""

from __future__ import annotations

from urllib.parse import quote

from report.model.person import Person
from report.model.place import Place
from report.protection.guard import Guard

LIST = """\
- id: w1
  names: [Jonathan Smithson]
  spellings: [Джонатан Смитсон]
  pseudonym: {en: Witness 1, ru: Свидетель 1, kk: 1-куәгер, fr: Témoin 1}
- id: w2
  names: [Айгерім Серікқызы Тоқсабаева]
  also: [Айкоша]
  pseudonym: {en: Witness 2, ru: Свидетель 2, kk: 2-куәгер, fr: Témoin 2}
- id: w3
  names: [Жанибек Мороз]
  pseudonym: {en: Witness 3, ru: Свидетель 3, kk: 3-куәгер, fr: Témoin 3}
- id: w4
  names: [Zhuldyz Yermukhanova]
  pseudonym: {en: Witness 4, ru: Свидетель 4, kk: 4-куәгер, fr: Témoin 4}
- id: w5
  names: [Сергей Викторович Горемыкский]
  pseudonym: {en: Witness 5, ru: Свидетель 5, kk: 5-куәгер, fr: Témoin 5}
"""


def _person(
    name: str, *names: str, also: tuple[str, ...] = (), spellings: tuple[str, ...] = ()
) -> Person:
    number = name[1:]
    pseudonym = {
        "en": f"Witness {number}",
        "ru": f"Свидетель {number}",
        "kk": f"{number}-куәгер",
        "fr": f"Témoin {number}",
    }
    return Person(name, Place("protected.yaml"), names, also, spellings, pseudonym)


PERSONS = (
    _person("w1", "Jonathan Smithson", spellings=("Джонатан Смитсон",)),
    _person("w2", "Айгерім Серікқызы Тоқсабаева", also=("Айкоша",)),
    _person("w3", "Жанибек Мороз"),
    _person("w4", "Zhuldyz Yermukhanova"),
    _person("w5", "Сергей Викторович Горемыкский"),
)
GUARD = Guard(PERSONS)

# Form by form: whose it is, what kind of form, and the words as they stand in a text.
FORMS: tuple[tuple[str, str, str], ...] = (
    ("w1", "as listed", "Jonathan Smithson"),
    ("w1", "surname alone", "Smithson"),
    ("w1", "small letters", "smithson"),
    ("w1", "capitals", "SMITHSON"),
    ("w1", "possessive", "Smithson’s"),
    ("w1", "the other order", "Smithson, Jonathan"),
    ("w1", "an initial before", "J. Smithson"),
    ("w1", "initials behind", "Smithson J.R."),
    ("w1", "a middle initial", "Jonathan R. Smithson"),
    ("w1", "spaced letters", "S m i t h s o n"),
    ("w1", "spaced capitals", "J O N A T H A N  S M I T H S O N"),
    ("w1", "a hyphen at the end of a line", "Smith-\nson"),
    ("w1", "a hyphen of a typesetter", "Smith\u2010\nson"),
    ("w1", "the end of a line", "Smith\nson"),
    ("w1", "the full name over two lines", "Jonathan\nSmithson"),
    ("w1", "a soft hyphen", "Smith\u00adson"),
    ("w1", "zero-width characters", "Smi\u200bth\u2060son"),
    ("w1", "a direction mark", "\u202eSmith\u200fson"),
    ("w1", "a Cyrillic letter", "Sm\u0456ths\u043en"),
    ("w1", "a Greek letter", "Smiths\u03bfn"),
    ("w1", "accents", "Śmīthsön"),
    ("w1", "full width", "Ｓｍｉｔｈｓｏｎ"),
    ("w1", "mathematical letters", "𝐒𝐦𝐢𝐭𝐡𝐬𝐨𝐧"),
    ("w1", "small capitals", "Sᴍɪᴛʜsᴏɴ"),
    ("w1", "a file name", "smithson_jonathan_2022.pdf"),
    ("w1", "joined letters", "interview-jonathansmithson"),
    ("w1", "camel case", "StatementJonathanSmithson2"),
    ("w1", "an address", "https://example.org/people/jonathan-smithson?id=3"),
    ("w1", "Russian", "Смитсон"),
    ("w1", "Russian, genitive", "Смитсона"),
    ("w1", "Russian, instrumental", "Джонатаном Смитсоном"),
    ("w1", "Russian, two initials", "Дж. Р. Смитсону"),
    ("w1", "Kazakh, ablative", "Смитсоннан"),
    ("w1", "percent codes", quote("Джонатан Смитсон")),
    ("w1", "entities", "".join(f"&#x{ord(one):x};" for one in "Смитсон")),
    ("w1", "base64", "SmF5LCBKb25hdGhhbiBTbWl0aHNvbiBzcG9rZQ=="),
    ("w1", "JSON codes", "\\u0421\\u043c\\u0438\\u0442\\u0441\\u043e\\u043d"),
    ("w1", "misread bytes", "Смитсон".encode().decode("cp1251", "replace")),
    ("w2", "as listed", "Айгерім Серікқызы Тоқсабаева"),
    ("w2", "genitive", "Тоқсабаеваның"),
    ("w2", "dative", "Айгерім Тоқсабаеваға"),
    ("w2", "plural, possessive, case", "Тоқсабаеваларының"),
    ("w2", "adjective of a place", "Тоқсабаевадағы"),
    ("w2", "without Kazakh letters", "Токсабаеванын"),
    ("w2", "Russian, genitive", "Токсабаевой"),
    ("w2", "Russian, an initial", "Токсабаеву А. С."),
    ("w2", "given name and patronymic", "Айгерім Серікқызына"),
    ("w2", "patronymic in two words", "Айгерім Серік қызы"),
    ("w2", "Latin, passport", "Toksabaeva"),
    ("w2", "Latin, BGN", "Toksabayeva Aygerim"),
    ("w2", "Latin, Kazakh of 2021", "Toqsabaeva Aigerım"),
    ("w2", "Latin, ISO 9", "Toķsabaeva"),
    ("w2", "Latin, declined", "Toksabaevoi"),
    ("w2", "a short form that is listed", "Айкошаға"),
    ("w2", "a short form in Latin", "Aikosha"),
    ("w3", "as listed", "Жанибек Мороз"),
    ("w3", "declined", "Жанибека Мороза"),
    ("w3", "the other order", "Мороз Жанибек"),
    ("w3", "an initial", "Мороз Ж."),
    ("w3", "Latin", "Zhanibek Moroz"),
    ("w3", "Latin, Kazakh of 2021", "Janıbek Moroz"),
    ("w4", "as listed", "Zhuldyz Yermukhanova"),
    ("w4", "another transliteration", "Ermuhanova"),
    ("w4", "Russian", "Ермухановой"),
    ("w4", "Kazakh", "Ермұханованың"),
    ("w4", "full, in Russian", "Жулдыз Ермуханова"),
    ("w5", "as listed", "Сергей Викторович Горемыкский"),
    ("w5", "genitive", "Горемыкского"),
    ("w5", "a sister's", "Горемыкской"),
    ("w5", "given name and patronymic", "Сергею Викторовичу"),
    ("w5", "Latin", "Goremykskiy"),
    ("w5", "Latin, ISO 9", "Goremykskij"),
    ("w5", "Latin, short", "S. Goremyksky"),
    ("w5", "Kazakh", "Горемыкскийдің"),
)
# What must pass: ordinary words, given names alone, other people, words that begin alike.
OTHERS = (
    "Мороз ударил в январе, морозы и морозом.",
    "Jonathan came, and so did Sergei and Айгерім.",
    "Сергей Петрович и Виктор Сергеевич; Жанибек и Керей.",
    "The smith's son, a smithy, Smithsonian collections of 2,000 coins.",
    "Тоқсан күн, тоқсанның соңы; токсины в воде; горемыка и горемычный.",
    "J.R. and S. V. were initials only; A. S. T.",
)
