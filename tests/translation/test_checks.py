"""Checks of a translation: tables of translations that pass and of faults that are named."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.folder import MemoryFolder
from report.model.glossary import Glossary, Rendering, Term
from report.model.place import Place, Text
from report.model.problem import Problem, Problems, Severity
from report.translation.catalogue import place_of_offset, read_catalogue
from report.translation.checks import check_pair, check_translations, stock_of
from report.translation.checks.pair import Pair, quotations
from report.translation.checks.term_table import TermTable
from report.translation.units import Unit
from report.translation.words import load_words

HERE = Place("glossary.yaml")


def _term(words: str, ru: str, kk: str, **forbidden: str) -> Term:
    renderings = {
        lang: Rendering(
            (said,), "seen", True, HERE, tuple(forbidden.get(f"not_{lang}", "").split())
        )
        for lang, said in (("ru", ru), ("kk", kk))
    }
    return Term(words, HERE, renderings)


GLOSSARY = Glossary(
    (
        _term("UN Watch", "UN Watch", "UN Watch"),
        _term("detainees", "задержанные", "ұсталғандар", not_ru="преступник", not_kk="қылмыскер"),
        _term("security forces", "силовые структуры", "қауіпсіздік күштері"),
        _term("administrative arrest", "административный арест", "әкімшілік қамақ"),
        _term("arrest", "задержание", "ұстау", not_ru="арест", not_kk="тұтқындау"),
        _term("torture", "пытки", "азаптау"),
        _term("Peaceful Assemblies Act", "Закон «О мирных собраниях»", "«Жиналыстар» заңы"),
    )
)
# Words that the Kazakh texts of a dossier have anyway.
STOCK = (
    "адам құқықтары жөніндегі кеңес құқық қорғау органдары",
    "құқық болған халықаралық тергеу қауіпсіздік күштері сарапшылар",
    "көп адам ұсталған, жаңа үкімет, соның ішінде",
)


def pair(source: str, target: str, lang: str = "ru", key: str = "summary/1") -> Pair:
    english, words = load_words("en"), load_words(lang)
    text = Text(target, Place(f"translations/{lang}.po", 7, 9))
    return Pair(key, source, text, english, words, TermTable(GLOSSARY, english, words))


def said(source: str, target: str, lang: str = "ru", key: str = "summary/1") -> list[Problem]:
    one = pair(source, target, lang, key)
    return list(check_pair(one, stock_of((*STOCK, one.plain), GLOSSARY, one.words)))


def codes(source: str, target: str, lang: str = "ru", key: str = "summary/1") -> set[str]:
    return {problem.code for problem in said(source, target, lang, key)}


GOOD = [
    ("ru", "More than 160 people were killed.[@dead]", "Более 160 человек погибли[@dead]."),
    ("kk", "More than 160 people were killed.[@dead]", "160-тан астам адам қаза тапты[@dead]."),
    ("kk", "On 6 January 2022 2,500 troops came.", "2022 жылғы 6 қаңтарда 2500 әскери келді."),
    ("ru", "Twelve of them, 34.5% (2,500).", "Двенадцать из них, 34,5 % (2500)."),
    ("ru", "UN Watch spoke.", "Выступила UN Watch."),
    ("ru", "UN Watch", "UN Watch"),
    ("ru", "He said “yes”.", "Он сказал «да»."),
    ("ru", "He said “the ‘law’ is good”.", "Он сказал: «„закон“ хорош»."),
    ("kk", "He said “the ‘law’ is good”.", "Ол «“заң” жақсы» деді."),
    ("ru", "The protesters’ demands were met.", "Требования протестующих были выполнены."),
    ("ru", "He read “Why Is Kazakhstan There”.", "Он прочел «Why Is Kazakhstan There»."),
    ("ru", "The Peaceful Assemblies Act is new.", "Закон «О мирных собраниях» нов."),
    ("ru", "**The dead.** They *all*.", "**Погибшие.** *Все* они."),
    ("ru", "article 21 (2)", "пункт 2 статьи 21"),
    ("kk", "Article 21", "21-бап"),
    ("ru", "See [the text](https://example.org/a).", "См. [текст](https://example.org/a)."),
    ("ru", "“[T]he names” are not known.", "«Имена» неизвестны."),
    ("ru", "- one of them\n- two", "- один из них\n- два"),
    ("ru", "XIV session", "XIV сессия"),
    ("ru", "He has not come.", "Он не пришел."),
    ("ru", "Nobody has come.", "Никто не пришел."),
    ("kk", "Nobody has come.", "Ешкім келген жоқ."),
    ("ru", "He not only came.", "Он пришел, и не только он."),
    ("ru", "days of administrative arrest", "сутки административного ареста"),
    ("ru", "the security forces", "силовым структурам"),
    ("ru", "victims of torture", "жертвы пыток"),
    ("kk", "the security forces", "қауіпсіздік күштерінің"),
    ("kk", "human rights", "адам құқықтары"),
    ("kk", "the rights of a body", "құқық қорғау органының құқығына"),
    ("ru", "north-west", "северо-запад"),
    ("kk", "the rights of the UN", "БҰҰ-ның құқықтары"),
    ("fr", "He said “yes”; it is law.", "Il a dit « oui » ; c’est la loi."),
    ("fr", "They came from the city in the end.", "Ils sont venus de la ville pour finir."),
    ("ru", "It was a matter of minutes.", "Это были считаные минуты."),
    ("ru", "The case of Bachelet and Tokayev", "Дело Бачелет и Токаева"),
    ("ru", "in the north-west of Mangystau", "на северо-западе Мангистау"),
    ("kk", "the Special Rapporteur Maina Kiai", "арнайы баяндамашы Майна Киаи"),
    ("kk", "2,000 people were held.", "2000 адам ұсталған."),
    ("kk", "More than 10,000 at 25.5", "10 000-нан астам 25,5-те"),
    ("kk", "No one asked.", "Ешкім сұраған жоқ."),
]

BAD = [
    ("marks-differ", "ru", "They died.[@dead]", "Они погибли."),
    ("marks-differ", "ru", "They died.[@dead]", "Они погибли[@injured]."),
    ("marks-differ", "ru", "They died.[@dead]", "Они погибли[@dead][@dead]."),
    ("marks-differ", "ru", "They died.[@dead, para. 5]", "Они погибли[@dead, para. 6]."),
    ("marks-differ", "ru", "They died.[@dead]", "Они погибли[@dead] [@ injured]."),
    ("link-differs", "ru", "See [it](https://a.org/1).", "См. [это](https://a.org/2)."),
    ("numbers-differ", "ru", "160 people died.", "Погибли 166 человек."),
    ("numbers-differ", "ru", "160 people died.", "Погибли люди."),
    ("numbers-differ", "ru", "People died.", "Погибли 160 человек."),
    ("numbers-differ", "ru", "More than 160 people died.", "Погибли 160 человек."),
    ("numbers-differ", "kk", "More than 160 people died.", "160 адам қаза тапты."),
    ("numbers-differ", "ru", "Twelve died.", "Погибли одиннадцать."),
    ("numbers-differ", "ru", "On 6 January 2022.", "6 февраля 2022 года."),
    ("numbers-differ", "kk", "On 6 January 2022.", "2022 жылғы 7 қаңтарда."),
    ("numbers-differ", "ru", "34.5%", "3,45 %"),
    ("numbers-differ", "ru", "article 21 (2)", "пункт 3 статьи 21"),
    ("quotations-differ", "ru", "He said “yes”.", "Он сказал: да."),
    ("quotations-differ", "ru", "He said “yes”.", "Он сказал: «да."),
    ("quotations-differ", "ru", "He said yes.", "Он сказал «да»."),
    ("quotations-differ", "ru", "He said “the ‘law’”.", "Он сказал: «закон»."),
    ("brackets-differ", "ru", "One (of two).", "Один (из двух."),
    ("brackets-differ", "ru", "One [of two].", "Один из двух]."),
    ("brackets-differ", "ru", "“One […] two”", "«Один два»"),
    ("brackets-count", "ru", "One (of those who came).", "Один из тех, кто пришел."),
    ("emphasis-differs", "ru", "**The dead.** They.", "Погибшие. Они."),
    ("emphasis-differs", "ru", "**The dead.** They.", "*Погибшие.* Они."),
    ("list-differs", "ru", "- one of them\n- two", "- один из них, два"),
    ("wrong-script", "ru", "The protesters came.", "Пришли protesters."),
    ("wrong-script", "ru", "He spoke of peace here.", "He spoke of peace here, сказал он."),
    ("wrong-script", "ru", "They said “shoot to kill”.", "Они сказали «shoot to kill»."),
    ("wrong-script", "ru", "Protest in the city", "Наразылық қалада"),
    (
        "wrong-script",
        "kk",
        "The protest was met with force in the end.",
        "В итоге протест был подавлен.",
    ),
    ("wrong-script", "ru", "A thing of his.", "Его ђаволска вещь."),
    ("look-alike", "ru", "Protest in the city", "Прoтест в городе"),
    ("look-alike", "ru", "Protest in the city", "Протест c города"),
    ("look-alike", "kk", "Rights of people", "Адам құқықтары мен iс"),
    ("look-alike", "ru", "10 people", "1О человек"),
    ("kazakh-letter", "kk", "the right", "кұқық"),
    ("kazakh-letter", "kk", "an inquiry", "халықаралык тергеу"),
    ("kazakh-letter", "kk", "it was", "болган"),
    ("kazakh-letter", "kk", "by the new", "жана үкіметтің"),
    ("misspelt", "kk", "an inquiry", "халықарлаық тергеу"),
    ("misspelt", "ru", "The protests", "Пртоесты"),
    ("misspelt", "ru", "many protests", "многочислленные протесты"),
    ("misspelt", "ru", "by the Special Rapporteur Kiai", "о Спцеиальном докладчике Киаи"),
    ("wrong-script", "kk", "He came home.", "Ол келді. Он пришел домой."),
    ("wrong-script", "fr", "They came from the city.", "Ils came from the city."),
    ("wrong-script", "fr", "They came. They were not many.", "Ils sont venus. They were not many."),
    ("numbers-differ", "kk", "more than 2,000 arrests", "2000 ұстау оқиғасы"),
    ("kazakh-letter", "kk", "the right", "кукык"),
    ("numeral-suffix", "kk", "More than 10,000 at 25.5", "10 000-ден астам 25,5-та"),
    ("numeral-suffix", "kk", "more than 2,000 people", "2000-дан астам адам"),
    ("negation-lost", "kk", "No one or nobody came.", "Ешкім немесе ешбір адам келді."),
    ("negation-lost", "ru", "Nobody has come.", "Никто пришел."),
    ("same-as-source", "ru", "The dead and the injured", "The dead and the injured"),
    ("same-as-source", "ru", "Almaty", "Almaty"),
    ("forbidden-term", "ru", "the detainees", "задержанные преступники"),
    ("forbidden-term", "kk", "the detainees", "ұсталғандар, қылмыскерлер"),
    ("forbidden-term", "ru", "an arrest", "задержание и арест"),
    ("glossary-term", "ru", "the security forces", "силы безопасности"),
    ("glossary-term", "kk", "the security forces", "әскерлер"),
    ("negation-lost", "ru", "He has not come.", "Он пришел."),
    ("negation-lost", "ru", "No member asked.", "Ни один член просил."),
    ("negation-lost", "kk", "He has not come.", "Ол келді."),
    ("quotation-marks", "ru", "He said “yes”.", "Он сказал “да”."),
    ("quotation-marks", "ru", "He said “yes”.", 'Он сказал "да".'),
    ("quotation-marks", "kk", "He said “yes”.", "Ол „иә“ деді."),
    ("typed-dash", "ru", "The law is good", "Закон - хорош"),
    ("doubled-word", "ru", "The law is good", "Закон закон хорош"),
    ("spacing", "ru", "The law is good", "Закон  хорош"),
    ("spacing", "ru", "The law, is good", "Закон ,хорош"),
    ("spacing", "ru", "The law is good; so", "Закон хорош ; так"),
    ("spacing", "fr", "The law, the law", "La loi , la loi"),
    (
        "length-differs",
        "ru",
        "The documents describe what force was used against protesters in the city.",
        "Применялась сила.",
    ),
    (
        "ending-differs",
        "ru",
        "The documents describe what force was used against protesters in the city.",
        "В документах описано, какая сила применялась против протестующих в",
    ),
]


@pytest.mark.parametrize(("lang", "source", "target"), GOOD)
def test_a_good_translation_passes(lang: str, source: str, target: str) -> None:
    """Nothing is said of a right translation, whatever its language does with marks."""
    assert [str(problem) for problem in said(source, target, lang)] == []


@pytest.mark.parametrize(("code", "lang", "source", "target"), BAD)
def test_a_fault_is_named(code: str, lang: str, source: str, target: str) -> None:
    """Each fault gets its own code."""
    assert code in codes(source, target, lang)


def test_the_severity_of_each_code_is_that_of_the_contract() -> None:
    """What alters a fact is an error; what is a matter of style or doubt is a warning."""
    warnings = {
        *("glossary-term", "quotation-marks", "typed-dash", "length-differs", "doubled-word"),
        *("spacing", "brackets-count", "ending-differs", "negation-lost", "misspelt"),
        "numeral-suffix",
    }
    for code, lang, source, target in BAD:
        found = next(problem for problem in said(source, target, lang) if problem.code == code)
        assert (found.severity is Severity.WARNING) == (code in warnings), code


def test_quoted_words_of_a_note_stay_as_the_document_prints_them() -> None:
    """A note may cite the printed words of a document; a text of the brief may not."""
    source, target = "It prints “disburse” for disperse.", "Напечатано «disburse» вместо disperse."
    assert codes(source, target, key="documents/a/note") == set()
    assert "wrong-script" in codes(source, target, key="summary/1")


def test_forbidden_words_may_be_quoted() -> None:
    """Inside quotation marks the words are the speaker's."""
    assert codes("“the criminals” came", "пришли «преступники»") == set()


