"""Abbreviations written with a full stop, in small letters without the last stop."""

from __future__ import annotations

from claims.extraction.lexicon.wording import word_set

ALWAYS_GOES_ON = word_set(
    """
    a.n agt approx apr aug brigjen capt col cv d.a dato datuk dec dept des dr dra drs e.g ed
    est feb gen gov h hj hk hon i.e ir jan jend jl jul jun kab kec kel kh kol letjen
    lt ltd.co mar mayjen messrs mr mrs ms nov nt ny oct okt op prof pt rep rev rm rp rs
    s.d sdr sen sep sept sgt sr sri st tan tbk tgl tn u.p univ us ust vs ybhg
    """
)
"""Never the end of a sentence: something must follow."""

MAY_END = word_set(
    """
    a.m b.sc bhd co corp d.c e.u etc inc jr llc ltd m.m m.sc m.si p.m ph.d plc s.e s.h s.t
    sdn u.k u.n u.s u.s.a
    """
)
"""The end of a sentence only before a word that plainly opens the next."""

BEFORE_A_NUMBER = word_set("caliber calibre fig hal hlm kaliber no nos nr pp vol")
"""Goes on only before a number: "No. 5", "kaliber. 50"; but "Is it safe? No. The road is." ends."""
