"""Abbreviations written with a full stop, in small letters without the last stop."""

from __future__ import annotations

_TITLES = "prof dr drs dra ir h hj tn ny sdr kh ust mr mrs ms messrs sr gov sen rep gen col lt sgt rev hon capt"
_BEFORE_A_NAME_OR_NUMBER = (
    "pt cv tbk rp no jl st vs e.g i.e fig hlm tgl kec kab kel ltd.co dato datuk tan sri ybhg vol pp ed"
    " a.n d.a u.p s.d kol jend letjen brigjen mayjen hk nt us rm op approx est dept univ"
)
_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec agt okt des"

ALWAYS_GOES_ON = frozenset(f"{_TITLES} {_BEFORE_A_NAME_OR_NUMBER} {_MONTHS}".split())
"""Never the end of a sentence: something must follow."""

MAY_END = frozenset(
    "inc corp co ltd llc plc jr etc u.s u.k u.n e.u u.s.a a.m p.m d.c ph.d b.sc m.sc s.h s.e m.si m.m s.t bhd sdn".split()
)
"""The end of a sentence only before a word that plainly opens the next."""
