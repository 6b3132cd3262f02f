"""Whether a page says that it was corrected: a change told openly is no silent one."""

from __future__ import annotations

import re

# At the start of a line, and set off: "koreksi" and 更正 are ordinary words within one.
_HEADINGS = (
    "correction|corrections|clarification|editor'?s? note|update and correction",
    "koreksi|ralat|pembetulan|klarifikasi|catatan redaksi|catatan editor",
    "更正|勘误|勘誤|更正启事|更正啟事|编者按|編者按|更正说明|更正說明",
    "訂正|訂正とお詫び|정정|바로잡습니다|đính chính|corrección|fe de errores|correção|errata",
    "rectificatif|correctif|berichtigung|korrektur|corrigendum|erratum|تصحيح|แก้ไขข่าว",
)
_HEADING = re.compile(
    rf"^[\W_]*(?:{'|'.join(_HEADINGS)})(?:\s*[(（][^()（）\n]{{1,40}}[)）])?\s*[:：\]】)）—–-]",
    re.IGNORECASE | re.MULTILINE,
)
_PHRASE = re.compile(
    r"\b(?:an )?(?:earlier|previous) version of this (?:article|story|report)\b"
    r"|\bthis (?:article|story|report) (?:has been|was) (?:corrected|amended|revised)\b"
    r"|\b(?:artikel|berita|tulisan) ini telah (?:diperbaiki|dikoreksi|diralat|diperbarui)\b"
    r"|\bversi sebelumnya (?:dari )?(?:artikel|berita|tulisan) ini\b"
    r"|(?:此前|早前|先前|之前)(?:的)?版本(?:中)?(?:误|誤|有误|有誤|错|錯)"
    r"|(?:本文|此文|本报道|本報道|本新聞)(?:已|现已|現已|已經|已经)(?:更正|修正|修訂|修订)",
    re.IGNORECASE,
)


def says_corrected(before: str, after: str) -> bool:
    """Return whether `after` has a note of a correction that `before` does not have."""
    return not _notes(after) <= _notes(before)


def _notes(text: str) -> set[str]:
    """Return the lines that tell of a correction."""
    lines = (line.strip() for line in text.splitlines())
    return {line for line in lines if _HEADING.search(line) or _PHRASE.search(line)}
