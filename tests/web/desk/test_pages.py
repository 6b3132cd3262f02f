"""The pages of the desk show what they should, in each state of a claim."""

from __future__ import annotations

import re

from django.urls import reverse

from claims.models import Claim, ClaimRelation, EarlierCheck, EarlierCheckMatch, Family
from factcheck.accounts.models import User
from reviews.models import QueueItem, QueueReason
from reviews.services.leases import lease_take
from reviews.services.verdicts import verdict_send_back
from tests import walks
from tests.factories import make_claim, make_item, unit_vector
from tests.web.desk.conftest import LogIn, claim_in


def workspace(item: QueueItem) -> str:
    return reverse("workspace", args=[item.pk])


def test_an_empty_queue_says_what_to_do_next(fact_checker: User, log_in: LogIn) -> None:
    page = log_in(fact_checker).get(reverse("queue")).content.decode()
    assert "The queue is empty" in page
    assert reverse("article-add") in page


def test_the_queue_shows_why_a_claim_is_there(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    QueueReason.objects.create(item=item, kind="reach", detail={"outlets": 4})
    sides = [
        {"outlet": outlet, "language": "id", "unit": "kapal", "value": value, "comparator": "=",
         "start": 0, "end": 9, "low": None, "high": None}
        for outlet, value in (("Kabar <i>", 3), ("Suluh", 9))
    ]  # fmt: skip
    QueueReason.objects.create(item=item, kind="conflict", detail={"sides": sides})
    item.priority_points = {"reach": 30}
    item.save()
    page = log_in(fact_checker).get(reverse("queue")).content.decode()
    assert "carried by 4 outlets" in page
    assert 'figures differ:</span> 3–9 <span lang="id">kapal</span>' in page
    assert 'title="Kabar &lt;i&gt;: 3 kapal\nSuluh: 9 kapal"' in page
    assert '(<span lang="id">Kabar &lt;i&gt;</span>: 3 <span lang="id">kapal</span>; ' in page
    assert "outlets +30" in page
    why = log_in(fact_checker).get(workspace(item)).content.decode()
    assert 'Suluh <strong class="nowrap">9 <span lang="id">kapal</span></strong>' in why


def test_the_article_is_verbatim_and_the_claim_marked_once(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    page = log_in(fact_checker).get(workspace(item)).content.decode()
    assert page.count('id="claim"') == 1
    marked = '<mark class="mark mark--current" id="claim">the port 𠮷 handled 5 million boxes last'
    assert f"Dear readers, 😀 {marked} year.</mark> The mayor saw it." in page


def test_a_hostile_article_stays_text(fact_checker: User, log_in: LogIn) -> None:
    text = "<script>alert(1)</script> The port handled 5 million boxes."
    item = make_item(claim_in(text, "The port handled 5 million boxes."))
    page = log_in(fact_checker).get(workspace(item)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_workspace_shows_the_family_and_what_was_checked_before(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    other = make_claim("The port handled 7 million boxes.")
    other.family = item.claim.family = Family.objects.create()
    other.save()
    item.claim.save()
    lower, higher = sorted([item.claim, other], key=lambda claim: claim.pk)
    ClaimRelation.objects.create(
        lower=lower, higher=higher, outcome="differs", aspects=["number"], similarity=0.8
    )
    check = EarlierCheck.objects.create(
        url="https://checks.example/1", publisher="Fakta Pelabuhan", claim_reviewed="Boxes",
        rating="Salah", language="id", claim_review={}, vector=unit_vector(1),
    )  # fmt: skip
    EarlierCheckMatch.objects.create(
        claim=item.claim, check_found=check, outcome="same", similarity=0.9
    )
    page = log_in(fact_checker).get(workspace(item)).content.decode()
    assert "The port handled 7 million boxes." in re.sub("</?b[^>]*>", "", page)
    assert '<b class="run run--other">7</b>' in page
    assert "another figure" in page
    assert '<strong lang="id">Salah</strong>' in page


def test_the_workspace_shows_what_the_desk_itself_published_on_the_family(
    item: QueueItem, fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    published, drafted = (make_item(make_claim(f"The port handled {n} boxes.")) for n in (7, 8))
    family = Family.objects.create()
    Claim.objects.filter(queue_items__in=[item, published, drafted]).update(family=family)
    ClaimRelation.objects.create(
        lower=item.claim, higher=published.claim, outcome="differs", aspects=["number"],
        similarity=0.8,
    )  # fmt: skip
    walks.published_verdict(second_checker, editor, published)
    walks.drafted_verdict(second_checker, drafted)
    page = log_in(fact_checker).get(workspace(item)).content.decode()
    before = page.partition('id="earlier-title"')[2].partition("</section>")[0]
    assert reverse("verdict-detail", args=[published.claim_id]) in before
    assert "Mostly false" in before
    assert "another figure" in before
    assert "8 boxes" not in before


def test_who_does_not_hold_a_claim_reads_it_without_a_form(
    item: QueueItem, fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    lease_take(item=item, actor=fact_checker)
    page = log_in(second_checker).get(workspace(item)).content.decode()
    assert "Held by checker until" in page
    assert 'id="review"' not in page
    assert "Take this claim" not in page


def test_the_holder_gets_the_form_with_every_rating_and_its_definition(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease_take(item=item, actor=fact_checker)
    page = log_in(fact_checker).get(workspace(item)).content.decode()
    assert page.count('type="radio"') == 6
    assert "The evidence shows the opposite of the claim." in page


def test_an_author_finds_the_editors_note_and_the_form_to_revise(
    item: QueueItem, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker, item)
    verdict_send_back(verdict=verdict, actor=editor, note="Name the year.")
    client = log_in(fact_checker)
    assert workspace(item) in client.get(reverse("queue"), {"mine": "1"}).content.decode()
    page = client.get(workspace(item)).content.decode()
    assert "Name the year." in page
    assert "Hand in for sign-off" in page


def test_the_sign_off_page_says_what_is_missing(
    item: QueueItem, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker, item)
    page = log_in(editor).get(reverse("sign-off", args=[verdict.pk])).content.decode()
    assert "nobody has signed off the verdict as it stands now" in page
    assert ">Sign off</button>" in page
    assert ">Publish</button>" not in page


def test_an_author_reads_why_they_may_not_sign_off(
    item: QueueItem, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(editor, item)
    page = log_in(editor).get(reverse("sign-off", args=[verdict.pk])).content.decode()
    assert page.count("Somebody else has to decide on it.") == 1
    assert ">Sign off</button>" not in page


def test_a_published_verdict_can_be_retracted_from_its_page(
    item: QueueItem, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.published_verdict(fact_checker, editor, item)
    client = log_in(editor)
    url = reverse("sign-off-retract", args=[verdict.pk])
    assert client.post(url, {"note": ""}).status_code == 409
    client.post(url, {"note": "The table was withdrawn."})
    page = client.get(reverse("sign-off", args=[verdict.pk])).content.decode()
    assert "The table was withdrawn." in page
