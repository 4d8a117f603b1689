"""Cuts in sentences of their own: each refused, or each accepted, by the words beside the cut."""

import pytest

from report.evidence.source import Source
from report.evidence.verify import verify

WRONG_CUTS = (
    ("The U.N. did not say how many; over 1,200 fled.", "1,200 fled"),
    ("It left more than\n\n200 people dead.", "200 people dead"),
    ("It left more than (200) people dead.", "200) people dead"),
    ("It left > 200 people dead.", "200 people dead"),
    ("It left ~200 people dead.", "200 people dead"),
    ("It left upwards of 200 people dead.", "200 people dead"),
    ("It left close to 200 people dead.", "200 people dead"),
    ("It left as many as 200 people dead.", "200 people dead"),
    ("It left 200+ people dead.", "It left 200"),
    ("It left 200-odd people dead.", "It left 200"),
    ("It left 200 or so people dead.", "It left 200"),
    ("Some two dozen people died.", "two dozen people died"),
    ("Two dozen people died.", "dozen people died"),
    ("About half of the prisoners died.", "half of the prisoners died"),
    ("Over a third of prisoners died.", "a third of prisoners died"),
    ("Well over a hundred thousand fled.", "a hundred thousand fled"),
    ("Well over a hundred thousand fled.", "thousand fled"),
    ("Tens of thousands fled.", "thousands fled"),
    ("Hundreds of thousands fled.", "thousands fled"),
    ("There were 3 million refugees.", "There were 3"),
    ("He paid $5.3 million.", "3 million"),
    ("He paid $5.3 million.", "5.3 million"),
    ("He paid €500.", "500"),
    ("Ratio was 16:9 there.", "9 there"),
    ("Paragraph A/HRC/49/2 applies.", "49"),
    ("From 20 to 36 people died.", "36 people died"),
    ("20 or 30 people died.", "30 people died"),
    ("Two or three people died.", "three people died"),
    ("Between two and three hundred died.", "three hundred died"),
    ("1/3 of people died.", "3 of people died"),
    ("No one was shot at by the police in the square.", "was shot at by the police in the square"),
    ("None of the protesters in the square carried weapons.", "carried weapons"),
    ("Neither the army nor the police opened fire on civilians.", "opened fire on civilians"),
    (
        "Nobody at the ministry in Astana said that the army killed people.",
        "the army killed people",
    ),
    (
        "The ministry denied on Monday in a long letter that the army killed people.",
        "the army killed people",
    ),
    (
        "The ministry denied on Monday in a long letter that Kazakhstan killed people.",
        "Kazakhstan killed people",
    ),
    ("It is not true that the army killed people.", "the army killed people"),
    ("It is untrue that the army killed people.", "the army killed people"),
    ("He could not confirm reports that police shot at medics.", "police shot at medics"),
    ("Hardly anyone was hurt.", "anyone was hurt"),
    ("Few protesters were armed.", "protesters were armed"),
    ("The army is far from innocent.", "innocent"),
    ("The police stopped short of firing at people.", "firing at people"),
    ("Police refrained from using force.", "using force"),
    ("They were asked to refrain from shooting.", "shooting"),
    ("The alleged killers fled.", "killers fled"),
    ("The so called killers fled.", "killers fled"),
    ("The ‘so-called’ killers fled.", "killers fled"),
    ("He was accused of killing five people.", "killing five people"),
    ("The suspected killers fled.", "killers fled"),
    ("If the police shot people, it is a crime.", "the police shot people"),
    ("Unless the police shoot people, all is calm.", "the police shoot people"),
    ("It is unclear whether the police shot people.", "the police shot people"),
    ("The police might shoot people.", "shoot people"),
    ("The police might well shoot people.", "shoot people"),
    ("The police may have been shooting people.", "shooting people"),
    ("The police can’t shoot people.", "shoot people"),
    ("The police can't shoot people.", "shoot people"),
    ("The police cannot shoot people.", "shoot people"),
    ("The police can not shoot people.", "shoot people"),
    ("The non-violent protest went on.", "violent protest went on"),
    ("The non‑violent protest went on.", "violent protest went on"),
    ("The non-\nviolent protest went on.", "violent protest went on"),
    ("The unlaw\xadful protest went on.", "ful protest went on"),
    ("The un\xadlawful protest went on.", "lawful protest went on"),
    ("The un\u200blawful protest went on.", "lawful protest went on"),
    ("The résumé of 200 deaths.", "sumé of 200 deaths"),
    ("It killed 10² people.", "It killed 10"),
    ("It killed 10² people.", "It killed 102 people"),
    ("It killed 1½ people.", "It killed 1"),
    ("It killed ２00 people.", "It killed 200 people"),
    ("It killed ② people.", "It killed 2 people"),
    ("It grew ﬁve-fold, not ten-fold.", "ten-fold"),
    ("It was minus 25 degrees.", "25 degrees"),
    ("It was −25 degrees.", "25 degrees"),
    ("It rose 5 per cent.", "It rose 5"),
    ("It rose 5 %.", "It rose 5"),
    ("It rose 5%.", "It rose 5"),
    ("In 2014–2015 arrests rose.", "2015 arrests rose"),
    ("In 2014-2015 arrests rose.", "2015 arrests rose"),
    ("In 2014 – 2015 arrests rose.", "2015 arrests rose"),
    ("Arrests: 10,000.", "0,000"),
    ("Arrests: 10 000.", "10"),
    ("Arrests: 10\u202f000.", "000"),
    ("Arrests: 10'000.", "000"),
    ("Arrests: 10.000.", "000"),
    ("Protesters were not only peaceful but happy.", "only peaceful but happy"),
    ("They will not — repeat not — shoot people.", "shoot people"),
    ("They did not, as was said, shoot people.", "shoot people"),
    ("They did not (as was said) shoot people.", "shoot people"),
    ("He never said: “Shoot to kill.”", "Shoot to kill"),
    ("He never said, “Shoot to kill.”", "Shoot to kill."),
    ("He did not say “shoot to kill”.", "shoot to kill"),
    ("“No,” said Mr. Bell, “police shot them.”", "said Mr. Bell"),
    (
        "No U.N. Security Council member has asked for it.",
        "Security Council member has asked for it",
    ),
    ("No U.S. official has asked for it.", "has asked for it"),
    ("Not one of Mr. Smith’s men opened fire.", "opened fire"),
    ("They failed to protect people.", "protect people"),
    ("Their failure to protect people is known.", "protect people"),
    ("The army lacks credible evidence of a plot.", "credible evidence of a plot"),
    ("There is no credible evidence of a plot.", "credible evidence of a plot"),
    ("There is a lack of credible evidence.", "credible evidence"),
    ("In the absence of evidence he was freed.", "evidence he was freed"),
    ("The reports of torture are false.", "The reports of torture"),
    ("Torture in prisons never happened.", "Torture in prisons"),
    ("Police will open fire unless attacked.", "Police will open fire"),
    ("Police used force only in self-defence.", "Police used force"),
    ("No more than 20 people died.", "20 people died"),
    ("No more than 20 people died.", "more than 20 people died"),
    ("Not more than 20 people died.", "more than 20 people died"),
    ("Fewer than 20 people died.", "than 20 people died"),
    ("At least some 20 people died.", "some 20 people died"),
    ("At least another 20 people died.", "another 20 people died"),
    ("At the very least 20 people died.", "20 people died"),
    ("An estimated 20 people died.", "20 people died"),
    ("Up to an estimated 20 people died.", "an estimated 20 people died"),
    ("There were 20 to 30 dead.", "There were 20"),
    ("more than\u202e 200 people dead", "200 people dead"),
    ("more than \u200e200 people dead", "200 people dead"),
    ("more than \ue000 200 people dead", "200 people dead"),
    ("Погибло не менее двухсот человек.", "двухсот человек"),
    ("Погибло свыше двухсот человек.", "двухсот человек"),
    ("Погибло порядка 200 человек.", "200 человек"),
    ("Погибло приблизительно 200 человек.", "200 человек"),
    ("Погибло как минимум 200 человек.", "200 человек"),
    ("Погибло по меньшей мере 200 человек.", "200 человек"),
    ("Погибло 200 и более человек.", "Погибло 200"),
    ("Погибло от 20 до 36 человек.", "36 человек"),
    ("Погибло от 20 до 36 человек.", "20"),
    ("Погибло 20–36 человек.", "36 человек"),
    ("Погибло 5 тысяч человек.", "Погибло 5"),
    ("Погибло 5 тыс. человек.", "тыс. человек"),
    ("Войска не стреляли в людей.", "стреляли в людей"),
    ("Войска никогда не стреляли в людей.", "стреляли в людей"),
    ("Министр опроверг, что войска стреляли в людей.", "войска стреляли в людей"),
    ("Министр отрицает, что войска стреляли в людей.", "войска стреляли в людей"),
    ("Никто из солдат в тот день стрелять не стал.", "стрелять"),
    ("Без суда и следствия их посадили.", "суда и следствия их посадили"),
    ("Это якобы доказано.", "доказано"),
    ("По слухам, войска стреляли.", "войска стреляли"),
    ("Неясно, стреляли ли войска.", "войска"),
    ("Если войска стреляли, это преступление.", "войска стреляли"),
    ("Войска могли стрелять в людей.", "стрелять в людей"),
    ("Это было бы преступлением.", "преступлением"),
    ("Предполагаемые убийцы бежали.", "убийцы бежали"),
    ("Его обвинили в убийстве.", "убийстве"),
    ("Власти (Қазақстан) не применяли силу.", "применяли силу"),
    ("Қазақстан не применял силу.", "применял силу"),
    ("Нұр-Сұлтан әкімі не применял силу.", "применял силу"),
    ("Әскер адамдарға оқ атқан жоқ.", "Әскер адамдарға оқ атқан"),
    ("Әскер адамдарға оқ атқан жоқ.", "Әскер адамдарға оқ"),
    ("Әскер адамдарға оқ атпады.", "Әскер адамдарға оқ"),
    ("Әскер адамдарға оқ атқан емес.", "адамдарға оқ атқан"),
    ("Бұл айғақ емес.", "Бұл айғақ"),
    ("Айғақ жоқ.", "Айғақ"),
    ("Шамамен 200 адам қаза тапты.", "200 адам қаза тапты"),
    ("Кем дегенде 200 адам қаза тапты.", "200 адам қаза тапты"),
    ("200-ге дейін адам қаза тапты.", "200-ге"),
    ("200 шақты адам қаза тапты.", "200"),
    ("200 мың адам кетті.", "200"),
    ("Екі жүз адам қаза тапты.", "жүз адам қаза тапты"),
    ("Егер әскер оқ атса, бұл қылмыс.", "әскер оқ атса"),
    ("Әскер оқ атқан-мыс.", "Әскер оқ атқан"),
    ("Әскер оқ атқан мыс.", "Әскер оқ атқан"),
    ("Әскер оқ атқан сияқты.", "Әскер оқ атқан"),
    ("Әскер оқ атқан болуы мүмкін.", "Әскер оқ атқан"),
    ("Билік әскердің оқ атқанын жоққа шығарды.", "әскердің оқ атқанын"),
    ("Ешкім оларға оқ атқан жоқ.", "оларға оқ атқан жоқ"),
    ("20-дан 36-ға дейін адам өлді.", "36-ға дейін адам өлді"),
    ("They used non-lethal force against marchers.", "force against marchers"),
    ("They used non-lethal force against marchers.", "lethal force against marchers"),
)

