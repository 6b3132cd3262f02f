"""The rows that requests of the table of permissions are about, made when they are asked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from claims.models import AlertKind, Article, Claim, ClaimDecision, Family, Stage
from claims.services.alerts import alert_raise
from claims.services.check_imports import check_import_ask
from claims.services.feeds import feed_add
from claims.services.page_fetching import page_fail
from claims.services.page_wishes import page_want
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.recusal import Kind
from reviews.domain.report_spec import ReportSpec
from reviews.models import (
    BoostRule,
    Dismissal,
    ReplyRequest,
    Report,
    SavedReport,
    SavedView,
    Tag,
    TriageBatch,
    WebhookEndpoint,
)
from reviews.selectors.contents import verdict_hash
from reviews.services.comments import comment_add
from reviews.services.dismissals import item_dismiss
from reviews.services.earlier_checks import earlier_check_hide
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.replies import Contact, reply_ask, reply_note
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_cancel, report_request
from reviews.services.saved_reports import saved_report_save
from reviews.services.verdicts import verdict_send_back
from reviews.services.webhook_deliveries import webhook_try
from reviews.services.webhooks import webhook_add
from tests.factories import (
    keep_copy,
    make_appearance,
    make_article,
    make_claim,
    make_evidence,
    make_item,
    make_match,
    make_person,
    make_sentence,
    make_source,
)
from tests.walks import drafted_verdict, published_verdict, sign_off


class Rows(dict[str, Any]):
    """Makes what a path or body names when it is asked for, in the state its endpoint wants.

    What only its owner may touch is the caller's, if they can own it, else somebody else's.
    """

    def __init__(self, caller: User | None) -> None:
        super().__init__()
        roles = caller.roles if caller else frozenset()
        self.caller = caller
        self.other = make_person(Role.FACT_CHECKER)
        self.editor = make_person(Role.EDITOR)
        may_own = caller is not None and roles & {Role.FACT_CHECKER, Role.EDITOR}
        self.owner = caller if caller is not None and may_own else self.other

    def __missing__(self, name: str) -> Any:
        self[name] = value = getattr(self, f"make_{name}")()
        return value

    def make_article(self) -> int:
        return make_article().pk

    def make_alert(self) -> int:
        return alert_raise(kind=AlertKind.FEED_GONE, cause="feed 1")[0].pk

    def make_check_import(self) -> int:
        return check_import_ask(actor=self.editor, data=b"[]").pk

    def make_matched(self) -> int:
        return make_match(make_item().claim).pk

    def make_hidden_match(self) -> int:
        match = make_match(make_item().claim)
        return earlier_check_hide(match=match, actor=self.other, note="Another quay.").pk

    def make_source(self) -> int:
        return make_source().pk

    def make_feed(self) -> int:
        url = "https://gazette.example/feed"
        return feed_add(source=make_source(), actor=self.editor, url=url).pk

    def make_page(self) -> int:
        return page_want(url="https://gazette.example/a", actor=self.other).pk

    def make_failed_page(self) -> int:
        page = page_want(url="https://gazette.example/b", actor=self.other)
        return page_fail(page=page, why="gone", lasting=True).pk

    def make_failed(self) -> int:
        article = make_article()
        Article.objects.filter(pk=article.pk).update(failure="broke", due_at=None)
        return article.pk

    def make_missed(self) -> str:
        sentence = make_sentence()
        return f"articles/{sentence.article_id}/sentences/{sentence.pk}"

    def make_raised(self) -> str:
        sentence = make_sentence(selected=True)
        make_appearance(make_item().claim, article=sentence.article)
        return f"articles/{sentence.article_id}/sentences/{sentence.pk}"

    def make_claim(self) -> int:
        return make_claim().pk

    def make_one(self) -> int:
        return make_item().claim_id

    def make_another(self) -> int:
        return make_item().claim_id

    def make_merged(self) -> int:
        return self.merging().claim_id

    def make_decision(self) -> int:
        return self.merging().pk

    def merging(self) -> ClaimDecision:
        one, other = make_item().claim, make_item().claim
        return claim_merge(claim=one, into=other, actor=self.editor, note="One.", based_on=0)

    def make_parted(self) -> int:
        claim = make_item().claim
        make_appearance(claim)
        self["part"] = make_appearance(claim).pk
        return claim.pk

    def make_part(self) -> int:
        self["parted"] = self.make_parted()
        return int(self["part"])

    def make_kin(self) -> int:
        one, other = make_item().claim, make_item().claim
        Claim.objects.filter(pk__in=[one.pk, other.pk]).update(family=Family.objects.create())
        self["other_kin"] = other.pk
        return one.pk

    def make_evidence(self) -> int:
        return make_evidence(make_claim(), self.owner).pk

    def make_copied(self) -> int:
        evidence = make_evidence(make_claim(), self.owner)
        self["quoted"] = evidence.quote
        return keep_copy(evidence, "Ten boats sank in the strait.").pk

    def make_passages(self) -> str:
        article = make_article("Ten boats sank in the strait.")
        Article.objects.filter(pk=article.pk).update(stage=Stage.DONE, due_at=None)
        return f"articles/{article.pk}/passages"

    def make_queued(self) -> int:
        return make_item().pk

    def make_comment(self) -> int:
        return comment_add(claim=make_item().claim, actor=self.owner, text="Which year?").pk

    def make_others_comment(self) -> int:
        return comment_add(claim=make_item().claim, actor=self.other, text="Which year?").pk

    def make_discussed(self) -> int:
        return make_item().claim_id

    def make_notification(self) -> int:
        text = f"@{self.caller.username}?" if self.caller else "Nobody?"
        comment = comment_add(claim=make_item().claim, actor=self.editor, text=text)
        told = comment.notifications.first()
        return told.pk if told else 0

    def make_dismissed(self) -> int:
        return item_dismiss(item=make_item(), actor=self.other, note="an opinion").pk

    def make_held(self) -> int:
        lease = lease_take(item=make_item(), actor=self.owner)
        self["token"] = lease.token
        return lease.item_id

    def make_token(self) -> UUID:
        return lease_take(item=make_item(), actor=self.owner).token

    def make_own_draft(self) -> int:
        return drafted_verdict(self.owner).pk

    def make_sent_back(self) -> int:
        draft = drafted_verdict(self.owner)
        return verdict_send_back(verdict=draft, actor=self.editor, note="Which year?").pk

    def make_others_sent_back(self) -> int:
        draft = drafted_verdict(self.other)
        return verdict_send_back(verdict=draft, actor=self.editor, note="Which year?").pk

    def make_author(self) -> str:
        return make_person(Role.FACT_CHECKER).username

    def make_waiting(self) -> int:
        draft = drafted_verdict(self.other)
        self["hash"] = verdict_hash(draft)
        return draft.pk

    def make_drafted(self) -> int:
        return drafted_verdict(self.other).item_id

    def make_approved(self) -> int:
        return sign_off(drafted_verdict(self.other), self.editor).pk

    def make_published(self) -> int:
        return published_verdict(self.other, self.editor).pk

    def make_published_item(self) -> int:
        return published_verdict(self.other, self.editor).item_id

    def make_asked(self) -> int:
        return reply_ask(
            claim=make_claim(), actor=self.owner, name="Rina Wijaya", question="Whence?",
            contact=Contact(channel="email"),
        ).pk  # fmt: skip

    def make_answered(self) -> int:
        asked = ReplyRequest.objects.get(pk=self.make_asked())
        return reply_note(
            request=asked, actor=self.owner, outcome="answered", answer="Ours.", based_on=1
        ).pk

    def make_webhook(self) -> int:
        return webhook_add(
            actor=self.editor, url="http://127.0.0.1/", events=["verdict.published"]
        ).pk

    def make_delivery(self) -> int:
        endpoint = WebhookEndpoint.objects.get(pk=self.make_webhook())
        return webhook_try(endpoint=endpoint, actor=self.editor).pk

    def make_recusal(self) -> int:
        what = RecusalFrom(Kind.WORD, text="ferry")
        return recusal_declare(
            actor=self.owner, person=self.owner, what=what, reason="A cousin."
        ).pk

    def make_beside(self) -> str:
        return f"claim:{make_claim().pk}"

    def make_batch(self) -> int:
        return TriageBatch.objects.create(act="tag", by=self.owner).pk

    def make_drawn(self) -> int:
        item_dismiss(item=make_item(), actor=self.other, note="an opinion")
        Dismissal.objects.update(is_drawn=True)
        return Dismissal.objects.get().pk

    def make_tag(self) -> int:
        return Tag.objects.create(name="Port", added_by=self.editor).pk

    def make_rule(self) -> int:
        return BoostRule.objects.create(
            trait="word", value="port", points=5, reason="a series", added_by=self.editor
        ).pk

    def make_view(self) -> int:
        return SavedView.objects.create(owner=self.owner, name="Port").pk

    def make_report(self) -> int:
        report = report_request(actor=self.editor, wish=ReportWish(ReportSpec(), "csv"))
        flow.build_report(report.pk)
        return report.pk

    def make_waiting_report(self) -> int:
        return report_request(actor=self.editor, wish=ReportWish(ReportSpec(), "csv")).pk

    def make_failed_report(self) -> int:
        report = Report.objects.get(pk=self.make_waiting_report())
        return report_cancel(report=report, actor=self.editor).pk

    def make_saved_report(self) -> int:
        wish = ReportWish(ReportSpec(), "csv")
        return saved_report_save(actor=self.editor, name="Ports", wish=wish, is_shared=True).pk

    def make_own_saved(self) -> int:
        return SavedReport.objects.create(
            owner=self.owner, name="Ports", spec={}, format="csv", language="en"
        ).pk
