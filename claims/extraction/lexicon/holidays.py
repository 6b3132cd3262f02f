"""Holidays that a rule can place: by day, by weekday of a month, or by their distance to Easter.

Those of the Islamic and Chinese calendars need tables of moons and are left out.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import spread

NAMES = spread(
    {
        "new year": "new year|new year's day|new years day|new year day|tahun baru",
        "new year eve": "new year's eve|new years eve|malam tahun baru",
        "christmas": "christmas day|christmas|hari natal|natal",
        "christmas eve": "christmas eve|malam natal",
        "boxing day": "boxing day",
        "valentine": "valentine's day|valentines day|hari valentine",
        "women": "international women's day|hari perempuan internasional",
        "patrick": "st patrick's day|st. patrick's day|saint patrick's day",
        "fools": "april fools' day|april fool's day",
        "earth": "earth day|hari bumi",
        "workers": "international workers' day|workers' day|may day|hari buruh",
        "juneteenth": "juneteenth",
        "fourth of july": "fourth of july|4th of july|july fourth",
        "halloween": "halloween",
        "veterans": "veterans day",
        "kartini": "hari kartini",
        "pancasila": "hari lahir pancasila",
        "kemerdekaan": "hari kemerdekaan indonesia|hari kemerdekaan ri|hut ri",
        "merdeka": "merdeka day|hari merdeka",
        "sumpah pemuda": "hari sumpah pemuda",
        "pahlawan": "hari pahlawan",
        "easter": "easter sunday|easter|hari paskah|paskah",
        "easter monday": "easter monday",
        "good friday": "good friday|jumat agung",
        "palm sunday": "palm sunday|minggu palma",
        "ash wednesday": "ash wednesday|rabu abu",
        "ascension": "ascension day|kenaikan isa almasih",
        "thanksgiving": "thanksgiving day|thanksgiving",
        "black friday": "black friday",
        "labor day": "labor day",
        "memorial day": "memorial day",
        "king": "martin luther king jr. day|martin luther king day",
        "presidents": "presidents' day|presidents day",
        "mothers": "mother's day",
        "fathers": "father's day",
        "columbus": "columbus day|indigenous peoples' day",
    }
)

FIXED = {
    "new year": (1, 1),
    "new year eve": (12, 31),
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "valentine": (2, 14),
    "women": (3, 8),
    "patrick": (3, 17),
    "fools": (4, 1),
    "earth": (4, 22),
    "workers": (5, 1),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans": (11, 11),
    "kartini": (4, 21),
    "pancasila": (6, 1),
    "kemerdekaan": (8, 17),
    "merdeka": (8, 31),
    "sumpah pemuda": (10, 28),
    "pahlawan": (11, 10),
}
"""Month and day."""

EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter": 0,
    "easter monday": 1,
    "ascension": 39,
}
"""Days after Easter Sunday."""

WEEKDAYS_OF = {
    "thanksgiving": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
    "labor day": (9, 0, 1, 0),
    "memorial day": (5, 0, -1, 0),
    "king": (1, 0, 3, 0),
    "presidents": (2, 0, 3, 0),
    "mothers": (5, 6, 2, 0),
    "fathers": (6, 6, 3, 0),
    "columbus": (10, 0, 2, 0),
}
"""Month, weekday (Monday is 0), which of them (the last is -1), and days later.

As in the United States: other countries keep some of them on other days.
"""

BARE = frozenset(
    {"easter", "christmas", "natal", "paskah", "halloween", "thanksgiving", "black friday",
     "tahun baru", "new year", "juneteenth"}
)  # fmt: skip
"""Names that stand for things as often: Christmas trees, Easter Island, Black Friday sales."""
