"""Routes of the desk: queue, workspace, sign-off."""

from django.urls import include, path

from reviews.web import (
    break_glass,
    clarifying,
    evidence,
    items,
    queue,
    reviewing,
    revising,
    sign_off,
    verdict_copies,
    workspace,
)

urlpatterns = [
    path("queue/", queue.queue, name="queue"),
    path("queue/take-next/", queue.take_next, name="queue-take-next"),
    path("queue/", include("reviews.web.triage_urls")),
    path("queue/<int:item_id>/", workspace.workspace, name="workspace"),
    path("queue/<int:item_id>/take/", items.take, name="item-take"),
    path("queue/<int:item_id>/release/", items.release, name="item-release"),
    path("queue/<int:item_id>/heartbeat/", items.heartbeat, name="item-heartbeat"),
    path("queue/<int:item_id>/dismiss/", items.dismiss, name="item-dismiss"),
    path("queue/<int:item_id>/no-claim/", items.no_claim, name="item-no-claim"),
    path("queue/<int:item_id>/restore/", items.restore, name="item-restore"),
    path("queue/<int:item_id>/ask-review/", items.ask_review, name="item-ask-review"),
    path("queue/<int:item_id>/reopen/", items.reopen, name="item-reopen"),
    path("queue/<int:item_id>/break-glass/", break_glass.break_glass, name="item-break-glass"),
    path("queue/<int:item_id>/review/", reviewing.save, name="review-save"),
    path("queue/<int:item_id>/review/submit/", reviewing.submit, name="review-submit"),
    path("queue/<int:item_id>/evidence/", evidence.add, name="evidence-add"),
    path(
        "queue/<int:item_id>/evidence/<int:evidence_id>/remove/",
        evidence.remove,
        name="evidence-remove",
    ),
    path("queue/<int:item_id>/clarify/", clarifying.clarify, name="item-clarify"),
    path("queue/<int:item_id>/replies/", include("reviews.web.reply_urls")),
    path("queue/<int:item_id>/verdict/", revising.revise, name="verdict-revise"),
    path("queue/<int:item_id>/verdict/resubmit/", revising.resubmit, name="verdict-resubmit"),
    path("sign-off/", sign_off.waiting, name="sign-off-list"),
    path("sign-off/<int:verdict_id>/", sign_off.detail, name="sign-off"),
    path("sign-off/<int:verdict_id>/approve/", sign_off.approve, name="sign-off-approve"),
    path("sign-off/<int:verdict_id>/publish/", sign_off.publish, name="sign-off-publish"),
    path("sign-off/<int:verdict_id>/send-back/", sign_off.send_back, name="sign-off-send-back"),
    path("sign-off/<int:verdict_id>/hand-over/", sign_off.hand_over, name="sign-off-hand-over"),
    path("sign-off/<int:verdict_id>/copies/", verdict_copies.verdict_warc, name="verdict-warc"),
    path("sign-off/<int:verdict_id>/retract/", sign_off.retract, name="sign-off-retract"),
]
