"""How the ratings are explained to readers of each language."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from reviews.models import Rating


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["id", "zh-hans", "zh-hant"])
def test_each_rating_is_named_and_explained_in_the_language_of_the_page(
    client: Client, language: str
) -> None:
    page = client.get(reverse("methodology"), headers={"accept-language": language})
    shown = page.content.decode()
    for rating in Rating.objects.all():
        assert rating.labels[language] in shown
        assert rating.definitions[language] in shown
        assert not re.search("[\u4e00-\u9fff],", rating.definitions[language])
