"""`manage.py sketch_articles`: articles from before there were sketches become copies, too."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from claims.models import ArticleSketch, Stage
from factcheck.flow import advance
from tests.audit import events_of
from tests.factories import make_article

REPORT = """The harbour handled 3,412 ships in March, the port authority said on Monday in its
report on the first quarter. Another quay is to open next year and cost 40 million dollars."""

LONG = (
    REPORT
    + """ The port lost two cranes to a storm in January. Fishermen say that the new quay takes
their berths. The authority answered that the old basin stays open. Dredging begins in June.
"""
)


@pytest.mark.django_db
def test_articles_without_a_sketch_get_one_and_copies_find_each_other() -> None:
    first, copy, other = (
        make_article(text) for text in (REPORT, f"From our desk. {REPORT}", REPORT[::-1])
    )
    for article in (first, copy, other):
        article.stage, article.due_at = Stage.DONE, None
        article.save()
    waiting = make_article("The mill ground 88 thousand tons of rice.")
    assert run() == "3 sketches made.\n"
    originals = dict(ArticleSketch.objects.values_list("article", "original"))
    assert originals == {first.pk: first.pk, copy.pk: first.pk, other.pk: other.pk}
    assert waiting.pk not in originals
    assert events_of(first) == ["article.receive", "article.sketch"]
    assert run() == "0 sketches made.\n"


@pytest.mark.django_db
def test_a_sketch_from_before_gists_gets_one_and_stays_with_its_original() -> None:
    first, copy = (make_article(f"{LONG}{ending}") for ending in ("", "More on page 4."))
    for article in (first, copy):
        advance(article.pk)
    ArticleSketch.objects.update(gist=None)
    notice = make_article("The mill ground 88 thousand tons of rice.")
    advance(notice.pk)
    assert run() == "2 sketches made.\n"
    assert events_of(copy)[-1] == "article.sketch"
    rows = ArticleSketch.objects.exclude(article=notice).order_by("article")
    assert [(row.original_id, row.gist is not None) for row in rows] == [(first.pk, True)] * 2
    assert run() == "0 sketches made.\n"


def run() -> str:
    """Return what the command says."""
    out = io.StringIO()
    call_command("sketch_articles", stdout=out)
    return out.getvalue()
