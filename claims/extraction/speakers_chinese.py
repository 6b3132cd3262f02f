"""Who says a sentence in Chinese, from folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.extraction.attribution import LAST_ORGANISATION, LAST_SPEAKER
from claims.extraction.han import HAN
from claims.extraction.lexicon.actors import CHINESE_ACTORS
from claims.extraction.lexicon.people import (
    CHINESE_DOUBLE_SURNAMES,
    CHINESE_ORGANISATION_ENDS,
    CHINESE_PROFESSION,
    CHINESE_ROLES,
    CHINESE_SURNAMES,
    CHINESE_VOICES,
)
from claims.extraction.lexicon.speech import (
    CHINESE_ADVERB,
    CHINESE_BETWEEN,
    CHINESE_DATA,
    CHINESE_NO_NAMES,
    CHINESE_OPENERS,
    INSTITUTIONS,
    PLANS,
    PRONOUNS,
    THE_COMPANY,
)
from claims.extraction.lexicon.speech_verbs import SUBJECT_FIRST
from claims.extraction.speaker_shapes import SOUND, is_common, transcribed, unknown
from claims.extraction.speakers_chinese_clauses import named_before
from claims.extraction.types import Span

_VERB = re.compile(f"(?P<data>{CHINESE_DATA})|{SUBJECT_FIRST['zh']}|{PLANS['zh']}")
# "被外媒形容为": the verb is done to the subject, by nobody in particular.
_PASSIVE = re.compile("(?:被|遭到?|受到|获)[^，,。]{0,8}\\Z")
# 未透露价格, 拒绝评论: whoever keeps silent says nothing.
_SILENT = re.compile(
    "(?:未|没有?|拒绝|无法|不[予愿肯])(?:对此|就此|公开|正式|进一步|立即|立刻|明确)*\\Z"
)
_CLAUSE_END = re.compile("[。！？!?；;“”「」\n]")
_ENDING = rf"{CHINESE_BETWEEN}\Z"
_DOT = "[·•・]"
_SOUNDED = rf"{SOUND}{{1,6}}(?:{_DOT}{SOUND}{{1,8}})+"
_TRANSLATED = rf"{HAN}{{1,6}}(?:{_DOT}{HAN}{{1,8}})+"
_LATIN = r"(?<![A-Za-z\d.-])[A-Z][A-Za-z'’.&-]*(?: [A-Z][A-Za-z'’.&-]*){0,4}"
_PERSON = rf"(?:(?:{CHINESE_DOUBLE_SURNAMES}){HAN}{{1,2}}|[{CHINESE_SURNAMES}]{HAN}{{1,2}}?)"
_ORGANISATION = rf"(?:{HAN}|[A-Za-z]){{1,14}}?(?:{CHINESE_ORGANISATION_ENDS})|《[^》]{{1,16}}》"
_OPENING = rf"(?:\A|[，,、。\s〕】）)])(?:{CHINESE_OPENERS}|根据|依据|按照|据)?"
_BEGINS = rf"(?:\A|[，,、\s的》]|{CHINESE_ROLES}|{CHINESE_PROFESSION})"
_IN_LATIN = r"[(（][A-Z][A-Za-z .'’&-]{1,40}[)）]"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 投资家安娜·科斯塔: as far as the characters are those of foreign names.
        rf"(?:{_OPENING}|(?<=[，,、。\s家人者员师长士授官席统理裁司任管事手的国]))(?P<who>{_SOUNDED}){_ENDING}",
        rf"(?P<who>{_TRANSLATED})(?:[^，。]{{0,10}}(?:{CHINESE_ROLES}))?{_ENDING}",
        # 河岸水务在投资者平台称: whoever stands before the place it is said.
        rf"\A(?P<who>{HAN}{{2,8}}?)(?:在|于)[^，。]{{0,16}}(?:平台|公告|声明|微博|财报|年报)[中上里]?\Z",
        rf"(?:{CHINESE_ROLES}|{CHINESE_PROFESSION})\s*(?P<who>{_PERSON}|{_LATIN}){_ENDING}",
        # 作者米勒（Chris Miller）质疑: the brackets show where the name ends.
        rf"{_BEGINS}\s?(?P<who>{HAN}{{2,6}}?)\s?{_IN_LATIN}{_ENDING}",
        rf"(?P<who>{_LATIN})(?:的?(?:{CHINESE_ROLES}))?{_ENDING}",
        rf"{_OPENING}(?P<who>{_PERSON}){_ENDING}",
        rf"(?:{CHINESE_ROLES})\s*(?P<who>{HAN}{{2,5}}?){_ENDING}",
        # Corvanta的罗启明说; not Corvanta的高管们
        rf"{_LATIN}的(?P<who>[{CHINESE_SURNAMES}]{HAN}[^们层管人员者家方，。]){_ENDING}",
        # Corvanta未披露细节，但称…: the verb has the subject of the clause before.
        rf"\A(?P<who>{_LATIN}|{CHINESE_ACTORS})[^，,。]{{2,30}}[，,](?:但|并|且|又|还|而|同时){_ENDING}",
        # 接着是Ann Cole，他说: the one just named.
        rf"(?P<who>{_LATIN}|{_SOUNDED})[，,]\s*(?:{PRONOUNS['zh']}){_ENDING}",
        rf"{_OPENING}(?P<who>{_ORGANISATION}|{CHINESE_ACTORS}){_ENDING}",
        rf"{_OPENING}(?P<who>{HAN}{{2,12}}?|{_LATIN})的?(?:{CHINESE_VOICES}){_ENDING}",
        rf"{_OPENING}(?P<who>{HAN}{{0,6}}?(?:{INSTITUTIONS['zh']}))(?:方面)?{_ENDING}",
    )
)
_PRONOUN = re.compile(rf"(?:{PRONOUNS['zh']}|后者){_ENDING}")
# 据他介绍, 按照他的说法, 在他看来.
_HIS_WORD = re.compile(
    rf"(?:据|按照?|照|用|在)(?:{PRONOUNS['zh']})(?:的?(?:介绍|透露|说法|估计|估算|话来?说|统计|观察|描述|看来))"
)
# 在陆文清看来: known to be a person by the words around.
_VIEW = re.compile(rf"(?:在|对)(?P<who>{_PERSON}|{_TRANSLATED}|{_LATIN})(?:看来|而言|来说)")
# 这位市长说: the office stands for whoever was named with it.
_ROLE_ALONE = re.compile(rf"(?:这位|该|这名)(?P<who>{CHINESE_ROLES}){_ENDING}")
_COMPANY = re.compile(rf"(?:{THE_COMPANY['zh']}){_ENDING}")
_TOLD = (
    "(?:报道|报导|消息|称|数据|报告|发布|公布|统计|表示|介绍|披露|透露"
    "|测算|估算|预估|监测|调查|资料|通报|公告|声明|新闻稿|财报|年报|文件|说法)"
)
# The whole of 据河东市水务局巡查组统计, before what only begins with an organisation.
_WHOLE_SOURCE = re.compile(
    rf"(?:据|根据|按照|援引|引述)(?P<who>{_ORGANISATION})(?:{CHINESE_ADVERB}|的|最新|官方)*{_TOLD}"
)
_SOURCE = re.compile(
    rf"(?:据|根据|按照|援引|引述)(?:(?P<who>{_LATIN}|{_ORGANISATION}|{CHINESE_ACTORS})[^，。]{{0,12}}?"
    rf"|(?P<open>{HAN}{{2,8}}?)(?:{CHINESE_ADVERB}|的|最新|官方)*){_TOLD}"
)
_PLAIN = re.compile(rf"(?:\A|[，,。\s])(?P<who>{_PERSON}|{_TRANSLATED}|{_LATIN})\s*[：:]\s*[“「\"]")
_LONGEST_SUBJECT = 100
_NOT_NAMES = re.compile(CHINESE_NO_NAMES)
# 沈牧原周二晚间, 中信证券研报: what goes on after the name, where a form could not tell.
_AFTER_THE_NAME = re.compile(
    rf"(?:{CHINESE_ADVERB}|不|未|的?(?:研报|研究报告|报告|声明|公告|财报|数据))+\Z"
)


def find(folded: str, sentence: Span, known: Iterable[str] = ()) -> Span | None:
    """Return where the speaker is named, a mark of `attribution` for 他 and 该公司, else None.

    `known` are names seen elsewhere in the article, folded: they are believed without a title.
    """
    plain = _PLAIN.search(folded, sentence.start, sentence.end)
    if plain and not _VERB.search(folded, *plain.span("who")):
        return Span(*plain.span("who"))
    for verb in _VERB.finditer(folded, sentence.start, sentence.end):
        begun = _subject_start(folded, sentence, verb.start())
        subject = folded[begun : verb.start()]
        if _PASSIVE.search(subject) or _SILENT.search(subject):
            continue
        if named := _of_subject(folded, subject, begun, verb, known):
            return _untitled(folded, named)
    return _source(folded, sentence)


def _of_subject(
    folded: str, subject: str, begun: int, verb: re.Match[str], known: Iterable[str]
) -> Span | None:
    """Return the speaker in what stands before a verb, `begun` characters into the text."""
    if _COMPANY.search(subject):
        return LAST_ORGANISATION
    if role := _ROLE_ALONE.search(subject):
        return Span(begun + role.start("who"), begun + role.end("who"))
    named = _known(subject, begun, known) or _named(subject, begun)
    if named is None and not verb["data"]:
        named = named_before(subject, begun, verb[0], known)
    if named is None and _PRONOUN.search(subject):
        return LAST_SPEAKER
    if named is None and not verb["data"]:
        named = transcribed(subject, begun)
        if named is None and not _goes_on(folded, begun):
            named = unknown(subject, begun, verb[0])
    return named


def _source(folded: str, sentence: Span) -> Span | None:
    if _HIS_WORD.search(folded, sentence.start, sentence.end):
        return LAST_SPEAKER
    for pattern in (_WHOLE_SOURCE, _SOURCE, _VIEW):
        source = pattern.search(folded, sentence.start, sentence.end)
        if source is None:
            continue
        group = "who" if source["who"] else "open"
        common = group == "open" and is_common(source["open"])
        if not common and not _NOT_NAMES.match(source[group]) and not _VERB.match(source[group]):
            return _untitled(folded, Span(*source.span(group)))
    return None


def _untitled(folded: str, named: Span) -> Span:
    """Take the marks of a title off: 《海港日报》 is a newspaper."""
    if named in {LAST_SPEAKER, LAST_ORGANISATION}:
        return named
    whole = folded[named.start] == "《" and folded[named.end - 1] == "》"
    return Span(named.start + 1, named.end - 1) if whole else named


def is_titled(folded: str, named: Span) -> bool:
    """Say whether a title stands right before the name: 总经理达马万."""
    before = folded[max(0, named.start - 8) : named.start]
    return any(role.end() == len(before) for role in _ROLE.finditer(before))


def _subject_start(folded: str, sentence: Span, verb: int) -> int:
    begun = max(sentence.start, verb - _LONGEST_SUBJECT)
    marks = [match.end() for match in _CLAUSE_END.finditer(folded, begun, verb)]
    return marks[-1] if marks else begun


def _goes_on(folded: str, begun: int) -> bool:
    """Say whether a clause is quoted, or goes on after a word in marks: 给予“中性”评级，并提醒."""
    if begun == 0:
        return False
    opened, closed = folded[begun - 1] in "“「", folded[begun - 1] in "”」"
    return opened or (closed and folded[begun - 2 : begun - 1] not in set("。，,！!？?…"))


def _known(subject: str, offset: int, known: Iterable[str]) -> Span | None:
    """Return the last known name before the verb that nothing but circumstances follow."""
    best: Span | None = None
    for name in known:
        at = subject.rfind(name)
        if at >= 0 and re.fullmatch(CHINESE_BETWEEN, subject[at + len(name) :]):
            span = Span(offset + at, offset + at + len(name))
            if best is None or (span.end, -span.start) > (best.end, -best.start):
                best = span
    return best


def _named(subject: str, offset: int) -> Span | None:
    for form in _FORMS:
        match = form.search(subject)
        if match and not _NOT_NAMES.match(match["who"]) and not _VERB.match(match["who"]):
            start, end = match.span("who")
            # 首席执行官亚历山大·王: what a title ends inside the name is no part of it.
            roles = [role.end() for role in _ROLE.finditer(subject, 0, end)]
            start = max([start, *(at for at in roles if end - at > 1)])
            tail = _AFTER_THE_NAME.search(subject, start + 2, end)
            return Span(offset + start, offset + (tail.start() if tail else end))
    return None


_ROLE = re.compile(CHINESE_ROLES)
