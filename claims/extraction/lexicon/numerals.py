"""Words that say numbers."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, spread

MAGNITUDES = spread(
    {
        1e3: "thousand|thousands|ribu|rb",
        1e5: "lakh|lakhs",
        1e6: "million|millions|mil|mln|juta|jt",
        1e7: "crore|crores",
        1e9: "billion|billions|bln|miliar|milyar|bilion",
        1e12: "trillion|trillions|tln|triliun|trilion|biliun",
    }
)

GLUED_MAGNITUDES = spread(
    {
        1e9: "bn|b|B",
        1e6: "mn|MM|M",
        1e12: "tn",
        1e3: "k|K",
    }
)
"""Written against the number only ("671B"); "m" is a million of money only, and else metres."""

ADDENDS = spread(
    {
        0: "zero|nought|naught|nol|kosong|sifar",
        1: "one|satu",
        2: "two|dua",
        3: "three|tiga",
        4: "four|empat",
        5: "five|lima",
        6: "six|enam",
        7: "seven|tujuh",
        8: "eight|delapan|lapan",
        9: "nine|sembilan",
        10: "ten|sepuluh",
        11: "eleven|sebelas",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty|fourty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "seratus",
    }
)
"""What adds to the number being said."""

FACTORS = spread({10: "puluh", 100: "hundred|hundreds|ratus"})
"""What multiplies the word before it: "dua puluh", "three hundred"."""

TEENS = "belas"
"""Adds ten to the word before it: "lima belas"."""

WHOLE_MAGNITUDES = spread({1e3: "seribu", 1e6: "sejuta", 1e9: "semiliar", 1e12: "setriliun"})
"""One of a magnitude, in a single word."""

PARTS = spread(
    {
        0.5: "half|half a|half an|a half|one half|setengah|separuh|separo",
        1 / 3: "a third|one third|one-third|sepertiga|satu pertiga",
        2 / 3: "two thirds|two-thirds|dua pertiga",
        0.25: (
            "quarter|a quarter|one quarter|one-quarter|one fourth|one-fourth|a fourth|"
            "seperempat|satu perempat|suku"
        ),
        0.75: "three quarters|three-quarters|three fourths|tiga perempat|tiga suku",
        0.2: "a fifth|one fifth|one-fifth|seperlima",
        0.4: "two fifths|two-fifths|dua perlima",
        0.6: "three fifths|three-fifths|tiga perlima",
        0.8: "four fifths|four-fifths|empat perlima",
        0.1: "a tenth|one tenth|one-tenth|sepersepuluh",
    }
)
"""Shares in words: of a whole, or of the magnitude that follows ("half a million")."""

VAGUE = spread(
    {
        1e1: "puluhan|berpuluh|berpuluh-puluh|dozens|tens|scores",
        1e2: "ratusan|beratus|beratus-ratus|hundreds",
        1e3: "ribuan|thousands|beribu|beribu-ribu",
        1e6: "jutaan|millions|berjuta|berjuta-juta",
        1e9: "miliaran|billions",
        1e12: "triliunan|trillions",
    }
)
"""Words for some of a size: from once to ten times it ("ratusan juta": 1e8 to 1e9)."""

SEVERAL = ("several", "a few", "beberapa")
"""Some of the magnitude that follows ("several million"); nothing without one."""

CHINESE_DIGITS = spread(
    {
        0: "零|〇|○",
        1: "一|壹",
        2: "二|两|俩|贰",
        3: "三|叁",
        4: "四|肆",
        5: "五|伍",
        6: "六|陆",
        7: "七|柒",
        8: "八|捌",
        9: "九|玖",
    }
)

CHINESE_TENS = spread({1e1: "十|拾", 1e2: "百|佰", 1e3: "千|仟"})

CHINESE_MYRIADS = spread({1e4: "万", 1e8: "亿", 1e12: "兆"})

NO_NUMERALS = alternatives(
    """
    一[切看些样起直定般旦下向再边致律旁体度共带流]
    [统唯万单第同]一
    十[足分](?!之)
    四[处川角面]
    五台山|五角大楼|五花八门
    百[姓货搭科灵济]
    百度(?![以之])
    千万(?=别|不要|要)
    万[科达事众般圣泰华豪物]
    亿[航纬欧联]
    兆[易芯]
    两[岸国会两]
    万万
    三[星亚峡农]|三明治
    六合|七匹狼|九寨|九龙|九九(?=是)
    一波三折|乱七八糟|三令五申|四通八达|七上八下
    [大登着内海水]陆|陆[地上军空路续]
    [队退入]伍
    [收夕]拾|拾[取起到金]
    [放大]肆|肆[意无]
    """
)
"""Words with a numeral in them that count nothing."""
