"""What is photographed: the file, who is signed in, where, in which light, width and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GUEST = ""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture `name`.png. `place` is an address, or the name of one that the story tells."""

    name: str
    who: str
    place: str
    scheme: Literal["light", "dark"] = "light"
    width: int = 1280
    height: int = 800
    language: str = "en"


def phone(name: str, who: str, place: str, language: str = "en") -> Photograph:
    """Return a picture of a page as a telephone shows it."""
    return Photograph(name, who, place, width=360, height=740, language=language)


PHOTOGRAPHS = (
    Photograph("queue", "ming", "/queue/", width=1440, height=900),
    Photograph("queue-dark", "ming", "/queue/?language=id", "dark"),
    phone("queue-phone", "ming", "/queue/"),
    Photograph("queue-zh-hans", "ming", "/queue/", width=1440, height=900, language="zh-hans"),
    Photograph("search", "ming", "/search/?q=412"),
    Photograph("workspace", "sari", "workspace", width=1440, height=900),
    Photograph("workspace-dark", "sari", "workspace", "dark", width=1440, height=900),
    phone("workspace-phone", "sari", "workspace"),
    Photograph(
        "workspace-zh-hant", "sari", "workspace", "dark", width=1440, height=900,
        language="zh-hant",
    ),
    phone("workspace-id-phone", "sari", "workspace", language="id"),
    Photograph("explain", "sari", "explain"),
    Photograph("merge", "sari", "merge"),
    Photograph("notifications", "sari", "/notifications/"),
    Photograph("practice", "ming", "/practice/"),
    Photograph("sign-off-list", "grace", "/sign-off/"),
    Photograph("sign-off", "grace", "sign-off", height=1240),
    Photograph("sign-off-id", "grace", "sign-off", "dark", language="id"),
    Photograph("articles", "sari", "/articles/"),
    Photograph("article-add", "sari", "/articles/add/"),
    Photograph("article", "sari", "article"),
    Photograph("sources", "dewi", "/sources/"),
    Photograph("source", "dewi", "source"),
    Photograph("earlier-checks", "dewi", "/earlier-checks/"),
    Photograph("alerts", "dewi", "/alerts/"),
    Photograph("dismissals", "dewi", "/queue/dismissals/"),
    Photograph("rules", "dewi", "/queue/rules/"),
    Photograph("dashboard", "dewi", "/dashboard/"),
    Photograph("dashboard-zh-hans", "dewi", "/dashboard/", "dark", language="zh-hans"),
    Photograph("reports", "dewi", "/reports/"),
    Photograph("agreement", "dewi", "/agreement/"),
    Photograph("audit", "admin", "/audit/"),
    Photograph("webhooks", "dewi", "/webhooks/"),
    Photograph("recusals", "sari", "/recusals/"),
    Photograph("preferences", "sari", "/preferences/"),
    Photograph("login", GUEST, "/login/"),
    Photograph("verdicts", GUEST, "/"),
    Photograph("verdict", GUEST, "verdict"),
    phone("verdict-phone", GUEST, "verdict"),
    phone("verdict-zh-hant-phone", GUEST, "verdict", language="zh-hant"),
    Photograph("verdict-corrected", GUEST, "verdict-corrected"),
    Photograph("verdict-retracted", GUEST, "verdict-retracted"),
    Photograph("methodology", GUEST, "/methodology/"),
)  # fmt: skip
