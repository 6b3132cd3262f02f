"""Copies of pages as the desk sees them, and what readers learn of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Evidence, PageWatch
from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Verdict
from reviews.services.verdicts import verdict_publish
from tests.factories import make_item
from tests.services.test_copies import PAGE, QUOTE, cited
from tests.walks import review, sign_off
from tests.web_server import PageServer

SignedIn = Callable[[User], Client]
HOSTILE = f"""<html><head><title><script>alert(1)</script></title></head><body><article>
<h1 onclick="alert(2)">Throughput</h1><p>{QUOTE}, which the office counted quay by quay.</p>
<img src=x onerror="alert(3)"><p>Then &lt;script&gt;alert(4)&lt;/script&gt; was written on a wall,
and the harbour master had it painted over before noon.</p><iframe src="javascript:alert(5)">
</iframe><svg onload="alert(6)"></svg></article></body></html>"""


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_an_address_is_enough_and_the_page_says_how_far_its_copy_is(
    web_server: PageServer, fact_checker: User
) -> None:
    item, client = make_item(), signed_in(fact_checker)
    form = {
        "url": web_server.place("/table", PAGE), "stance": "against", "kind": "primary",
        "quote": QUOTE, "publisher": "", "title": "",
    }  # fmt: skip
    client.post(reverse("evidence-add", args=[item.pk]), form)
    evidence = Evidence.objects.get()
    workspace = reverse("workspace", args=[item.pk])
    assert "A copy of the page is being made." in client.get(workspace).text
    flow.look_at_page(evidence.watch.pk)
    shown = client.get(workspace).text
    assert "Copy kept on" in shown
    assert "found in the copy" in shown
    assert "Harbour Statistics" in shown
    state = client.get(reverse("copy-state", args=[evidence.pk])).text
    assert "hx-trigger" not in state


def test_a_copy_that_failed_is_tried_again_at_a_click(
    web_server: PageServer, fact_checker: User, administrator: User
) -> None:
    url = web_server.url("/nowhere")
    evidence, client = cited(fact_checker, url), signed_in(fact_checker)
    state = reverse("copy-state", args=[evidence.pk])
    assert "(HTTP 404)" in client.get(state).text
    assert "Try again" in client.get(state).text
    assert "Try again" not in signed_in(administrator).get(state).text
    client.post(reverse("copy-keep", args=[evidence.pk]))
    watch = PageWatch.objects.get()
    assert watch.due_at is not None
    assert "every 3s" in client.get(state).text
    watch.due_at, watch.failure = timezone.now() + datetime.timedelta(minutes=8), "busy"
    watch.save()
    assert "every 60s" in client.get(state).text


def test_hostile_markup_of_a_page_is_text_or_nothing(
    web_server: PageServer, fact_checker: User
) -> None:
    evidence = cited(fact_checker, web_server.place("/evil", HOSTILE))
    shown = signed_in(fact_checker).get(reverse("evidence-copy", args=[evidence.pk])).text
    assert f"<mark>{QUOTE}</mark>" in shown
    assert "&lt;script&gt;alert(4)&lt;/script&gt;" in shown
    content = shown.split('id="content"')[1]
    for evil in ("<script", "onerror", "onclick", "onload", "<iframe", "<svg", "<img"):
        assert evil not in content


def test_the_bytes_are_sent_to_be_saved_and_never_to_be_opened(
    web_server: PageServer, fact_checker: User
) -> None:
    evidence = cited(fact_checker, web_server.place("/evil", HOSTILE))
    answer = signed_in(fact_checker).get(reverse("copy-bytes", args=[evidence.pk]))
    assert b"".join(answer) == HOSTILE.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_copies_are_for_the_desk_and_deleting_them_for_administrators(
    web_server: PageServer,
    fact_checker: User,
    editor: User,
    administrator: User,
    outsider: User,
) -> None:
    evidence = cited(fact_checker, web_server.place("/table", PAGE))
    read, saved = (reverse(name, args=[evidence.pk]) for name in ("evidence-copy", "copy-bytes"))
    for path in (read, saved):
        assert Client().get(path).status_code == 302
        assert signed_in(outsider).get(path).status_code == 403
        assert signed_in(editor).head(path).status_code == 200
    delete = reverse("copy-delete", args=[evidence.pk])
    other = cited(fact_checker, web_server.place("/same", PAGE))
    assert f"claim #{other.claim_id}" in signed_in(administrator).get(read).text
    assert signed_in(editor).post(delete, {"reason": "x"}).status_code == 403
    signed_in(administrator).post(delete, {"reason": "A court asked for it."})
    evidence.refresh_from_db()
    assert evidence.copy is None


def test_readers_of_a_verdict_learn_when_its_evidence_was_copied(
    web_server: PageServer, fact_checker: User, editor: User
) -> None:
    item = make_item()
    evidence = cited(fact_checker, web_server.place("/table", PAGE), claim=item.claim)
    review(item, fact_checker)
    verdict = sign_off(Verdict.objects.get(item=item), editor)
    verdict_publish(verdict=verdict, actor=editor)
    shown = Client().get(reverse("verdict-detail", args=[item.claim_id])).text
    assert evidence.copy is not None
    assert f'SHA-256 <span class="hash">{evidence.copy.sha256}</span>' in shown
    assert reverse("evidence-copy", args=[evidence.pk]) not in shown
