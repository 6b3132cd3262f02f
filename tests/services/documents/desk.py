"""A desk with a published verdict in each of four languages, some of them with hostile texts."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils import timezone

from claims.models import Claim, Evidence
from claims.services.vault import copy_keep
from claims.sources.fetching import FetchedPage
from factcheck.accounts.models import User
from reviews.domain.report_spec import STATUSES, ReportSpec
from reviews.exports.columns import COLUMNS
from reviews.exports.stopping import nobody
from reviews.exports.table import Table, Writer
from reviews.models import QueueItem, Verdict
from reviews.selectors.report_rows import ReportRows
from reviews.services.corrections import verdict_retract
from reviews.services.verdicts import verdict_publish
from tests.factories import make_appearance, make_article, make_evidence, make_item
from tests.walks import REVIEW, declined_reply, review, sign_off

EVERYTHING = ReportSpec(statuses=STATUSES, time_zone="Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Story:
    """What is claimed in a language, and what the desk says of it."""

    language: str
    claim: str
    summary: str
    explanation: str
    quote: str


STORIES = (
    Story(
        "en",
        "The harbour moved 31 ships a day in spring. 🚢",
        "It moved nineteen, by the log of the pilots.",
        "The log of the pilots has a line for each ship.\nNo day in spring has over 24 lines.",
        "Nineteen ships a day on average.",
    ),
    Story(
        "id",
        "Dermaga baru menelan biaya $31 juta, kata wali kota.",
        "Biayanya lebih rendah menurut laporan keuangan daerah.",
        "Laporan pertanggungjawaban menyebutkan $19 juta karena pembangunan dermaga kedua"
        " ditangguhkan oleh pemerintah daerah.",
        "Pembangunan dermaga kedua ditangguhkan.",
    ),
    Story(
        "zh-Hans",
        "市长说,新码头花费了3100万美元。",
        "根据财政报告,费用没有那么高。",
        "财政报告写明:“实际支出为1900万美元。”第二期工程直接推迟了,这笔钱没有花出去。",
        "实际支出为1900万美元。",
    ),
    Story(
        "zh-Hant",
        "市長說,新碼頭花費了3100萬美元。",
        "根據財政報告,費用沒有那麼高。",
        "財政報告寫明:「實際支出為1900萬美元。」第二期工程直接推遲了,這筆錢沒有花出去。",
        "實際支出為1900萬美元。",
    ),
)
# What would be code, a link, markup or a broken line somewhere, were it not taken for a text.
HOSTILE = Story(
    "en",
    '#read("/etc/passwd") $x$ *bold* <script>alert(1)</script> [here](https://evil.example)',
    "= Heading @label `code` | cell | ]( \\end{document} {{ settings.SECRET_KEY }} 100%",
    '#import "@preview/cetz:0.3.4"\n- a list\n1. one\n<b>www.evil.example</b>',
    "<!-- --> ![x](file:///etc/passwd) &lt; \u202efdp.exe\u202c \U00012000 \ue000 é́ 👩‍🚒",
)


def publish(story: Story, author: User, editor: User, *, outlet: str = "Suara Teluk") -> Verdict:
    """Return the published verdict of a story, with evidence, a reply and an appearance."""
    item = make_item()
    Claim.objects.filter(pk=item.claim_id).update(
        text=story.claim, language=story.language, speaker="Rini Astuti"
    )
    item = QueueItem.objects.get(pk=item.pk)
    declined_reply(item, author, "Rini Astuti")
    make_appearance(item.claim, article=make_article(outlet=outlet), end=12)
    make_evidence(item.claim, author, quote=story.quote)
    review(item, author, replace(REVIEW, summary=story.summary, rationale=story.explanation))
    signed = sign_off(Verdict.objects.get(item=item), editor)
    return verdict_publish(verdict=signed, actor=editor)


def full_desk(author: User, editor: User) -> list[Verdict]:
    """Return a verdict per language, and a hostile one that was retracted."""
    verdicts = [publish(story, author, editor) for story in (*STORIES, HOSTILE)]
    verdict_retract(verdict=verdicts[-1], actor=editor, note="The log was of <another> year.")
    return list(Verdict.objects.order_by("pk"))


def keep_copy(verdict: Verdict, content: bytes) -> Evidence:
    """Keep a copy of the page that the evidence of `verdict` quotes."""
    evidence = Evidence.objects.get(claim=verdict.claim_id)
    fetched_at = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    page = FetchedPage(
        url=evidence.url,
        asked_url=evidence.url,
        status=200,
        headers={"content-type": "text/html; charset=utf-8"},
        body=content,
        fetched_at=fetched_at,
    )
    evidence.copy, evidence.fetched_at = copy_keep(page=page), fetched_at
    evidence.save()
    return evidence


def table(spec: ReportSpec = EVERYTHING, *, told: Callable[[int], None] = nobody) -> Table:
    """Return the table of all that was published so far."""
    rows, made_at = ReportRows(spec), timezone.now()
    return Table("Verdicts of spring", COLUMNS, rows, spec, made_at, told=told)


def written(writer: Writer, of: Table | None = None) -> bytes:
    """Return the file that `writer` makes."""
    file = io.BytesIO()
    writer(of or table(), file)
    return file.getvalue()
