"""Measure search on a desk of any size, beside the plain queue page in the same run.

    python -m benchmarks.search [--claims 100000] [--rounds 60]

Claims and articles are made of invented words, common and rare as in a language; entries of a few
thousand texts are folded as the product does it and shared out over the rows: a word is in the same
share of them as if each had a text of its own. Ends with 1 when one in twenty of any kind of search
takes longer than MOST.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator

import django
from django.core.management import call_command

from benchmarks.queue.scratch import scratch_desk

MOST = 100  # ms, p95
TEXTS, ARTICLES = 2000, 200
WORDS = 8000
SYLLABLES = ("ka", "ri", "to", "me", "san", "bu", "li", "no", "pe", "gar", "du", "wi")
HAN = "港口渡轮税收预算学校医院桥梁农业价格工人市长经济增长能源森林河流铁路公司银行住房水稻疫苗船舶"

SHARE_OUT = """
UPDATE claims_{kind} SET text = made.text, language = made.language
FROM made WHERE made.kind = '{kind}' AND made.n = claims_{kind}.id % {number}
"""
ENTER = """
INSERT INTO reviews_searchentry (kind, {kind}_id, words, language, at, folding)
SELECT '{kind}', "row".id, made.words, made.language, now() - "row".id * interval '1 minute', 1
FROM claims_{kind} AS "row" JOIN made ON made.kind = '{kind}' AND made.n = "row".id % {number}
"""
NOTE_FIGURES = """
INSERT INTO reviews_searchfigure (entry_id, unit, value) SELECT entry.id, 'usd', made.value
FROM reviews_searchentry entry JOIN made ON made.kind = 'claim' AND made.value IS NOT NULL
    AND made.n = entry.claim_id % {number}
"""


def main() -> int:
    """Set up the desk, measure, take it down; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=60)
    arguments = parser.parse_args()
    with scratch_desk(lease_seconds=900):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        return measure(arguments.claims, arguments.rounds)


def measure(claims: int, rounds: int) -> int:
    """Print the figures; return 1 when a search was too slow."""
    # Models can only be imported now.
    from benchmarks.queue.pages import seconds_of
    from benchmarks.queue.people import make_people
    from benchmarks.queue.server import serving
    from benchmarks.queue.spread import spread_of

    people = make_people(1)
    began = time.monotonic()
    fill_desk(claims, people.reviewers)
    print(f"{claims:,} claims, {claims // 10:,} articles in {time.monotonic() - began:.0f} s")
    print(f"{'':24}   p50    p95 ms   of the queue's")
    plain, slowest = 0.0, 0.0
    with serving("factcheck.wsgi:application") as server:
        for kind, path in {"queue": "/queue/", **searches()}.items():
            for _ in range(rounds // 2):
                seconds_of(server.port, path, people.cookie)
            took = spread_of([seconds_of(server.port, path, people.cookie) for _ in range(rounds)])
            plain = plain or took.p95
            slowest = max(slowest, took.p95 if kind != "queue" else 0)
            print(f"  {kind:22} {took}   {took.p95 / plain:8.2f}", flush=True)
    return int(slowest > MOST)


def searches() -> dict[str, str]:
    """Return the address of each kind of search."""
    word = vocabulary()
    return {
        "rare word": f"/search/?q={word[4000]}",
        "two words": f"/search/?q={word[40]}+{word[400]}",
        "common word": f"/search/?q={word[0]}",
        "in half of all": f"/search/?q={word[0]}+{word[1]}",
        "phrase": f'/search/?q="{word[0]}+{word[1]}"',
        "beginning": f"/search/?q={word[30][:3]}",
        "Chinese word": "/search/?q=%E9%93%81%E8%B7%AF",
        "one character": "/search/?q=%E7%A8%8E",
        "amount": "/search/?q=5,5+juta",
        "nothing": "/search/?q=xyzzyx",
        "language and day": f"/search/?q={word[0]}&language=id&from=2026-01-01",
        "state": f"/search/?q={word[5]}&status=sign_off",
        "outlet": f"/search/?q={word[0]}&source=3",
        "amounts of money": "/search/?least=5+juta&most=6+juta&unit=USD",
        "API, rare word": f"/api/v1/search?q={word[4000]}",
    }


def vocabulary() -> list[str]:
    """Return invented words, the same in each run; the first are the commonest."""
    chance = random.Random(7)
    words: dict[str, None] = {}
    while len(words) < WORDS:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


def texts(number: int, sentences: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (language, text): a third of them Chinese, with a figure in every second sentence."""
    chance, words = random.Random(seed), vocabulary()
    weights = [1 / rank for rank in range(1, WORDS + 1)]
    for n in range(number):
        language = ("id", "en", "zh-Hans")[n % 3]
        parts = []
        for _ in range(sentences):
            figure = f"US$ {chance.randint(1, 99) / 10} juta" if chance.random() < 0.5 else ""
            if language == "zh-Hans":
                parts.append("".join(chance.choices(HAN, k=28)) + f"{figure.lower()}。")
            else:
                parts.append(" ".join([*chance.choices(words, weights, k=13), figure]) + ".")
        yield language, " ".join(parts)


def fill_desk(claims: int, reviewers: list[int]) -> None:
    """Fill the desk as the benchmark of the queue does, and give its rows texts and entries."""
    from django.db import connection, transaction

    from benchmarks.queue.filling import fill

    fill(range(claims), reviewers)
    with transaction.atomic(), connection.cursor() as cursor:
        # No trigger: a hundred thousand notes, and an article's text is frozen.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "CREATE TEMP TABLE made"
            " (kind text, n int, language text, text text, words tsvector, value float)"
        )
        for kind, number, sentences in (("claim", TEXTS, 1), ("article", ARTICLES, 40)):
            cursor.executemany(
                "INSERT INTO made VALUES (%s, %s, %s, %s, %s, %s)",
                list(made_texts(kind, number, sentences)),
            )
            cursor.execute(SHARE_OUT.format(kind=kind, number=number))
            cursor.execute(ENTER.format(kind=kind, number=number))
        cursor.execute(NOTE_FIGURES.format(number=TEXTS))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def made_texts(
    kind: str, number: int, sentences: int
) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield the rows of texts with what is stored of each."""
    from claims.search.vector import Part, indexed

    for n, (language, text) in enumerate(texts(number, sentences, seed=number)):
        content = indexed([Part(text, language, "A")])
        value = content.figures[0].value if content.figures else None
        yield kind, n, language, text, content.words, value


if __name__ == "__main__":
    sys.exit(main())
