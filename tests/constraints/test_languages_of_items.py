"""The language on an item is that of its claim, also when plain SQL says otherwise."""

from __future__ import annotations

from django.db import connection

from claims.models import Claim
from reviews.models import QueueItem
from tests.factories import make_claim, make_item


def languages() -> set[tuple[str, str]]:
    """Return every pair of the language of an item and that of its claim."""
    return set(QueueItem.objects.values_list("language", "claim__language"))


def run(query: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query, values)


def test_an_item_is_made_with_the_language_of_its_claim() -> None:
    item = make_item(make_claim(language="zh-Hans"))
    assert languages() == {("zh-Hans", "zh-Hans")}
    item.save()
    assert languages() == {("zh-Hans", "zh-Hans")}


def test_another_language_cannot_be_written_to_an_item() -> None:
    make_item(make_claim(language="id"))
    run("UPDATE reviews_queueitem SET language = 'en'")
    assert languages() == {("id", "id")}


def test_an_item_follows_when_its_claim_or_the_language_of_it_changes() -> None:
    item, other = make_item(make_claim(language="id")), make_claim(language="ms")
    Claim.objects.filter(pk=item.claim_id).update(language="en")
    assert languages() == {("en", "en")}
    QueueItem.objects.update(claim=other)
    assert languages() == {("ms", "ms")}


def test_rows_that_are_copied_with_triggers_at_rest_have_it_too() -> None:
    item, other = make_item(make_claim(language="id")), make_claim(language="ms")
    run("SET LOCAL session_replication_role = replica")
    change = "UPDATE reviews_queueitem SET claim_id = %s, language = 'en' WHERE id = %s"
    run(change, other.pk, item.pk)
    assert languages() == {("ms", "ms")}
