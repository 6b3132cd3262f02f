"""Words of more, less and about, before and after a figure."""

from __future__ import annotations

from claims.extraction.lexicon.wording import spread
from claims.extraction.types import Comparator

BEFORE: dict[str, Comparator] = spread(
    {
        "~": (
            "about|around|roughly|approximately|approx.|circa|some|nearly|almost|an estimated|"
            "estimated|close to|in the region of|sekitar|kira-kira|kurang lebih|hampir|mendekati|"
            "diperkirakan|lebih kurang|dianggarkan|kisaran|sekira|seputar|hampir mencapai"
        ),
        ">": (
            "more than|greater than|larger than|over|above|exceeding|exceeded|exceeds|exceed|"
            "surpassing|surpassed|upwards of|north of|well over|lebih dari|lebih daripada|"
            "melebihi|melampaui|di atas|tembus|menembus|melebihi angka"
        ),
        "<": (
            "less than|under|below|fewer than|just under|lower than|smaller than|short of|"
            "kurang dari|kurang daripada|di bawah|tidak sampai|tak sampai|belum sampai"
        ),
        ">=": (
            "at least|no less than|no fewer than|not less than|a minimum of|minimum|setidaknya|"
            "paling sedikit|sedikitnya|sekurang-kurangnya|setidak-tidaknya|minimal|"
            "tidak kurang dari|tidak kurang daripada|paling tidak|paling kurang"
        ),
        "<=": (
            "up to|as much as|as many as|at most|no more than|not more than|a maximum of|maximum|"
            "hingga|sehingga|maksimal|maksimum|paling banyak|tidak lebih dari|"
            "tidak lebih daripada"
        ),
    }
)

AFTER: dict[str, Comparator] = spread(
    {
        ">=": "or more|or above|and above|atau lebih|ke atas|and over",
        "<=": "or less|or fewer|or below|ke bawah|atau kurang",
        "~": "or so",
        ">": "lebih",
    }
)

CHINESE_BEFORE: dict[str, Comparator] = spread(
    {
        "~": ("约|大约|约为|大概|近|将近|接近|逼近|估计|约合|约莫|差不多|大致|约有|约达"),
        ">": "超过|超出|逾|多于|超|高于|大于|突破|超逾|已超|冲破|高出|>",
        "<": "不到|不足|少于|低于|未到|小于|未满|不满|未达|尚不足|<",
        "<=": "不超过|至多|最多|最高|不高于|不多于|不大于|小于等于|≤",
        ">=": "至少|最少|不低于|不少于|不小于|大于等于|起码|≥",
    }
)

CHINESE_AFTER: dict[str, Comparator] = spread(
    {
        "~": "左右|上下|许",
        ">=": "以上|或以上|及以上|起",
        "<=": "以下|以内|之内|之下",
        "=": "之多",
    }
)
