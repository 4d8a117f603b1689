"""Russian terms are known in every form, by a dictionary and not by likeness."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.translation.identification import identify
from report.translation.word_forms import forms_of, is_word
from report.translation.words import TermPattern, fold, languages_with_words, load_words

ROOT = Path(__file__).resolve().parent.parent.parent
RUSSIAN = load_words("ru")

# A term, and a text that says it in another form.
FORMS = [
    ("задержанные", "среди задержанных"),
    ("задержанный", "о последнем задержанном"),
    ("задержание", "после массовых задержаний"),
    ("пытки", "жертвы пыток"),
    ("пытка", "с пытками"),
    ("ребенок", "пятеро детей"),
    ("человек", "погибших людей"),
    ("право человека", "нарушения прав человека"),
    ("права человека", "в области прав человека"),
    ("силовые структуры", "сотрудникам силовых структур"),
    ("суд", "перед судом"),
    ("судебный орган", "судебными органами"),
    ("Совет по правам человека", "в Совете по правам человека"),
    ("Генеральная Ассамблея", "решением Генеральной Ассамблеи"),
    ("Европейский союз", "Европейского союза"),
    ("Специальный докладчик", "Специальному докладчику"),
    ("мирное собрание", "участие в мирных собраниях"),
    ("Закон «О мирных собраниях»", "Закона «О мирных собраниях»"),
    ("чрезвычайное положение", "при чрезвычайном положении"),
    ("внесудебная казнь", "внесудебных казней"),
    ("насильственное исчезновение", "случаи насильственных исчезновений"),
    ("независимое расследование", "независимого расследования"),
    ("свидетель", "трех свидетелей"),
    ("день", "десять дней"),
    ("огонь", "открыли огнем"),
    ("Жанаозен", "в Жанаозене"),
    ("Токаев", "с Токаевым"),
    ("Министерство внутренних дел", "Министерству внутренних дел"),
    ("применение огнестрельного оружия", "применения огнестрельного оружия"),
    ("Организация Объединенных Наций", "Организации Объединённых Наций"),
    ("убитый", "двое убитых"),
    ("раненый", "среди раненых"),
]
# What only looks like a form of the term.
UNLIKE = [
    ("арест", "арестант молчал"),
    ("задержанный", "их задержали вчера"),
    ("суд", "грузовое судно"),
    ("пытка", "он пытался"),
    ("право", "правило игры"),
    ("казнь", "казна пуста"),
    ("мирное собрание", "мирный житель"),
    ("бой", "бойкот"),
    ("человек", "человечный суд"),
]


def stands(term: str, text: str) -> bool:
    return TermPattern([term], RUSSIAN).stands_in(fold(text))


@pytest.mark.parametrize(("term", "text"), FORMS)
def test_a_term_is_known_in_every_form(term: str, text: str) -> None:
    """Cases, numbers, other stems and vowels that come and go hide no term."""
    assert stands(term, text)


def test_the_dictionary_is_needed() -> None:
    """Looked for letter by letter, few of these terms are there, and many that are not."""
    assert sum(fold(term) in fold(text) for term, text in FORMS) <= len(FORMS) / 4
    assert sum(fold(term) in fold(text) for term, text in UNLIKE) >= 2


@pytest.mark.parametrize(("term", "text"), UNLIKE)
def test_another_word_is_no_form(term: str, text: str) -> None:
    """Words that begin alike are not taken for each other."""
    assert not stands(term, text)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя-", min_size=1, max_size=30))
def test_every_word_has_itself_for_a_form(word: str) -> None:
    """Any letters at all are answered for."""
    assert forms_of(word, "ru")[0] == word
    assert is_word(word, "ru") in (True, False)


SAID = [
    ("en", "He came home in the end."),
    ("ru", "Он пришел домой."),
    ("kk", "Ол үйге келді."),
    ("fr", "Il est venu à la maison."),
    ("ru", "В итоге протест был подавлен"),
    ("kk", "арнайы баяндамашы Майна Киаи"),
]


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_a_sentence_is_known_for_its_language(lang: str, text: str) -> None:
    """Among the project's languages a short sentence is enough."""
    found, likely = identify(text, languages_with_words())
    assert found == lang
    assert likely > 0.8


LOADED = """
import sys
from report.__main__ import main
code = main(sys.argv[1:])
print([name for name in ("pymorphy3", "py3langid") if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["--help"], "[]"),
        (["translate", "status", "DOSSIER"], "[]"),
        (["translate", "check", "DOSSIER", "--lang", "kk"], "[]"),
        (["check", "DOSSIER"], "['pymorphy3']"),
    ],
)
def test_nothing_heavy_is_loaded_where_it_is_not_needed(arguments: list[str], loaded: str) -> None:
    """The dictionary is read for Russian texts alone, the identifier only where letters doubt."""
    dossier = str(ROOT / "seeds" / "kazakhstan-january-2022")
    command = [dossier if word == "DOSSIER" else word for word in arguments]
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *command], capture_output=True, text=True, check=False
    )
    last = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else ""
    assert last == loaded or (command == ["--help"] and "pymorphy3" not in done.stderr)