RIGHT_CUTS = (
    ("He said no. Police opened fire at noon.", "Police opened fire at noon"),
    ("He did not stay. Police opened fire.", "Police opened fire"),
    ("“We do not know.” “Police opened fire,” she said.", "Police opened fire"),
    ("No. 5 was hit. The army shot him.", "The army shot him"),
    ("They did not stop at the door of the house; the army shot him.", "the army shot him"),
    (
        "No one has been charged over the killing of 200 people in Almaty.",
        "the killing of 200 people in Almaty",
    ),
    ("The office has not yet been able to visit the prisons of Almaty.", "the prisons of Almaty"),
    (
        "It is not clear who ordered it, but police shot 20 people on 5 January.",
        "police shot 20 people on 5 January",
    ),
    ("He did not come to the hearing, and the court sentenced him.", "the court sentenced him"),
    ("In May police shot him.", "police shot him"),
    ("In total, 2,600 were injured.", "2,600 were injured"),
    ("Of the 193 members, 184 voted for it.", "184 voted for it"),
    ("In 2022 200 people died.", "200 people died"),
    ("In January 2022, 200 people died.", "200 people died"),
    ("On 5 January 10,000 people marched.", "10,000 people marched"),
    ("On 5 January 100 people marched.", "100 people marched"),
    ("He arrived – 200 people were waiting.", "200 people were waiting"),
    ("There were arrests.¹ Police denied it.", "There were arrests"),
    ("There were arrests¹ in Almaty.", "There were arrests"),
    ("The government’s “shoot to kill” order stands.", "shoot to kill"),
    ("The rights—respecting path—is clear.", "respecting path"),
    ("They turned up to protest peacefully.", "to protest peacefully"),
    ("Torture is a crime under article 7.", "Torture is a crime"),
    ("The law was passed without debate. It bans protests.", "It bans protests"),
    (
        "Internal inquiries have been ineffective. The result? A climate of impunity.",
        "A climate of impunity",
    ),
    ("Не менее важно другое: власти арестовали адвокатов.", "власти арестовали адвокатов"),
    ("Он не пришёл. Полиция стреляла в людей.", "Полиция стреляла в людей"),
    (
        "Суд не признал вину, однако в тот день полиция стреляла в людей.",
        "полиция стреляла в людей",
    ),
    ("До 2015 года протестов было мало.", "2015 года протестов было мало"),
    ("Ол келген жоқ. Әскер оқ атты.", "Әскер оқ атты"),
    ("Не болғанын ешкім білмейді. Әскер оқ атты.", "Әскер оқ атты."),
    ("Алматыда 2022 жылғы қаңтарда 200 адам қаза тапты.", "200 адам қаза тапты"),
    ("Сәрсенбай мен Назарбай оқ атты, деді ол.", "оқ атты"),
    ("Полиция адамдарды қамады.", "Полиция адамдарды"),
    ("Бейбіт жиындар өткізуге рұқсат керек емес, бірақ хабарлау керек.", "бірақ хабарлау керек"),
)

