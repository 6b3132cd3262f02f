"""The bar of saved views, and the page of tags and rules."""

from __future__ import annotations

from django.urls import reverse

from factcheck.accounts.models import User
from reviews.models import BoostRule, SavedView, Tag
from tests.factories import make_claim, make_item
from tests.web.desk.conftest import LogIn
from tests.web.desk.test_bulk import text_of


def test_the_filters_of_the_page_are_kept_without_the_place_in_the_list(
    fact_checker: User, log_in: LogIn
) -> None:
    make_item(make_claim("Harga beras naik.", language="id"))
    client = log_in(fact_checker)
    page = client.post(
        reverse("view-save"),
        {"name": "Beras", "query": "language=id&after=9&batch=3&due=&q=beras"},
        follow=True,
    )
    assert SavedView.objects.get().query == "language=id&q=beras"
    assert page.redirect_chain == [("/queue/?language=id&q=beras", 302)]
    assert "Beras 1" in text_of(page)


def test_deleting_a_view_offers_it_back(fact_checker: User, log_in: LogIn) -> None:
    view, client = SavedView.objects.create(owner=fact_checker, name="Beras"), log_in(fact_checker)
    page = client.post(reverse("view-delete", args=[view.pk]), follow=True)
    assert "Bring “Beras” back" in text_of(page)
    client.post(reverse("view-restore", args=[view.pk]))
    assert SavedView.objects.get().deleted_at is None


def test_a_view_is_renamed_and_moved_and_a_refusal_is_said(
    fact_checker: User, log_in: LogIn
) -> None:
    view, client = SavedView.objects.create(owner=fact_checker, name="Beras"), log_in(fact_checker)
    client.post(reverse("view-rename", args=[view.pk]), {"name": "Rice"})
    client.post(reverse("view-place", args=[view.pk]), {"position": "7"})
    view.refresh_from_db()
    assert (view.name, view.position) == ("Rice", 7)
    page = client.post(reverse("view-place", args=[view.pk]), {"position": "x"}, follow=True)
    assert "Choose a place between 0 and 1000." in text_of(page)


def test_an_editor_sets_tags_and_rules_and_a_fact_checker_reads_them(
    editor: User, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(editor)
    client.post(reverse("tag-add"), {"name": "Rice", "colour": "amber"})
    rule = {"trait": "word", "value": "rice", "points": "-7", "reason": "Covered."}
    client.post(reverse("rule-add"), rule)
    told = text_of(log_in(fact_checker).get(reverse("desk-rules")))
    assert "words in the claim rice -7 – Covered." in told
    assert "Add rule" not in told
    refused = log_in(fact_checker).post(
        reverse("tag-add"), {"name": "X", "colour": "red"}, follow=True
    )
    assert "Only an editor sets this for the desk." in text_of(refused)
    client.post(reverse("tag-retire", args=[Tag.objects.get().pk]))
    client.post(reverse("rule-end", args=[BoostRule.objects.get().pk]))
    told = text_of(client.get(reverse("desk-rules")))
    assert "There is no tag yet." in told
    assert "There is no rule yet." in told


def test_points_that_are_no_number_are_refused(editor: User, log_in: LogIn) -> None:
    for points in ("", "many", "9" * 5000, "²", "--5"):
        page = log_in(editor).post(
            reverse("rule-add"),
            {"trait": "word", "value": "rice", "points": points, "reason": "Why."},
            follow=True,
        )
        assert "Give between -50 and 50 points, not 0." in text_of(page)
    assert not BoostRule.objects.exists()
