"""Who says a sentence in Chinese, from folded text."""

from __future__ import annotations

import re

from claims.extraction.attribution import LAST_SPEAKER
from claims.extraction.lexicon.people import (
    CHINESE_ORGANISATION_ENDS,
    CHINESE_ROLES,
    CHINESE_SURNAMES,
)
from claims.extraction.lexicon.speech import CHINESE_ADVERBS, PRONOUNS, SUBJECT_FIRST
from claims.extraction.types import Span

_VERB = re.compile(SUBJECT_FIRST["zh"])
_CLAUSE_END = re.compile("[。！？!?；;“”「」\n]")
_SETTING = rf"(?:\s*(?:{CHINESE_ADVERBS}|[在于对向接通表][^，。,“”]{{1,24}}?(?:上|中|时|里|后|前|采访|会议|发布会|记者|媒体|帖|文|信|称|平台|节目|论坛|社|报|示|明)))*"
_ENDING = rf"{_SETTING}\s*[，,]?\s*\Z"
_TRANSLATED = r"[\u3400-\u9fff]{1,5}(?:[·•・][\u3400-\u9fff]{1,8})+"
_LATIN = r"[A-Z][\w'’.&-]*(?: [A-Z][\w'’.&-]*){0,4}"
_PERSON = rf"[{CHINESE_SURNAMES}][\u3400-\u9fff]{{1,2}}"
_ORGANISATION = (
    rf"(?:[\u3400-\u9fff]|[A-Za-z]){{1,14}}?(?:{CHINESE_ORGANISATION_ENDS})|《[^》]{{1,16}}》"
)
_ROLE = re.compile(rf"(?:{CHINESE_ROLES})")
_NOTE = r"(?:\s*[(（][^)）]{1,40}[)）])?"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<who>{_TRANSLATED}){_NOTE}(?:[^，。]{{0,10}}(?:{CHINESE_ROLES}))?{_ENDING}",
        rf"(?:{CHINESE_ROLES})\s*(?P<who>{_PERSON}|{_LATIN}){_NOTE}{_ENDING}",
        rf"(?P<who>{_LATIN}){_NOTE}(?:的?(?:{CHINESE_ROLES}))?{_ENDING}",
        rf"(?:\A|[，,、。\s])(?:而|但|不过|其中|此外|对此)?(?P<who>{_PERSON}){_NOTE}{_ENDING}",
        rf"(?:{CHINESE_ROLES})\s*(?P<who>[\u3400-\u9fff]{{2,4}}){_NOTE}{_ENDING}",
        rf"(?:\A|[，,。\s]|据|而|但)(?P<who>{_ORGANISATION}){_NOTE}{_ENDING}",
    )
)
_PRONOUN = re.compile(rf"(?:{PRONOUNS['zh']}|该公司|该机构|后者){_ENDING}")
_SOURCE = re.compile(
    rf"(?:据|根据|按照|援引|引述)(?P<who>{_LATIN}|{_ORGANISATION}|[\u3400-\u9fff]{{2,8}}?)(?:[^，。]{{0,12}}?)(?:报道|报导|消息|称|的数据|的报告|发布|统计|表示|介绍|披露|透露)"
)
_PLAIN = re.compile(rf"(?:\A|[，,。\s])(?P<who>{_PERSON}|{_TRANSLATED}|{_LATIN})\s*[：:]\s*[“「\"]")
_LONGEST_SUBJECT = 90
_NOT_NAMES = re.compile(
    r"^(?:有关|相关|业内|外界|多位|一些|不少|有|分析|专家|媒体|记者|网友|消息|他们|我们|这|那|该|其他|人们|据|公开|平台|官方|作者|于是|时|任何|许多|包括|曾|常|方面|高度|成果|应|向|和|金融|马上|万一|简单|何|全|单|明确|经济|温|胡)(?:人士|人|界|们|者|此)?$"
)


def find(folded: str, sentence: Span) -> Span | None:
    """Return where the speaker is named, `LAST_SPEAKER` for "he", None when nobody speaks."""
    for pattern in (_PLAIN, _SOURCE):
        match = pattern.search(folded, sentence.start, sentence.end)
        if match and not _NOT_NAMES.match(match["who"]):
            return Span(*match.span("who"))
    for verb in _VERB.finditer(folded, sentence.start, sentence.end):
        begun = _subject_start(folded, sentence, verb.start())
        subject = folded[begun : verb.start()]
        if _PRONOUN.search(subject):
            return LAST_SPEAKER
        named = _named(subject, begun)
        if named:
            return named
    return None


def _subject_start(folded: str, sentence: Span, verb: int) -> int:
    begun = max(sentence.start, verb - _LONGEST_SUBJECT)
    marks = [match.end() for match in _CLAUSE_END.finditer(folded, begun, verb)]
    return marks[-1] if marks else begun


def _named(subject: str, offset: int) -> Span | None:
    for form in _FORMS:
        match = form.search(subject)
        if match is None or _NOT_NAMES.match(match["who"]):
            continue
        start, end = match.span("who")
        roles = [role.end() for role in _ROLE.finditer(subject, start, end)]
        start = roles[-1] if roles and roles[-1] < end else start
        return Span(offset + start, offset + end)
    return None
