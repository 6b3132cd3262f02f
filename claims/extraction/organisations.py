"""The organisation a sentence is about, so that "the company said" after it means that one."""

from __future__ import annotations

import re
from collections import Counter

from claims.extraction.han import HAN
from claims.extraction.lexicon.actors import CHINESE_ACTORS, CHINESE_COMPANIES, LATIN_PLACES
from claims.extraction.names import capitalised_inside, is_person, is_role, names_in
from claims.extraction.speaker_names import Cast
from claims.extraction.types import Span

_NO_ORGANISATION = (
    "翻查|查阅|根据|由于|对|在|从|作为|关于|按照|[一两多几数]家|这|该|许多|不少|所有|各|其|[他她我]"
)
_CHINESE_SUBJECT = re.compile(
    rf"\s*(?:当|而|但|随着|自从|对于)?(?P<who>{CHINESE_ACTORS}|[A-Z][A-Za-z]+|(?!{_NO_ORGANISATION}){HAN}{{2,8}}(?:公司|集团))(?!.{{0,2}}[·•・])"
)
_ACTORS = re.compile(CHINESE_COMPANIES)


def chinese_organisation(text: str, folded: str, sentence: Span) -> str | None:
    """Return the organisation a Chinese sentence opens with, as written."""
    named = _CHINESE_SUBJECT.match(folded, sentence.start, sentence.end)
    return text[slice(*named.span("who"))] if named else None


def most_named(text: str, folded: str, before: Span) -> str | None:
    """Return the organisation named most often in `before`, the article so far, at least twice.

    "Aplikasi Garuda laris. … Perusahaan itu mengatakan": no sentence opened with its name.
    """
    names = Counter(
        name
        for run in names_in(text, before)
        if _may_be_organisation(name := run.of(text).removesuffix("'s").removesuffix("’s"))
    )
    names.update(text[slice(*match.span())] for match in _ACTORS.finditer(folded, 0, before.end))
    name, count = next(iter(names.most_common(1)), ("", 0))
    return name if count > 1 else None


def _may_be_organisation(name: str) -> bool:
    words = name.casefold().split()
    if any(c.isdigit() for c in name) or any(is_role(word) for word in words):
        return False
    return words[-1] not in LATIN_PLACES and (len(words) == 1 or not is_person(name))


def latin_organisation(text: str, sentence: Span, cast: Cast) -> str | None:
    """Return the organisation a sentence opens with: no person, place, office or product."""
    run = next(names_in(text, sentence, opening=False), None)
    if run is None or text[sentence.start : run.start].strip('"“ '):
        return None
    name = run.of(text).removesuffix("'s").removesuffix("’s")
    if not _may_be_organisation(name) or name.casefold().split()[0] in cast.parts:
        return None
    if " " in name:
        return name
    # "Permintaan …" opens a sentence with a capital too; a name has one in the middle of others.
    return name if name in capitalised_inside(text) else None
