"""`manage.py load_seeds`: the starter corpus, once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from claims.models import Article, EarlierCheck
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def load() -> str:
    out = io.StringIO()
    call_command("load_seeds", stdout=out, stderr=out)
    return out.getvalue()


def test_every_seed_is_taken_in_with_its_outlet() -> None:
    load()
    texts = [
        path
        for path in Path(settings.BASE_DIR, "seeds", "articles").iterdir()
        if path.suffix in {".txt", ".html"}
    ]
    assert Article.objects.count() == len(texts)
    assert not Article.objects.filter(source=None).exists()
    assert EarlierCheck.objects.exists()


def test_a_desk_with_articles_is_left_alone() -> None:
    make_article()
    assert "nothing was loaded" in load()
    assert Article.objects.count() == 1