CATALOGUE = """\
msgid ""
msgstr ""
"Language: ru\\n"

msgctxt "title"
msgid "The dead"
msgstr "Погибшие"

#, fuzzy
msgctxt "summary/1"
msgid "He said “yes” to 160 people."
msgstr ""
"Он сказал \\"да\\" "
"166 людям."

msgctxt "findings/a/heading"
msgid "Twelve died"
msgstr "Погибли 11"

msgctxt "subtitle"
msgid "An older text of 7"
msgstr "Старый текст из 8"
"""


def _checked(*, whole: bool) -> tuple[int, Problems]:
    sources = {
        "title": "The dead",
        "subtitle": "A newer text of 7",
        "summary/1": "He said “yes” to 160 people.",
        "findings/a/heading": "Twelve died",
        "findings/b/heading": "Not translated",
    }
    units = {key: Unit(key, text, text, Place("dossier.yaml")) for key, text in sources.items()}
    problems = Problems()
    folder = MemoryFolder({"translations/ru.po": CATALOGUE})
    catalogue = read_catalogue(folder, "ru", units, problems)
    assert not problems.errors
    count = check_translations(catalogue, units, GLOSSARY, whole=whole, problems=problems)
    return count, problems


def test_a_problem_stands_at_its_word_in_the_catalogue() -> None:
    """Line and column are those of the number itself, behind escapes and line ends."""
    _, problems = _checked(whole=True)
    found = {(p.code, str(p.place)) for p in problems if p.code == "numbers-differ"}
    assert ("numbers-differ", "translations/ru.po:14:2") in found
    assert ("numbers-differ", "translations/ru.po:18:17") in found
    marks = next(p for p in problems if p.code == "quotation-marks")
    assert str(marks.place) == "translations/ru.po:13:12"
    assert marks.subject == "summary/1"


