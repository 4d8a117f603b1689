"""The words that turn what stands beside them: negations, doubts, qualifiers of number.

Data only, in English, Russian and Kazakh; `phrases` makes a pattern of a list. Phrases are parted
by commas; `*` stands for any ending. Letters are lower case and apostrophes straight, as the fold
leaves them.
"""

from __future__ import annotations

import re
from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Negations reach up to four words on, and further to a predicate of the same clause.
NEGATIONS = """
no, not, never, none, nobody, nothing, nowhere, neither, nor, non, cannot, cant, dont, wont, isnt,
didnt, doesnt, wasnt, werent, *n't, anything but, refuted, refutes, rejected that, rejects that,
dismissed claims, dismissed reports, dismissed allegations, rejected allegations, doubted that,
without, unable to, inability to, incapable of, fail to, fails to, failed to, failing to, failure
to, deny, denies, denied, denying, denial, denials, refuse to, refuses to, refused to, refusing
to, refusal to, refrain from, refrains from, refrained from, abstain from, abstained from, far
from, instead of, rather than, stop short of, stopped short of, ruled out, rules out, disputed
that, rejected claims, rejected reports, unlikely, impossible, untrue, false, falsely, wrongly,
hardly, scarcely, barely, rarely, seldom,
не, ни, нет, никто, никого, никому, никем, никогда, нигде, никуда, ничто, ничего, ничем, никакой,
никакая, никакое, никакие, никаких, никакого, никаким, никакую, нельзя, невозможно, неспособн*,
без, отрицал*, отрицает, отрицают, отрицать, отрицая, отрицание*, отверг*, опроверг*,
опровержени*, отказал*, отказыва*, отказ от, отказом, неправда, ложь, ложно, вместо,
вряд ли, едва ли, отнюдь,
ешқашан, ешқандай, ешбір, ешкім*, ештеңе*, ешқайда, бірде-бір, жоқ деп
"""
# Weaker ones: at most one word stands between them and what they turn.
NEAR_NEGATIONS = """
few, little, lack of, lacks, lacked, lacking, absence of, free of, free from, prevent, prevents,
prevented, preventing, avoid, avoids, avoided, avoiding, ceased to, cease to, except, but for,
short of,
мало, недостаток, отсутствие, отсутствии, прекратил*, перестал*, кроме,
емес, жоқ
"""
# First parts of words that turn the word directly behind: non-lethal | force.
TURNING_PREFIXES = "non-*, not-*, pseudo-*, quasi-*, псевдо*, лже*"
# They limit the words directly behind them, and no further.
LIMITS_BEFORE = """
almost, nearly, virtually, all but, some of, one of, most of, few of, many of, several of, half of,
a third of, a number of,
почти, едва не, чуть не, некоторые из, один из, одна из, одно из, многие из, часть, большинство,
дерлік, кейбір, бірқатар
"""
# Before these a question begins.
ASKING = _words("""
did does do is are was were has have had will would can could should may разве неужели ли ма ме
""")
# They hold a negation and deny nothing.
HARMLESS = """
not only, not just, not merely, not simply, not least, not to mention, no matter, no doubt, no
wonder, no sooner, without doubt, without question, a few, a little, no less than, no more than,
no fewer than, not less than, not more than, not fewer than, no later than, not later than,
не только, не просто, не случайно, не раз, тем не менее, нет сомнений, без сомнения, не менее, не
более, не больше, не меньше, не свыше, не позднее, не ранее,
ғана емес, кем емес, көп емес
"""
# Russian negations that are other words in Kazakh (не: what, or).
RUSSIAN_ONLY = frozenset({"не", "ни", "без", "вместо", "нет"})
# Negations that turn the words directly before them.
NEGATIONS_NEXT = """
not, never, no, none, neither, nothing, nobody, cannot, or not, is false, are false, was false,
were false, is untrue, are untrue, was untrue, is fake, is wrong, is incorrect, is baseless, is
unfounded, are unfounded, are baseless, is a lie, was a lie, is not true, was not true, are not
true, did not happen, never happened, did not take place, did not occur, has been denied, have
been denied, was denied, were denied,
не, ни, нет, никогда, неправда, ложь, опроверга*, отрица*
"""
# Negations that stand behind what they deny, at most three words between.
NEGATIONS_BEHIND = """
емес, емеспіз, емеспін, еместігі*, жоқ, жоқтығы*, жоққа шығар*, теріске шығар*, өтірік, нет
"""
# A Kazakh verb with the negative suffix, by the rules that choose its consonant.
KAZAKH_NEGATIVE_VERB = re.compile(
    r"\w*(?:[аәеиоөуүұыіэяёрлй]м[ае]|[мнңзж]б[ае]|[птқкшсхфцчщбвгд]п[ае])"
    r"(?:ды|ді|дым|дім|дық|дік|ған|ген|ғаны|гені|ғанын|генін|ғандығы|гендігі|ғандығын|гендігін"
    r"|йды|йді|йтын|йтін|йтыны|йтіні|йтынын|йтінін|й|сын|сін)\Z"
)
# Verbs whose stem only looks like that suffix: to detain, to drip.
KAZAKH_NOT_NEGATIVE = re.compile(r"(?:қама|тама)(?:ды|ған|йды|й)\Z")
# They make a statement a question or a condition, up to four words on.
CONDITIONS = "whether, if, unless, as if, as though, если, ли, будто, егер"
# Doubt: at most one word stands between it and what it qualifies.
DOUBTS = """
alleged, allegedly, allegation of, allegation that, allegations of, allegations that, so-called,
so called, supposed, supposedly, purported, purportedly, ostensible, ostensibly, reportedly,
apparent, apparently, presumed, presumably, seemingly, unconfirmed, unverified, unsubstantiated,
unproven, rumoured, rumored, rumour of, rumours of, rumors of, rumours that, rumors that,
suspected, suspected of, suspicion of, suspicions of, accused of, charged with, attempted,
threatened to, threatens to, threat of, threats of, tried to, attempted to, planned to, plans to,
self-styled, would-be, fake, possible, possibly, potential, potentially, perhaps, maybe,
probably, claim of, claims of, the claim that, the claims that, accusation of, accusations of,
accusation that, accusations that,
якобы, так называем*, т н, предполагаем*, предположительно, по слухам, по некоторым данным, по
неподтвержденным данным, по неподтверждённым данным, по неподтвержденной информации,
неподтвержден*, неподтверждённ*, как утверждается, мним*, возможно, вероятно, вроде, вроде бы,
будто бы, подозреваем*, подозрению в, подозрении в, обвинение в, обвинении в, обвинения в,
обвинили в, обвиняем* в,
болжамды, болжанған, болжамы бойынша, деп аталатын, ықтимал, мүмкін, күдікті, расталмаған,
қауесет*, мыс
"""
# Verbs of doubt; they reach no further than their clause.
MODALS = """
may, might, could, would, may be, may have, may have been, might be, might have, might have been,
could be, could have, could have been, would be, would have, would have been,
может, могут, мог, могла, могли, могло, бы
"""
# Doubt behind what it qualifies, at most one word between.
DOUBTS_BEHIND = """
мыс, мыс-мыс, міс, міс-міс, имыс, көрінеді, сияқты, секілді, екен, екен-мыс, деседі, мүмкін,
болуы мүмкін, деген болжам*, деп болжан*, деген күдік*, деген айып*, деген қауесет*, бы, ли
"""
# Directly behind a statement they take part of it back.
LIMITS_NEXT = """
unless, except, only, only if, provided that, allegedly, reportedly, supposedly, purportedly,
apparently, лишь, только если, якобы
"""
NUMBER_QUALIFIERS = """
more than, less than, fewer than, greater than, larger than, higher than, lower than, smaller
than, over, under, above, below, beyond, exceeding, exceeded, exceeds, about, around,
approximately, approx, roughly, circa, ca, c, some, nearly, almost, virtually, close to, near,
nearing, approaching, at least, at most, at the most, at the least, at the very least, at
minimum, up to, upward of, upwards of, as many as, as much as, as few as, as little as, in excess
of, north of, estimated, an estimated, no more than, no fewer than, no less than, not more than,
not less than, not fewer than, minimum of, maximum of, hardly, barely, scarcely, minus, half,
twice, double, triple, short of, possibly, perhaps, maybe, probably,
более, более чем, больше, больше чем, менее, менее чем, меньше, меньше чем, не более, не более
чем, не менее, не менее чем, не больше, не меньше, не свыше, свыше, сверх, около, примерно,
приблизительно, ориентировочно, порядка, почти, практически, едва, чуть, чуть более, чуть менее,
до, вплоть до, от, как минимум, как максимум, минимум, максимум, по меньшей мере, по крайней
мере, выше, ниже, где-то, превыша*, превысил*, предположительно, возможно,
кемінде, кем дегенде, ең кемі, ең кемінде, ең азы, аз дегенде, көп дегенде, ең көбі, шамамен,
жобамен, шамасы, болжам бойынша, асып
"""
NUMBER_QUALIFIERS_BEHIND = """
or more, or so, or fewer, or less, or thereabouts, or even, odd, plus, at least, at most, and a
half, and more, and counting,
с лишним, с половиной, с небольшим, и более, или более, и больше, или больше, или менее, как
минимум, астам*, аса, артық, асатын, асып, жуық*, таяу, дейін, көп, көп емес, көбірек, кем, кем
емес, шамасында, шамалы, шақты, дерлік, қаралы, жарым
"""
# Words that may stand between a qualifier and its number.
FILLERS = _words("""
a an the another other further additional some its their of estimated reported ещё еще других тағы
""")
NUMBER_WORDS = """
zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen,
fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty,
seventy, eighty, ninety, hundred*, thousand*, million*, billion*, trillion*, dozen*, score,
scores, tens, half, third, thirds, fifth, fifths, tenth, tenths, quarter, quarters, couple,
handful, majority,
один, одна, одно, одного, одной, двое, трое, четверо, два, две, двух, двум, три, трёх, трех,
трем, четыре, четырех, четырёх, пять, пяти, шесть, шести, семь, семи, восемь, восьми, девять,
девяти, десять, десяти, одиннадцать, двенадцать, тринадцать, четырнадцать, пятнадцать,
шестнадцать, семнадцать, восемнадцать, девятнадцать, двадцать, двадцати, тридцать, тридцати,
сорок, сорока, пятьдесят, пятидесяти, шестьдесят, семьдесят, восемьдесят, девяносто, сто, ста,
двести, двухсот, триста, трехсот, трёхсот, четыреста, пятьсот, шестьсот, семьсот, восемьсот,
девятьсот, сотн*, сотен, тысяч*, тыс, миллион*, млн, миллиард*, млрд, десятк*, полтора, половин*,
треть, трети, четверт*, большинств*, дюжин*,
бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз, жиырма, отыз, қырық, елу, алпыс, жетпіс,
сексен, тоқсан, жүз*, мың*, ондаған, бірнеше, жартысы*
"""
# They go on with the number before them.
SCALES = """
hundred, thousand, million, billion, trillion, dozen, percent, per cent, and a half,
сотен, сотни, тысяч*, тыс, миллион*, млн, миллиард*, млрд, десятк*, процент*,
жүз*, мың*, пайыз*
"""
# No omission may drop them.
TURNS = """
but, however, although, though, unless, except, only, whether, if, until, provided that, contrary
to, но, однако, хотя, если, кроме, лишь, только, ли, бы, вопреки,
бірақ, алайда, дегенмен, егер, тек, ғана, қарамастан
"""
# First words that start a phrase of their own, not the predicate of what stands before.
PHRASE_STARTERS = _words("""
a an the this that these those his her its their our my your each every all both many several
of in on at by for from with as and or who which whose where when while because since after
before during he she it they we i you there
""")
# With one of them among its first words a quotation is a clause, not a phrase.
AUXILIARIES = _words("""
is are was were has have had will would can could may might must shall did does do been be
был была было были будет будут есть
""")
CLAUSE_OPENERS = _words("that what how why что чтобы как")
# Behind these a negation goes on over a comma: «not true, the police were there».
UNTRUE = _words("true correct case so right certain clear sure known верно правда так")
# Behind them a clause with its own negation may begin.
JOINING = frozenset({"and", "but", "or", "и", "но", "а", "және", "бірақ"})
# Their full stop does not end a sentence.
ABBREVIATIONS = _words("""
mr mrs ms dr st lt gen col sen rep gov prof rev hon capt sgt maj cf vs approx ca art arts para
paras nos fig vol ed jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co  гг им ул стр
ст тыс млн млрд руб долл проф ген пп см др пр жж бап тг
""")
# Words of the qualifiers of number that do not count alone.
OF_QUALIFIERS = _words("of to at in the a an as by very and or up от до чем в по мере как или и с")
# They turn a word into its contrary.
PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "не", "без", "бес", "анти", "anti")


def _pattern(phrase: str) -> str:
    return " ".join(re.escape(word).replace(r"\*", "[^ ]*") for word in phrase.split())


@cache
def phrases(*lists: str) -> re.Pattern[str]:
    """Make one pattern of lists of phrases, over words with one space between each two.

    The longest phrase is tried first. Matches are whole words only.
    """
    listed = {phrase.strip() for text in lists for phrase in text.split(",")} - {""}
    patterns = map(_pattern, sorted(listed, key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"(?<![^ ])(?:{'|'.join(patterns)})(?![^ ])")
