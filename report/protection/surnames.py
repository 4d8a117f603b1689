"""Which words of a name tell of the person alone, and which only beside another word of the name.

The policy: a surname alone is the person; a given name or a patronymic alone is not, unless the
list names it under `also`. Where a surname is an ordinary word (Young, Мороз) it is not looked for
alone either, and that is told; where it is a form of one (Законов), only where it is written large.
A name of one word is looked for alone; where it is an ordinary word, only where it is written
large, and that is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from report.protection.letters import ways_of, without_doubles

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_PATRONYMIC = re.compile(
    r".+(?:ович|евич|ьич|ович|овна|евна|ична|инична|ұлы|улы|қызы|кызы|оглы|ogly|oglu|"
    r"ovich|evich|ovna|evna|ichna|uly|qyzy|kyzy|kizi)"
)
_SURNAME = re.compile(
    r".+(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко|чук|щук|юк|ян|швили|дзе|"
    r"ov|ev|yev|iev|off|ova|eva|yeva|ieva|sky|ski|skiy|skii|skaya|skaia|enko|chuk|shvili|dze|yan)"
)
_KIN = frozenset(("ұлы", "улы", "қызы", "кызы", "оглы", "uly", "qyzy", "kyzy", "kizi", "ogly"))
# English words that are surnames of many; Russian ones are asked of the dictionary.
_ENGLISH = """
    baker banks barber bell best bird bishop black bloom blue bond book bridge brook brooks brown
    bush butcher butler carpenter carter case chance chase church clay cole cook cooper cross day
    dean drake driver duke early east english farmer field fields fisher fish flower forest fox
    france french frost gold golden good grace grant gray green grey hall hand hardy hart hill
    holiday holland holmes house hunt hunter joy judge justice keen king knight lake lamb lane law
    light little long lord love major march mark marsh martin mason may miles mills moon moore
    moss new noble north page paris park parks pope porter post potter power powers price prince
    queen rain read reed rice rich rivers rock rose rush sage sands savage sea sharp short singer
    skinner small snow south speed spring stable steel stern stone storm street strong summer
    summers swift taylor thorn tower towns turner wall ward waters weaver webb wells west wheeler
    white wild winter wise wolf wood woods young will bill frank"""
_ORDINARY = frozenset(_ENGLISH.split())
# Kazakh words that people are called by, as a given name or by the name of a father.
_KAZAKH = """
    азамат ай айбар айдын ақын ақыл ақиқат алма алтын асыл аспан арман ардақ арыстан аққу ағай бақ
    бақыт барыс батыр бауыр бейбіт бек береке болат бостан бұлақ бірлік гауһар гүл дала дана дария
    дәулет дәурен дос достық елші еңбек ерік еркін ерлік жайлау жан жарқын жеңіс жолдас жомарт
    жұлдыз жібек жігер қабылан қажы қайрат қайсар қалқан қарлығаш қуаныш қуат қыран күн күміс көл
    көктем
    маржан мақсат мейірім мерей меруерт молда мұрат намыс наурыз нұр орман раушан рахат самал сайран
    саят сәт сәуле сенім серік сұлтан сұңқар сүйініш талап таң темір теңіз төре тілек тұлпар үміт
    ұста халық хан шебер шолпан ынтымақ әділ әділет әлем інжу"""
_AS_RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer  # late: only a list of persons needs it

    return MorphAnalyzer(lang="ru")


_NAMES = frozenset(("Name", "Surn", "Patr"))


@lru_cache(maxsize=2_000)
def _parses(word: str) -> tuple[Any, ...]:
    """Return what the dictionary of Russian says of a word that it knows."""
    return tuple(one for one in _analyzer().parse(word) if one.is_known)


def known_forms(word: str) -> frozenset[str]:
    """Return the forms of a Russian name that the dictionary knows: Павел, Павла, Павлу."""
    return frozenset(
        str(form.word)
        for parse in _parses(word)
        if _NAMES & parse.tag.grammemes and parse.normal_form == word
        for form in parse.lexeme
        if "plur" not in form.tag.grammemes
    )


def is_ordinary(word: str) -> bool:
    """Say whether a surname is also an ordinary word, with which any text may name something else.

    Short forms of adjectives and what the dictionary only guesses do not count.
    """
    if word in _ORDINARY or _is_kazakh_word(word):
        return True
    return any(form == word for form in _ordinary_forms(word))


def is_form_of_word(word: str) -> bool:
    """Say whether a name is a form of a Russian word: Законов, of laws; Мира, of the world."""
    return any(form != word for form in _ordinary_forms(word))


def _ordinary_forms(word: str) -> list[str]:
    """Return the first forms of the Russian words, no names, that a word is a form of."""
    if not re.fullmatch("[а-яё]+", word):
        return []
    return [
        str(parse.normal_form)
        for parse in _parses(word)
        if not _NAMES & parse.tag.grammemes
        and parse.tag.POS in ("NOUN", "ADJF", "ADVB", "PRCL", "CONJ", "PREP", "VERB", "INFN")
        and not {"Geox", "Orgn", "Abbr"} & parse.tag.grammemes
        and parse.word == word
    ]


@lru_cache(maxsize=2_000)
def _is_kazakh_word(word: str) -> bool:
    """Say whether a name is one of the Kazakh words, in any alphabet and spelling."""
    plain = without_doubles(word).translate(_AS_RUSSIAN)
    if re.fullmatch("[а-яё]+", plain):
        return plain in _kazakh_words()
    return any(
        re.fullmatch("".join(f"(?:{'|'.join(one.latin)})" for one in ways_of(known)), plain)
        for known in _KAZAKH.split()
    )


@lru_cache(maxsize=1)
def _kazakh_words() -> frozenset[str]:
    return frozenset(without_doubles(one).translate(_AS_RUSSIAN) for one in _KAZAKH.split())


def lone_words(words: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the words of a name that tell of the person alone.

    Russian order puts the surname first before a patronymic, Western order last; a surname is
    known by its ending or by the dictionary, and taken to stand last where nothing tells.
    """
    if len(words) == 1:
        return (0,)
    patronymics = [n for n, word in enumerate(words) if _PATRONYMIC.fullmatch(word)]
    rest = [n for n in range(len(words)) if n not in patronymics and words[n] not in _KIN]
    if len(rest) < 2:  # Айгүл Серікқызы: what the father is called stands for a surname
        return (patronymics[-1] if patronymics else len(words) - 1,)
    return _surname(words, rest, before_patronymic=bool(patronymics) and patronymics[0] > rest[-1])


def _surname(
    words: Sequence[str], rest: Sequence[int], *, before_patronymic: bool
) -> tuple[int, ...]:
    """Return the place of the surname among the words that are no patronymic."""
    by_ending = [n for n in rest if _SURNAME.fullmatch(words[n])]
    if len(by_ending) == 1:
        return (by_ending[0],)
    if before_patronymic:
        return (rest[0],)
    by_dictionary = [n for n in rest if _only(words[n], "Surn")]
    if len(by_dictionary) == 1:
        return (by_dictionary[0],)
    given = [n for n in rest if _only(words[n], "Name")]
    if len(given) == len(rest) - 1:
        return tuple(n for n in rest if n not in given)
    return (rest[-1],)


def _only(word: str, tag: str) -> bool:
    """Say whether the dictionary knows a word as a name of this kind before all others."""
    if not re.fullmatch("[а-яё]+", word):
        return False
    names = [parse for parse in _parses(word) if _NAMES & parse.tag.grammemes]
    return bool(names) and tag in names[0].tag.grammemes
