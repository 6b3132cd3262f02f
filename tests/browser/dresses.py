"""The ways people sit at the desk; together the journeys are made in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import ViewportSize

LAPTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)
# What a browser asks for in that language, by the code of the pages.
LOCALES = {"en": "en-GB", "id": "id-ID", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}


@dataclass(frozen=True, slots=True)
class Dress:
    """The language of a browser, its screen, its colours, and whether there is no mouse."""

    language: str
    screen: ViewportSize
    scheme: Literal["light", "dark"]
    by_keyboard: bool = False

    def __str__(self) -> str:
        screen = "phone" if self.screen is PHONE else "laptop"
        return f"{self.language}, {screen}, {self.scheme}{', keyboard' if self.by_keyboard else ''}"


ENGLISH = Dress("en", LAPTOP, "light")
INDONESIAN = Dress("id", PHONE, "dark")
SIMPLIFIED = Dress("zh-hans", LAPTOP, "dark", by_keyboard=True)
TRADITIONAL = Dress("zh-hant", PHONE, "light")
DRESSES = (ENGLISH, INDONESIAN, SIMPLIFIED, TRADITIONAL)
