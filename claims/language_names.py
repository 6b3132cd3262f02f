"""Names of the languages articles are written in."""

from __future__ import annotations

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as _


def language_name(tag: str) -> str:
    """Return the name of a BCP 47 tag such as "zh-Hant" in the page's language, else the tag."""
    if tag in ("", "und"):
        return _("unknown")
    info = LANG_INFO.get(tag.lower(), {})
    name = info.get("name") or LANG_INFO.get(tag.lower().partition("-")[0], {}).get("name")
    return _(str(name)) if name else tag
