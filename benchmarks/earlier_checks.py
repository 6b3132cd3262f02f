"""How fast earlier fact-checks are taken in, beside the embedding engine alone.

    python -m benchmarks.earlier_checks [--rows 10000] [--claims 1000]

The ClaimReviews are made up, in four languages, each another; the desk has claims of the same kind,
so that each is compared with its five nearest. The reference is the engine, which embeds the claims
of as many of them in the same run: nobody can be faster who embeds each. Prints rows a second of
both and their ratio, and what was matched. Ends with status 1 under a ratio of a half.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from typing import Any

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk

FLOOR = 0.5
MEASURED = 1000  # rows whose claims the engine embeds by itself
STATEMENTS = (
    ("en", "The {thing} of {place} cost {figure} million dollars and was finished in {year}."),
    ("id", "{thing} di {place} menelan biaya {figure} juta dolar dan selesai pada {year}."),
    ("zh-Hans", "{place}的{thing}耗资{figure}万美元,于{year}年完工。"),
    ("zh-Hant", "{place}的{thing}耗資{figure}萬美元,於{year}年完工。"),
)
PLACES = (
    ("Kelling", "Marrow Bay", "Tessaly", "Port Arden"),
    ("Muara Biru", "Tanjung Asri", "Lembah Jati", "Kota Senja"),
    ("临湖", "白沙", "青石", "云港"),
    ("臨湖", "白沙", "青石", "雲港"),
)
THINGS = (
    ("new quay", "public library", "night ferry", "flood wall"),
    ("Dermaga baru", "Perpustakaan umum", "Kapal malam", "Tanggul banjir"),
    ("新码头", "公共图书馆", "夜间渡轮", "防洪墙"),
    ("新碼頭", "公共圖書館", "夜間渡輪", "防洪牆"),
)


def statement(number: int, chance: random.Random) -> tuple[str, str]:
    """Return the language and the text of a claim that no other number has."""
    kind = number % len(STATEMENTS)
    language, form = STATEMENTS[kind]
    said = form.format(
        place=chance.choice(PLACES[kind]),
        thing=chance.choice(THINGS[kind]),
        figure=f"{number // 4 + 1}.{chance.randint(1, 9)}",
        year=chance.randint(1990, 2026),
    )
    return language, said


def review(number: int, chance: random.Random) -> dict[str, Any]:
    """Return a ClaimReview as a feed has it."""
    language, said = statement(number, chance)
    return {
        "@type": "ClaimReview",
        "url": f"https://desk{number % 40}.example/checks/{number}",
        "claimReviewed": said,
        "author": {"@type": "Organization", "name": f"Desk {number % 40}"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        "datePublished": f"2026-0{number % 9 + 1}-1{number % 7}",
        "inLanguage": language,
    }


def measure(rows: int, claims: int) -> int:
    """Fill a desk, take the rows in, print the figures; return the exit status."""
    # Models can only be imported once Django is set up.
    from claims.extraction.embedding import embed, forget
    from claims.models import EarlierCheck, EarlierCheckMatch
    from claims.services.checked_before import earlier_checks_import

    chance = random.Random(20260513)
    _fill(claims, chance)
    reviews = [review(number, chance) for number in range(rows)]
    sample = [str(each["claimReviewed"]) for each in reviews[:MEASURED]]
    forget()
    began = time.perf_counter()
    embed(sample)
    engine = len(sample) / (time.perf_counter() - began)
    forget()
    began = time.perf_counter()
    earlier_checks_import(document=reviews, actor=None)
    taken = rows / (time.perf_counter() - began)
    stored, matched = EarlierCheck.objects.count(), EarlierCheckMatch.objects.count()
    print(f"engine alone   {engine:8.1f} rows/s")
    print(f"import         {taken:8.1f} rows/s, {taken / engine:.2f} of the engine")
    print(f"{stored} of {rows} stored, {matched} matches with {claims} claims")
    return 0 if taken >= FLOOR * engine and stored == rows else 1


def _fill(claims: int, chance: random.Random) -> None:
    """Put claims on the desk whose figures are those of reviews, or near them."""
    from claims.extraction.pipeline import figures_of
    from claims.matching.embeddings import embed_statements
    from claims.models import Claim
    from claims.models.values import quantity_rows

    said = [statement(number, chance) for number in range(claims)]
    vectors = embed_statements([text for _tag, text in said], [tag for tag, _text in said])
    Claim.objects.bulk_create(
        Claim(
            text=text, language=tag, vector=vector.tolist(), score=0.6,
            quantities=quantity_rows(figures_of(text, language=tag)[1]),
        )
        for (tag, text), vector in zip(said, vectors, strict=True)
    )  # fmt: skip


def main() -> int:
    """Set up a desk, measure, take it down; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.earlier_checks")
    parser.add_argument("--rows", type=int, default=10_000, metavar="N")
    parser.add_argument("--claims", type=int, default=1000, metavar="N")
    arguments = parser.parse_args()
    with scratch_desk(lease_seconds=60):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        return measure(arguments.rows, arguments.claims)


if __name__ == "__main__":
    sys.exit(main())
