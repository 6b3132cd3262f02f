"""Routes of published verdicts, feeds, reports and, from desk_urls, the desk's own pages."""

from django.urls import include, path

from reviews.web import agreement, recusals, verdicts

urlpatterns = [
    path("", verdicts.verdict_list, name="verdict-list"),
    path("verdicts/<int:claim_id>/", verdicts.verdict_detail, name="verdict-detail"),
    path("methodology/", verdicts.methodology, name="methodology"),
    path("reports/", include("reviews.web.report_urls")),
    path("recusals/", recusals.recusal_list, name="recusal-list"),
    path("recusals/<int:recusal_id>/end/", recusals.end, name="recusal-end"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("webhooks/", include("reviews.web.webhook_urls")),
    path("", include("reviews.web.feed_urls")),
    path("", include("reviews.web.desk_urls")),
]