WRONG_OMISSIONS = (
    (
        "The police used non-lethal force against marchers.",
        "The police used […] force against marchers",
    ),
    (
        "The court said the alleged attack on marchers failed.",
        "The court said the […] attack on marchers",
    ),
    (
        "They said they were not able to verify the lists.",
        "They said they were […] to verify the lists",
    ),
    (
        "They said the army had never fired at people there.",
        "They said the army had […] fired at people",
    ),
    (
        "The report says it left more than 200 people dead.",
        "The report says it left […] 200 people dead",
    ),
    ("The report says that about 200 people died.", "The report says that […] 200 people died"),
    (
        "The state paid them 5 million tenge in all then.",
        "The state paid them 5 […] tenge in all then",
    ),
    (
        "They will use force, but only in self-defence, on marchers.",
        "They will use force […] on marchers now",
    ),
    ("They will use force if attacked by armed people.", "They will use force […] by armed people"),
    (
        "They denied the charges, and the court freed them all.",
        "They denied the charges […] court freed them all […] x",
    ),
    (
        "Полиция заявила, что не применяла силу против людей.",
        "Полиция заявила, что […] силу против людей",
    ),
    (
        "По данным суда, якобы вооружённые люди бежали.",
        "По данным суда […] вооружённые люди бежали",
    ),
    (
        "Полиция бейбіт адамдарға қарсы қару қолданған жоқ, деді әкім кеше.",
        "Полиция бейбіт адамдарға қарсы […] деді әкім кеше",
    ),
    (
        "Полиция бейбіт адамдарға оқ атпады, деді облыс әкімі.",
        "Полиция бейбіт адамдарға […] деді облыс әкімі",
    ),
)

