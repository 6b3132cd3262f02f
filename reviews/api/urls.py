"""Routes of the desk under /api/v1/. No trailing slashes."""

from django.urls import path, re_path

from reviews.api import (
    agreement,
    break_glass,
    documentation,
    queue,
    recusals,
    replies,
    reports,
    reviews,
    tokens,
    verdicts,
)

app_name = "reviews-api"
urlpatterns = [
    path("queue", queue.QueueList.as_view(), name="queue"),
    path("queue/take-next", queue.TakeNext.as_view(), name="take-next"),
    path("queue/<int:pk>", queue.QueueItemDetail.as_view(), name="item"),
    path("queue/<int:pk>/take", queue.Take.as_view(), name="take"),
    path("queue/<int:pk>/release", queue.Release.as_view(), name="release"),
    path("queue/<int:pk>/dismiss", queue.Dismiss.as_view(), name="dismiss"),
    path("queue/<int:pk>/restore", queue.Restore.as_view(), name="restore"),
    path("queue/<int:pk>/ask-review", queue.AskReview.as_view(), name="ask-review"),
    path("queue/<int:pk>/reopen", queue.Reopen.as_view(), name="reopen"),
    path("queue/<int:pk>/break-glass", break_glass.BreakGlass.as_view(), name="break-glass"),
    path("queue/<int:pk>/reviews", reviews.ItemReviews.as_view(), name="reviews"),
    path("queue/<int:pk>/review", reviews.ReviewDraft.as_view(), name="review"),
    path("queue/<int:pk>/review/submit", reviews.ReviewSubmission.as_view(), name="submit"),
    path("leases/<uuid:token>/heartbeat", queue.Heartbeat.as_view(), name="heartbeat"),
    path("claims/<int:pk>/replies", replies.ClaimReplies.as_view(), name="replies"),
    path("replies/<int:pk>/attempts", replies.ReplyAttempts.as_view(), name="reply-attempts"),
    path("replies/<int:pk>/outcome", replies.ReplyOutcome.as_view(), name="reply-outcome"),
    path("replies/<int:pk>/evidence", replies.ReplyEvidence.as_view(), name="reply-evidence"),
    path("queue/<int:pk>/reply-waiver", replies.ReplyWaived.as_view(), name="reply-waiver"),
    path("verdicts", verdicts.VerdictList.as_view(), name="verdicts"),
    path("verdicts/<int:pk>", verdicts.VerdictDetail.as_view(), name="verdict"),
    path("verdicts/<int:pk>/sign-off", verdicts.SignOff.as_view(), name="sign-off"),
    path("verdicts/<int:pk>/publish", verdicts.Publish.as_view(), name="publish"),
    path("verdicts/<int:pk>/send-back", verdicts.SendBack.as_view(), name="send-back"),
    path("verdicts/<int:pk>/hand-over", verdicts.HandOver.as_view(), name="hand-over"),
    path("verdicts/<int:pk>/resubmit", verdicts.Resubmit.as_view(), name="resubmit"),
    path("verdicts/<int:pk>/retract", verdicts.Retract.as_view(), name="retract"),
    path("recusals", recusals.RecusalList.as_view(), name="recusals"),
    path("recusals/<int:pk>/end", recusals.RecusalEnd.as_view(), name="recusal-end"),
    path("agreement", agreement.AgreementView.as_view(), name="agreement"),
    path("reports", reports.ReportList.as_view(), name="reports"),
    path("reports/<int:pk>", reports.ReportDetail.as_view(), name="report"),
    path("reports/<int:pk>/download", reports.ReportDownload.as_view(), name="report-download"),
    path("token", tokens.TokenView.as_view(), name="token"),
    path("schema", documentation.Schema.as_view(), name="schema"),
    path("docs", documentation.Documentation.as_view(), name="docs"),
    # Last under /api/v1/: whatever nothing above answers.
    re_path("", documentation.NoSuchEndpoint.as_view()),
]