def test_units_that_are_not_printed_only_warn() -> None:
    """A fault of a unit that no brief prints does not stop the build."""
    _, whole = _checked(whole=True)
    _, summary = _checked(whole=False)
    severities = [
        {p.severity for p in problems if p.subject == "findings/a/heading"}
        for problems in (whole, summary)
    ]
    assert severities[0] == {Severity.ERROR}
    assert severities[1] == {Severity.WARNING}


def test_stale_and_missing_translations_are_left_to_the_states() -> None:
    """What is stale is not compared with a source that it was not made for; counted are three."""
    count, problems = _checked(whole=True)
    assert count == 3
    assert not [p for p in problems if p.subject == "subtitle"]


@given(st.text(alphabet='аб \\"«»\n[]@1(*', max_size=60))
def test_no_text_breaks_a_check(target: str) -> None:
    """Checks answer for any translation, and every place lies inside the catalogue."""
    one = pair("He said “yes” to 160 (of 200) people.[@dead]", target.strip() or "а")
    for problem in check_pair(one, stock_of((one.plain,), GLOSSARY, one.words)):
        assert problem.place.path == "translations/ru.po"


@given(st.text(alphabet='абв \\"\n\t', max_size=40))
def test_every_character_is_found_again_in_the_file(text: str) -> None:
    """The place of an offset is where that very character was written."""
    target = text.strip()
    if not target:
        return
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    lines = [f'"{part}\\n"' for part in escaped.split("\n")[:-1]] + [
        f'"{escaped.split(chr(10))[-1]}"'
    ]
    po = 'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "x"\nmsgstr ' + "\n".join(lines) + "\n"
    problems = Problems()
    units = {"a": Unit("a", "x", "x", Place("d"))}
    folder = MemoryFolder({"translations/ru.po": po})
    read = read_catalogue(folder, "ru", units, problems).translations["a"].target
    assert read == target
    written = {"\n": "\\", "\t": "\\", '"': "\\", "\\": "\\"}
    rows = po.split("\n")
    for offset, sign in enumerate(read):
        place = place_of_offset(read, offset)
        assert rows[place.line - 1][place.column - 1] == written.get(sign, sign)


def test_inner_quotations_count() -> None:
    """A quotation inside another one is a quotation of its own."""
    assert len(quotations("«один „два“ три» и «четыре»")) == 3


@pytest.mark.parametrize(
    "target",
    [
        *("«" * 15_000 + "»" * 15_000, "“‘" * 15_000, "(" * 30_000, "[@" * 15_000),
        *("у" * 39_000, "не" * 15_000, "құқық " * 6_000, "1" * 39_000, "1 2 " * 9_000),
        *("«a» " * 9_000, "*_" * 15_000, "[a](https://b " * 2_500, "a@" * 15_000, "— -- " * 7_000),
        *("\u0301" * 39_000, "İ" * 39_000, "- " * 19_000, "а" * 500_000),
    ],
    ids=lambda target: f"{target[:6]}×{len(target)}",
)
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_no_text_makes_a_check_slow(lang: str, target: str) -> None:
    """The time grows with the length of a text, whatever it repeats."""
    one = pair("He said “yes” to 160 (of 200) people.[@dead]", target, lang)
    start = time.process_time()
    assert list(check_pair(one, stock_of((one.plain,), GLOSSARY, one.words)))
    assert time.process_time() - start < 3
