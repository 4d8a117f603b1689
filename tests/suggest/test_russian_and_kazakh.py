"""Single rules in Russian and Kazakh: who speaks, what is a name in marks, what is counted."""

from __future__ import annotations

import pytest
from drawer import Drawer

from report.suggest import morphology
from report.suggest.names_in_cases import plain, same_name
from report.suggest.words import words_of

RUSSIAN = [
    ("«Людей били уже потом», — сказала врач Анна Берг.", "Анна Берг"),
    ("Министр Иван Орлов заявил: «Порядок в городе восстановлен».", "Иван Орлов"),
    ("«Порядок в городе восстановлен», — сообщили в МВД.", "МВД"),
    ("В МВД утверждают, что «порядок в городе восстановлен».", "МВД"),
    ("По словам врача Анны Берг, «мест в палатах не осталось».", "Анна Берг"),
    ("«Мест нет, — вспоминает врач Анна Берг. — Совсем нет мест».", "Анна Берг"),
    ("«Мы требуем открыть архив», — говорится в обращении Совета.", "обращение Совета"),
    ("Проект «Надзор» сообщил: «Задержаны все участники пикета».", "Проект «Надзор»"),
    ("— Мы ждали его всю ночь, — рассказала Анна Берг.", "Анна Берг"),
    ("Врач Анна Берг ушла. «Мест в палатах не осталось», — добавил он.", None),
    ("Задержан редактор газеты «Северный вестник».", None),
    ("Министр не говорил, что «площадь надо очистить сегодня».", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), RUSSIAN)
def test_who_is_quoted_in_russian(drawn: Drawer, text: str, speaker: str | None) -> None:
    """The speaker stands in the plain case; a name in marks is no quotation."""
    found = {one.fields["attributed_to"] for one in drawn(text, "quotation", language="ru")}
    assert found == ({speaker} if speaker else set())


KAZAKH = [
    ("«Бізге себебін ешкім айтпады», – деді белсенді Айгүл Серік.", "Айгүл Серік"),
    ("«Заң аясында әрекет еттік» деп мәлімдеді қала прокуратурасы.", "қала прокуратурасы"),
    ("Министр Асқар Темір бұл оқиғаны «елге жасалған шабуыл» деп атады.", "Асқар Темір"),
    ("– Ұлымды көре алмай жүрмін, – деді тұрғын Роза Әлиева.", "Роза Әлиева"),
    ("Оны «Дала үні» газетінің редакторы ұстап алды.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), KAZAKH)
def test_who_is_quoted_in_kazakh(drawn: Drawer, text: str, speaker: str | None) -> None:
    """Who speaks opens the sentence or follows the quotation."""
    found = {one.fields["attributed_to"] for one in drawn(text, "quotation", language="kk")}
    assert found == ({speaker} if speaker else set())


COUNTED = [
    ("ru", "Задержаны 43 человека. Об этом сообщает проект «Надзор».", "43", "проект «Надзор»"),
    ("ru", "По его словам, ранены 12 горняков.", "", ""),
    ("ru", "На полторы тысячи жителей приходится один врач.", "1500", "The Paper"),
    ("ru", "Объявлен трёхдневный траур.", "", ""),
    ("kk", "25 адам ұсталды. Бұл туралы адвокат Ерлан Сапаров хабарлады.", "25", "Ерлан Сапаров"),
    ("kk", "Қалалық соттың мәліметінше, 14 адам қамалған.", "14", "Қалалық сот"),
    ("kk", "Жиынға 300-ден астам адам қатысты.", "300", "The Paper"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value", "who"), COUNTED)
def test_who_counts(drawn: Drawer, language: str, text: str, value: str, who: str) -> None:
    """A figure is of whom its sentence, or the one behind it, names; else of the document."""
    fields = [one.fields for one in drawn(text, "figure", language=language)]
    found = [(f["value"], f["attributed_to"]) for f in fields]
    assert found == ([(value, who)] if value else [])


DATES = [
    ("ru", "В четверг полиция задержала 5 человек.", "2022-01-06"),
    ("ru", "Вчера полиция задержала 5 человек.", "2022-01-05"),
    ("ru", "Три дня назад полиция задержала 5 человек.", "2022-01-03"),
    ("kk", "Бейсенбі күні полиция 5 адам ұстады.", "2022-01-06"),
    ("kk", "Кеше полиция 5 адам ұстады.", "2022-01-05"),
]


@pytest.mark.parametrize(("language", "text", "when"), DATES)
def test_days_are_counted_from_the_document(
    drawn: Drawer, language: str, text: str, when: str
) -> None:
    """A day told by its name or by its distance says what it was counted from."""
    fields = drawn(text, "figure", language=language)[-1].fields
    assert fields["when"] == when
    assert "counted from 2022-01-06" in fields["when_basis"]


@pytest.mark.parametrize(
    ("said", "nominative"),
    [
        ("адвоката Сергея Кима", "адвокат Сергей Ким"),
        ("Марины Юдиной", "Марина Юдина"),
        ("Виталия Сомова", "Виталий Сомов"),
        ("министерства внутренних дел", "министерство внутренних дел"),
        ("очевидцев", "очевидцы"),
        ("МВД", "МВД"),
    ],
)
def test_a_speaker_is_put_into_the_nominative(said: str, nominative: str) -> None:
    """«По словам адвоката Сергея Кима» is said by «адвокат Сергей Ким»."""
    assert morphology.nominative(said) == nominative


def test_a_name_in_a_case_is_the_same_name() -> None:
    """Осиповой is Осипова; Осипенко is somebody else."""
    russian, kazakh = words_of("ru"), words_of("kk")
    assert same_name("Осипова", "Осиповой", russian)
    assert not same_name("Осипова", "Осипенко", russian)
    assert same_name("Ахметова", "Ахметованың", kazakh)
    assert not same_name("Ахметова", "Ахметжанова", kazakh)
    assert plain("Дина Ахметованың", kazakh) == "Дина Ахметова"
