"""Words that turn a sentence into another claim, however many others it has in common with it."""

from __future__ import annotations

import re

from claims.extraction.lexicon.wording import words

# Each line is one side of a pair: words of English and Indonesian, then of Chinese.
_SIDES = r"""
rose|rises?|rising|grew|grows?|climb\w*|increas\w*|gain\w*|up|naik|meningkat|tumbuh / 涨|升|增
fell|falls?|falling|shrank|drop\w*|declin\w*|decreas\w*|down|turun|menurun|jatuh / 跌|降|减
exports?|ekspor|eksport / 出口
imports?|impor|import / 进口
north\w*|utara / 北
south\w*|selatan / 南
east\w*|timur / 东
west\w*|barat / 西
men|male|boys|pria|laki-laki|lelaki / 男
women|female|girls|wanita|perempuan / 女
first|pertama / 第一|首
second|kedua / 第二
won|wins|menang / 获胜|胜诉
lost|loses|kalah / 落败|败诉
opens?|opened|dibuka|membuka / 开放|开业|投产
clos\w+|ditutup|menutup / 关闭|停业|停产
killed|dead|died|deaths|tewas|meninggal|menewaskan / 死亡|遇难|丧生
injur\w+|wounded|hurt|luka\w*|melukai|cedera / 受伤
profits?|laba|untung / 盈利|利润
loss(?:es)?|rugi|merugi|kerugian / 亏损
buys?|bought|membeli|dibeli / 买|收购
sells?|sold|menjual|dijual / 卖|售
"""


def _pattern(side: str) -> re.Pattern[str]:
    latin, _, chinese = side.partition(" / ")
    return re.compile(f"{words(latin)}|{chinese}", re.IGNORECASE)


_PATTERNS = [_pattern(side) for side in _SIDES.split("\n") if side]
OPPOSITES = tuple(zip(_PATTERNS[::2], _PATTERNS[1::2], strict=True))
"""Of each pair a sentence may have one, the other, both or neither."""

NEGATION = re.compile(
    words(
        r"not|no|never|none|neither|nor|cannot|without|den(?:y|ies|ied)|tidak|bukan|belum|tak|tiada"
        r"|tanpa|membantah|menyangkal|menafikan"
    )
    + r"|n['’]t\b|不(?!仅|但|只|断|少|过)|没|未(?!来)|并非|否认|无(?!论)",
    re.IGNORECASE,
)