RIGHT_OMISSIONS = (
    (
        "The police, led by a colonel, used force against marchers.",
        "The police, led […] used force against marchers",
    ),
    (
        "We urge this Council to address, today, the dire situation.",
        "We urge this Council […] the dire situation",
    ),
    (
        "They left 200 people dead. The mayor, as was known, fled.",
        "They left 200 people dead. […] as was known, fled",
    ),
    (
        "Полиция города в тот день применяла силу против людей.",
        "Полиция города в […] применяла силу против людей",
    ),
    (
        "Полиция сол күні бейбіт адамдарға қарсы күш қолданды.",
        "Полиция сол күні […] қарсы күш қолданды",
    ),
)


@pytest.mark.parametrize(("text", "quote"), WRONG_CUTS)
def test_wrong_cuts_are_refused(text, quote):
    """What a cut leaves out beside it never turns what it keeps."""
    assert not verify(quote, Source("document", text)).accepted


@pytest.mark.parametrize(("text", "quote"), RIGHT_CUTS)
def test_right_cuts_are_accepted(text, quote):
    """A negation, doubt or bound of another sentence or clause does not stop a quotation."""
    verdict = verify(quote, Source("document", text))
    assert verdict.accepted, verdict


@pytest.mark.parametrize(("text", "quote"), WRONG_OMISSIONS)
def test_wrong_omissions_are_refused(text, quote):
    """No omission drops a negation, a doubt, a bound, part of a number or a turning word."""
    assert not verify(quote, Source("document", text)).accepted


@pytest.mark.parametrize(("text", "quote"), RIGHT_OMISSIONS)
def test_right_omissions_are_accepted(text, quote):
    """An omission that drops no word of weight is an edit that was declared."""
    assert verify(quote, Source("document", text)).kind == "edited"


def test_hidden_characters_before_a_cut_do_not_hide_a_bound():
    """Invisible or reordering characters between a bound and its number hide nothing."""
    for hidden in ("\u202e" * 3, "\u202e" * 1000, "\ue000", "\u200b" * 5000, " " * 5000):
        text = f"It is known that it left more than {hidden}200 people dead"
        assert not verify("200 people dead", Source("document", text)).accepted
