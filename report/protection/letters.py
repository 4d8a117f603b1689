"""How a letter of a name is written in each alphabet: the ways of all usual transliterations.

Cyrillic (Russian and Kazakh) to Latin: BGN/PCGN, ISO 9, GOST, ICAO passports, the Library of
Congress, English, French and German press, Kazakh Latin of 2017 to 2021. Latin to Cyrillic: the
same backwards, and the usual Russian spelling of English names. Kazakh letters are also written as
Russian ones. Accents are gone and doubled letters are one before anything is compared, so š is s
and ss is s here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLED = re.compile(r"(.)\1+")


def without_doubles(word: str) -> str:
    """Return a word with one letter for each doubled one: Филипп and Филип are one name."""
    return _DOUBLED.sub(r"\1", word)


class Ways(NamedTuple):
    """The ways to write one letter or group of letters, the first the most usual."""

    cyrillic: tuple[str, ...]
    latin: tuple[str, ...]


def _table(rows: str) -> dict[str, Ways]:
    """Read rows `letters | Cyrillic ways | Latin ways`; a hyphen stands for no letter at all."""
    found = {}
    for row in rows.strip().splitlines():
        name, *ways = (part.split() for part in row.split("|"))
        cyrillic, latin = (
            tuple(dict.fromkeys("" if one == "-" else without_doubles(one) for one in way))
            for way in ways
        )
        found[name[0]] = Ways(cyrillic, latin)
    return found


OF_CYRILLIC = _table("""
дж | дж ж | dzh j dj g zh dsch
кс | кс х | ks x cs
а | а ә | a
ә | ә а я э е | a ae e ya ia
б | б | b
в | в у | v w f
г | г ғ | g gh h
ғ | ғ г | g gh q
д | д | d
е | е э ие | e ye je ie
ё | е ио о | yo e jo io ye o
ж | ж дж | zh j z g dj dzh
з | з | z s
и | и і ы | i y ie
й | и | y i j -
к | к қ | k c ck q
қ | қ к х | k q kh c
л | л | l
м | м | m
н | н ң | n
ң | ң н нг | n ng
о | о ө | o
ө | ө о у е | o oe u
п | п | p
р | р | r
с | с | s c
т | т | t th
у | у ұ ү | u ou w v
ұ | ұ у о | u ou y o w
ү | ү у ю | u ue ou yu iu w
ф | ф | f ph
х | х һ қ | kh h x ch k
һ | һ х г - | h kh g -
ц | ц тс | ts tz c z cz
ч | ч | ch c tch tsch cz
ш | ш | sh s ch sch sz
щ | щ ш | shch sch shh sc s sh chtch schtsch stch
ъ | ъ ь - | - ie y j
ы | ы и і | y i
ь | ь ъ - | - i j y
э | э е | e
ю | ю иу у | yu iu ju u iou you
я | я иа а | ya ia ja a ea
і | і и ы - | i y -
ў | у | u w
""")

OF_LATIN = _table("""
shch | щ шч | shch sch shh sc s
tsch | ч | ch tsch tch c
dzh | дж ж | j dzh dj zh
sch | щ ш сх ск | sch sh shch s
tch | ч | tch ch c
zh | ж з | zh j z dj dzh g
kh | х қ к | kh h x ch k q
gh | ғ г | gh g h q
sh | ш щ с | sh s sch ch
ch | ч х ш к | ch c tch sh kh h k
ph | ф | ph f
th | т с ф з | th t
ts | ц тс | ts tz c z
tz | ц тс | tz ts c z
ck | к қ | ck k c q
dj | дж ж | dj j dzh zh
ng | нг ң н | ng n
ks | кс | ks x
ya | я иа ия ьа а ә | ya ia ja a ea
ia | я иа ия а | ia ya ja a ea
ja | я иа джа жа а | ja ya ia dja zha a
yu | ю иу у ү | yu iu ju u
iu | ю иу у | iu yu ju u
ju | ю джу жу у | ju yu iu dju zhu
yo | е ио о | yo jo io e
jo | е ио джо жо о | jo yo io djo zho
ye | е ие э | ye je ie e
ie | е ие и | ie ye je e y
je | е ие дже же | je ye ie e dje zhe
ai | аи еи аы ә | ai ay ej ei
ay | аи еи | ay ai ei ey
ei | еи аи еы | ei ey ay ai ej
ey | еи и | ey ei y i
ea | и е иа я | ea ia ya
ou | у ау оу | ou u oo
au | ау о | au aw
aw | ау о ав | aw au
ae | ә э е а | ae a e
oe | ө о е | oe o
ue | ү у | ue u
a | а ә э я | a
b | б | b
c | к с ц ч дж | c k s ts q
d | д | d
e | е э и ә | e ye ie
f | ф в | f ph v
g | г ғ ж дж | g gh j h
h | х һ г - | h kh -
i | и і ы аи | i y ie
j | ж дж и х | j zh dj dzh y
k | к қ | k c q ck
l | л ль | l
m | м | m
n | н ң нь | n ng
o | о ө у | o oe
p | п | p
q | қ к | q k kh
r | р рь | r
s | с з ш сь | s z sh
t | т ть | t th
u | у ұ ү ю а | u ou w yu ue
v | в у | v w f
w | в у ұ | w v u
x | кс х һ | x ks kh h
y | ы и і у | y i j -
z | з ц ж | z s zh ts
""")

LONGEST = 4


def ways_of(word: str) -> list[Ways]:
    """Return the ways of each letter or group of letters of a name in small letters, in order.

    Letters that neither alphabet has stand for themselves.
    """
    found, at = [], 0
    while at < len(word):
        for length in range(LONGEST, 0, -1):
            piece = word[at : at + length]
            ways = OF_CYRILLIC.get(piece) or OF_LATIN.get(piece)
            if ways is not None and len(piece) == length:
                found.append(ways)
                break
        else:
            length = 1
            found.append(Ways((word[at],), (word[at],)))
        at += length
    return found
