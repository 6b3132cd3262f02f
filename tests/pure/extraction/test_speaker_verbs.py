"""Every kind of saying makes the one named speak: praise, blame, doubt, admission, a post."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import speakers_chinese
from claims.extraction.lexicon.speech_verbs import SPEAKER_AFTER, SUBJECT_FIRST
from claims.extraction.types import Span
from tests.pure.extraction.speaking import said_by

PLAIN_WORD = re.compile("[a-z]+|[一-龥]{2,}")

INDONESIAN = ("Tirta Wibisana", "Ruslan Handoko", "Corvanta")
INDONESIAN_SAYS = (
    "{} memposting di platform X bahwa stok garam turun 12 persen.",
    "{} berkicau di X bahwa stok garam turun 12 persen.",
    "{} merasa yakin bahwa stok garam turun 12 persen.",
    "{} menanggapi bahwa stok garam turun 12 persen.",
    "{} sendiri akhirnya mengakui stok garam turun 12 persen.",
    "{} bahkan menuding stok garam turun 12 persen.",
    "{} justru memuji panen itu dan menyebut stok naik 12 persen.",
    "{}, melalui surat elektronik, menyebut stok naik 12 persen.",
    "Sementara itu, {} menyesalkan stok turun 12 persen.",
    "“Stok turun 12 persen,” bantah {}.",
    "“Stok turun 12 persen,” demikian {}.",
)
INDONESIAN_PEOPLE = INDONESIAN[:2]
INDONESIAN_POSTS = (
    "Tn. {}, CEO Corvanta, berpendapat bahwa stok garam yang ada di gudang itu turun 12 persen.",
    "Dr. {}, peneliti Lembaga Laut Biru, menyangsikan stok turun 12 persen.",
    "{} (CEO Corvanta) mengeluh stok turun 12 persen.",
    "{} memimpin Corvanta sejak 2019, dan ia menilai stok turun 12 persen.",
    "{} lewat akun X-nya mencuitkan stok garam turun 12 persen.",
)
ENGLISH = ("Tamsin Okafor", "Henrik Vallance", "Corvanta")
ENGLISH_SAYS = (
    "{} conceded on Monday that the reservoir fell by 12 percent.",
    "{} posted on X that the reservoir fell by 12 percent.",
    "“The reservoir fell by 12 percent,” {} quipped on X.",
    "“The reservoir fell by 12 percent,” admitted {}.",
    "{} took to LinkedIn to say the reservoir fell by 12 percent.",
    "{} publicly doubted the reservoir fell by 12 percent.",
    "{} pushed back, arguing that the reservoir fell by 12 percent.",
    "{} went further, claiming the reservoir fell by 12 percent.",
    "{} is convinced that the reservoir fell by 12 percent.",
)
ENGLISH_PEOPLE = ENGLISH[:2]
ENGLISH_POSTS = (
    "Mr. {}, CEO of Corvanta, argued that the reservoir fell by 12 percent.",
    "{} (Corvanta) tweeted that the reservoir fell by 12 percent.",
    "Corvanta's {} conceded that the reservoir fell by 12 percent.",
    "{} runs the dam, and she thinks the reservoir fell by 12 percent.",
)
CHINESE = ("格伦维尔", "罗启明", "安娜·科斯塔", "Tamsin Okafor")
CHINESE_SAYS = (
    "{}专门澄清，水位下降了12%。",
    "{}这回也承认了，水位下降了12%。",
    "{}在Mastodon上大赞新大坝，称水位只降了12%。",
    "{}在个人博客里抱怨，水位下降了12%。",
    "{}毫不客气地批评说，水位下降了12%。",
    "{}三天后改口，水位下降了12%。",
    "{}本人在微博上道歉称，水位下降了12%。",
    "{}忍不住吐槽：水位下降了12%。",
    "{}反问：“难道水位没有下降12%？”",
    "就连{}也不得不承认，水位下降了12%。",
    "{}的态度更明确：水位没有下降12%。",
    "{}两年前就预言，水位会下降12%。",
    "{}話鋒一轉，說水位下降12%。",
    "{}昨（4）日表示，水位下降12%。",
    "{}不諱言，水位下降12%。",
    # A clause before, with the verb's subject unsaid or only taken up.
    "{}去年年底还夸过这座水库，说水位只降了12%。",
    "{}是评审之一，他觉得水位下降了12%。",
    "其实{}早就认了错，承认水位下降了12%。",
    "{}更直接，放话说水位会降12%。",
    "{}给出的解释很简单，他说水位下降了12%。",
)
IN_BRACKETS = ("格伦维尔", "罗启明", "安娜·科斯塔", "莱尔")
IN_BRACKETS_SAYS = (
    "《河流战争》作者{}（Tom Lyle）质疑，水位下降了12%。",
    "水文公司老板{}（Tom Lyle）更夸张，一口咬定水位下降了12%。",
    "工程师{}（Tom Lyle）是审稿人，他觉得水位下降了12%。",
    "{}（Tom Lyle）则认为，水位下降了12%。",
)
BODIES = ("蓝湾汽车", "云杉能源", "全国奶业流通商会", "Corvanta", "英伟达")
BODIES_SAY = (
    "{}后来专门澄清，水位下降了12%。",
    "不过{}这次也承认了，水位下降了12%。",
    "{}昨晚辟谣称，水位没有下降12%。",
    "{}没有回应此事，但透露水位下降了12%。",
    "{}上周官宣，水位下降了12%。",
    "年初{}到处放风，说水位下降了12%。",
)
FRAMES = (
    (INDONESIAN_SAYS, INDONESIAN),
    (INDONESIAN_POSTS, INDONESIAN_PEOPLE),
    (ENGLISH_SAYS, ENGLISH),
    (ENGLISH_POSTS, ENGLISH_PEOPLE),
    (CHINESE_SAYS, CHINESE),
    (IN_BRACKETS_SAYS, IN_BRACKETS),
    (BODIES_SAY, BODIES),
)
NOBODY = (
    "市场质疑，水位下降了12%。",
    "很多用户抱怨水位下降了12%。",
    "新水库很大，觉得水位下降了12%。",
    "学界觉得，水位下降了12%。",
    "蓝湾汽车拒绝评论水位下降12%一事。",
    "Corvanta未透露水位下降了多少。",
    "川河电并未承认水位下降12%。",
    "河岸大桥位于城北，预计明年通车。",
    "一座大坝，他说水位下降了12%。",
    "Pasar menanggapi kabar itu dengan turun 12 persen.",
    "Bursa Asia merespons positif dan naik 12 persen.",
    "Harga saham Corvanta merespons dengan naik 12 persen.",
    "Pesan berantai di grup menyebut tiga warga tewas.",
    "Corvanta posted a net loss of $3 million.",
    "Stocks responded with a drop of 12 percent.",
    "Few of the headlines mentioned the 12 percent drop.",
    "Critics scoffed that the reservoir fell by 12 percent.",
)


def _words(table: str) -> list[str]:
    """Return the verbs of a table that are written out, without conditions."""
    while (bare := re.sub(r"\([^()]*\)", "+", table)) != table:
        table = bare
    return [word for word in table.split("|") if PLAIN_WORD.fullmatch(word)]


@pytest.mark.parametrize(
    ("frame", "names"), [(frame, names) for frames, names in FRAMES for frame in frames]
)
def test_whoever_is_named_speaks(frame: str, names: Sequence[str]) -> None:
    assert [said_by(frame.format(name)) for name in names] == list(names)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_made_to_speak(text: str) -> None:
    assert said_by(text) is None


@given(st.sampled_from(_words(SUBJECT_FIRST["id"])))
def test_every_indonesian_verb_makes_a_person_speak(verb: str) -> None:
    assert said_by(f"Tirta Wibisana {verb} bahwa stok garam turun 12 persen.") == "Tirta Wibisana"


@given(st.sampled_from(_words(SUBJECT_FIRST["en"])))
def test_every_english_verb_makes_a_person_speak(verb: str) -> None:
    assert said_by(f"Tamsin Okafor {verb} that the reservoir fell by 12%.") == "Tamsin Okafor"


@given(st.sampled_from(_words(SUBJECT_FIRST["zh"])), st.sampled_from(CHINESE))
def test_every_chinese_verb_makes_a_person_speak(verb: str, name: str) -> None:
    assert said_by(f"{name}{verb}，水库的水位去年一共下降了12%。") == name


@given(st.sampled_from(("id", "en")), st.data())
def test_every_verb_after_a_quotation_makes_a_person_speak(
    language: str, data: st.DataObject
) -> None:
    verb = data.draw(st.sampled_from(_words(SPEAKER_AFTER[language])))
    assert said_by(f"“12 persen, 12 percent,” {verb} Tamsin Okafor.") == "Tamsin Okafor"


@given(
    st.lists(
        st.sampled_from(("刚", "地", "也还地", "去年", "第二天", "，他", "(a)", "米", "是，"))
    ),
    st.sampled_from(("刚", "地", "也还地", "，", "是，", "今年底")),
)
def test_any_words_before_a_verb_are_read_in_linear_time(start: list[str], piece: str) -> None:
    text = "A" + "".join(start[:4]) + piece * 60 + "@表示"
    begun = time.process_time()
    speakers_chinese.find(text, Span(0, len(text)))
    assert time.process_time() - begun < 5  # generous: what is not linear here takes hours
