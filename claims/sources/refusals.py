"""Why a file was not taken, in words: each says what to do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.sources.unreadable import Unreadable
from factcheck.errors import InvalidInput

READABLE = gettext_lazy("only .txt, .html, .pdf, .docx, .epub and .eml files can be read")
REASONS: dict[str, Any] = {
    "file_kind": READABLE,
    "file_mismatch": gettext_lazy(
        "its name ends in %(suffix)s, but that is not what is in it; save it anew"
    ),
    "file_empty": gettext_lazy("it is empty"),
    "file_blank": gettext_lazy("there is no text in it"),
    "file_binary": gettext_lazy("it is not a text file"),
    "file_encoding_unknown": gettext_lazy("its encoding cannot be told; save it as UTF-8"),
    "file_encoding": gettext_lazy(
        "it is broken at byte %(at)s (read as %(encoding)s); save it as UTF-8"
    ),
    "file_too_large": gettext_lazy("it is larger than %(limit)s KB"),
    "file_too_long": gettext_lazy("its text is longer than %(limit)s characters"),
    "file_old_office": gettext_lazy("it is in an old format of Office; save it as .docx"),
    "file_rich_text": gettext_lazy("it is rich text; save it as .docx or .txt"),
    "file_macros": gettext_lazy("it holds macros, which are programs; save it as .docx"),
    "file_locked": gettext_lazy("it is locked by a password; save it without one"),
    "file_scan": gettext_lazy(
        "there is no text in it, only pictures of pages; run text recognition on it first"
    ),
    "file_pages": gettext_lazy("it has more than %(most)s pages; save those that matter"),
    "file_broken": gettext_lazy(
        "it is damaged or cut off; open it in its program and save it anew, or paste its text"
    ),
    "file_bomb": gettext_lazy(
        "it unpacks to far more than a document holds; paste its text if it is one"
    ),
    "file_tricks": gettext_lazy(
        "its archive holds links, doubled names or names that lead elsewhere; save it anew"
    ),
    "file_entities": gettext_lazy(
        "it declares entities of its own, as no document has to; save it anew, or paste its text"
    ),
    "file_no_file": gettext_lazy("it is a link, a folder or a device; put the file itself there"),
    "file_heavy": gettext_lazy(
        "reading it takes more memory or time (%(seconds)s s) than a document should; paste its "
        "text, or split it"
    ),
    "file_busy": gettext_lazy("too many files are being read just now; send it again in a minute"),
}
# Reasons that differ for people and not for programs.
CODES = {
    "file_blank": "file_empty",
    "file_too_long": "file_too_large",
    "file_encoding_unknown": "file_encoding",
}


def refusal(filename: str, error: Unreadable) -> InvalidInput:
    """Return the refusal of a file that people are shown."""
    reason = str(REASONS.get(error.code, REASONS["file_broken"]))
    details = {"suffix": "", "at": "", "encoding": "", "limit": "", "most": "", "seconds": ""}
    message = _("%(file)s was not taken: %(reason)s.") % {
        "file": filename,
        "reason": reason % (details | error.details),
    }
    return InvalidInput("file", message, code=CODES.get(error.code, error.code))
