"""Comments on words of an article: where those are kept to be, and where a page shows them."""

from __future__ import annotations

import pytest

from claims.models import Appearance, Article
from factcheck.accounts.models import User
from factcheck.errors import DeskError
from reviews.models import Comment, QueueItem
from reviews.selectors.workspaces import claim_context
from reviews.services.comment_places import MOST_QUOTED, Words, words_chosen
from reviews.services.comments import comment_add
from reviews.web.comment_places import shown_places
from reviews.web.context_text import context_paragraphs
from tests.factories import make_appearance, make_article, make_item, make_version

pytestmark = pytest.mark.django_db
TEXT = "Quay 😀 carried ten.\n\nBerth 𠮷 closed, says Quay, in May.\n" + "x " * MOST_QUOTED
LATER = "Corrected. Quay 😀 carried ten.\nBerth 𠮷 closed in March."


@pytest.fixture
def made() -> Appearance:
    """A claim made at the beginning of an article, and in the queue."""
    return make_appearance(make_item().claim, article=make_article(TEXT), end=20)


def commented(made: Appearance, person: User, about: Words) -> Comment:
    assert made.claim is not None
    return comment_add(claim=made.claim, actor=person, text="Which one?", about=about)


def marked(made: Appearance, *comments: Comment) -> list[str]:
    """Return the words that the text around `made` shows as commented on."""
    appearances = list(Appearance.objects.filter(claim=made.claim_id).order_by("-pk"))
    context = claim_context(appearances, made.pk)
    assert context is not None
    places = shown_places(context, appearances, comments)
    lines = context_paragraphs(context, made.claim_id or 0, places)
    words = ["".join(piece.text for piece in line if piece.places) for line in lines]
    assert sum(len(piece.begins) for line in lines for piece in line) == len(places)
    return [each for each in words if each]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (("berth 𠮷 CLOSED", None, None), "Berth 𠮷 closed"),
        (("Quay", TEXT.rindex("Quay"), TEXT.rindex("Quay") + 4), "Quay"),
        (("ten. Berth 𠮷", 15, 29), "ten.\n\nBerth 𠮷"),
    ],
)
def test_words_are_kept_as_the_article_has_them(
    made: Appearance, fact_checker: User, chosen: tuple[str, int | None, int | None], kept: str
) -> None:
    about = words_chosen(made.article_id, *chosen)
    row = Comment.objects.get(pk=commented(made, fact_checker, about).pk)
    assert row.quote == TEXT[row.start : row.end] == kept
    assert chosen[1] in (None, row.start)


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (("a pier", None, None), "not_found"),
        (("…", None, None), "invalid"),
        (("Berth", 0, 5), "words_differ"),
        (("x " * MOST_QUOTED, None, None), "too_long"),
    ],
)
def test_words_that_are_not_there_are_refused(
    made: Appearance, fact_checker: User, chosen: tuple[str, int | None, int | None], code: str
) -> None:
    with pytest.raises(DeskError) as refused:
        commented(made, fact_checker, words_chosen(made.article_id, *chosen))
    assert refused.value.code == code
    assert not Comment.objects.exists()


def test_words_of_an_article_without_the_claim_are_refused(
    made: Appearance, fact_checker: User
) -> None:
    with pytest.raises(DeskError, match="not made in such an article"):
        commented(made, fact_checker, Words(make_article("Berth 𠮷 closed").pk, "Berth"))


def test_a_comment_stands_in_each_version_of_the_page_that_has_its_words(
    made: Appearance, fact_checker: User
) -> None:
    stays, goes, crossing = (
        commented(made, fact_checker, Words(made.article_id, words))
        for words in ("Berth 𠮷 closed", "in May", "carried ten.\n\nBerth")
    )
    assert marked(made, stays) == ["Berth 𠮷 closed"]
    assert marked(made, goes, crossing) == ["carried ten.", "Berthin May"]
    version = make_version(made.article, LATER)
    later = make_appearance(made.claim, article=version, start=11, end=31)
    assert marked(later, stays, goes) == ["Berth 𠮷 closed"]
    elsewhere = make_appearance(made.claim, article=make_article(f"{LATER} Elsewhere."))
    assert marked(elsewhere, stays, goes) == []


def test_a_comment_without_words_is_about_none(made: Appearance, fact_checker: User) -> None:
    row = commented(made, fact_checker, Words(made.article_id, " "))
    assert (row.article, row.quote) == (None, "")
    assert QueueItem.objects.count() == 1
    assert Article.objects.count() == 1
