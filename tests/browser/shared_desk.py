"""One desk with something in every state, for all the pages that are looked at."""

from __future__ import annotations

import datetime
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from claims.extraction.types import Quantity, Span
from claims.models import AlertKind, Article
from claims.models.values import quantity_rows
from claims.services.alerts import alert_raise
from factcheck.accounts.models import User
from reviews.models import QueueItem, QueueReason, Tag
from reviews.services.triage import item_tag
from tests.api.permission_rows import Rows
from tests.duties.histories import Desk, verdict_of
from tests.duties.scenes import SCENES
from tests.factories import make_appearance, make_article, make_claim, make_item, make_version

LONG = {
    "en": "Officials of the provincial board of harbours and inland waterways said on Tuesday that"
    " at least 62 hectares of mangroves had been filled in since May without any permit at all.",
    "id": "Menurut dinas perhubungan provinsi, sedikitnya 62 hektare tambak dan mangrove diuruk"
    " sejak Mei tanpa izin, padahal pertanggungjawabannya belum diserahkan kepada gubernur.",
    "zh-Hans": "港务局负责人周二表示,自五月以来至少有六十二公顷的红树林在没有任何许可的情况下"
    "被填平,而省政府至今没有公布调查结果,当地居民对此提出了强烈质疑。",
    "zh-Hant": "港務局負責人週二表示,自五月以來至少有六十二公頃的紅樹林在沒有任何許可的情況下"
    "被填平,而省政府至今沒有公布調查結果,當地居民對此提出了強烈質疑。",
}
FIGURE = {
    "start": 0, "end": 11,
    "value": 62.0, "unit": "ha", "comparator": "at_least", "low": None, "high": None,
}  # fmt: skip


class SharedDesk:
    """The rows of a desk, each made when it is first asked for; scenes are those of the duties."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.rows = Rows(self.desk.editor)
        self._items: dict[str, QueueItem] = {}

    def person(self, name: str) -> User:
        """Return one of the people of the scenes."""
        return self.desk.people[name]

    def item(self, scene: str) -> int:
        """Return the id of the item of a scene."""
        return self._item(scene).pk

    def claim(self, scene: str) -> int:
        """Return the id of its claim."""
        return self._item(scene).claim_id

    def explanation(self) -> str:
        """Return the address of the page that sets two claims side by side."""
        one, other = (
            make_claim(LONG[language], language=language) for language in ("id", "zh-Hant")
        )
        return f"{reverse('claim-explain', args=[one.pk])}?with=claim:{other.pk}"

    def verdict(self, scene: str) -> int:
        """Return the id of its verdict."""
        return verdict_of(self._item(scene)).pk

    def _item(self, scene: str) -> QueueItem:
        if scene not in self._items:
            self._items[scene] = SCENES[scene].build(self.desk)
        return self._items[scene]

    @cached_property
    def long_rows(self) -> list[QueueItem]:
        """More items than a page holds, as wordy as they come, in four languages."""
        items = [long_item(number) for number in range(51)]
        tag = Tag.objects.create(name="Bencana dan lingkungan", added_by=self.desk.editor)
        for item in items[:3]:
            item_tag(item=item, actor=self.desk.editor, tag=tag)
        return items

    @cached_property
    def long_article(self) -> int:
        """An article with an unbroken word and all languages, on its way through the stages."""
        text = "\n\n".join([*LONG.values(), "pertanggungjawaban" * 20])
        return make_article(text, outlet="Kantor Berita Pesisir Utara Nusantara").pk

    @cached_property
    def done_article(self) -> int:
        """An article the machine is done with, with one claim found, and a newer version."""
        article = make_article(LONG["en"])
        claim = make_claim(LONG["en"][:60])
        make_appearance(claim, article=article, end=60)
        make_item(claim)
        Article.objects.filter(pk=article.pk).update(stage="done", due_at=None)
        return article.pk

    @cached_property
    def newer_version(self) -> int:
        """A version that replaced another, with the alert about it."""
        version = make_version(make_article(), "The ferries carried nobody after all.")
        alert_raise(kind=AlertKind.SILENT_EDIT, cause=f"article {version.pk}", article=version)
        return version.pk


def long_item(number: int) -> QueueItem:
    """Return an item with as much to say in its row as there is; the higher the later."""
    language, text = list(LONG.items())[number % len(LONG)]
    claim = make_claim(f"{text} ({number})", language=language)
    claim.speaker = "Dr. Endang Purwaningsih-Wirakusumah, juru bicara"
    claim.quantities = [FIGURE]
    claim.save()
    make_appearance(claim)
    item = make_item(claim, priority=90 - number)
    said = (
        ("Harian Kabar Nusantara", "id", 5_600_000),
        ("", language, 4_650_000),
        ("港務日報", "zh-Hant", 5_000_000),
    )
    rows = quantity_rows(Quantity(Span(0, 9), value, "USD") for _outlet, _tag, value in said)
    sides = [
        {"outlet": outlet, "language": tag, **row}
        for (outlet, tag, _value), row in zip(said, rows, strict=True)
    ]
    QueueReason.objects.create(item=item, kind=QueueReason.Kind.CONFLICT, detail={"sides": sides})
    item.due_at = timezone.now() + datetime.timedelta(days=number - 3)
    item.save()
    return item
