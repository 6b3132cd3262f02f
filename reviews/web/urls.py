"""Routes of published verdicts, feeds, reports and, from desk_urls, the desk's own pages."""

from django.urls import include, path

from reviews.web import (
    agreement,
    dashboard,
    discussion,
    explaining,
    notifications,
    recusals,
    search,
    share_pictures,
    verdicts,
    workspace,
)

urlpatterns = [
    path("", verdicts.verdict_list, name="verdict-list"),
    path("verdicts/<int:claim_id>/", verdicts.verdict_detail, name="verdict-detail"),
    path("claims/<int:claim_id>/", workspace.of_claim, name="claim"),
    path("claims/<int:claim_id>/explain/", explaining.claim_explain, name="claim-explain"),
    path("ratings/<int:rating_id>.png", share_pictures.rating_picture, name="rating-picture"),
    path("methodology/", verdicts.methodology, name="methodology"),
    path("reports/", include("reviews.web.report_urls")),
    path("search/", search.search, name="search"),
    path("search/alike/", search.alike, name="search-alike"),
    path("recusals/", recusals.recusal_list, name="recusal-list"),
    path("recusals/<int:recusal_id>/end/", recusals.end, name="recusal-end"),
    path("people/", discussion.people, name="discussion-people"),
    path("notifications/", notifications.notification_list, name="notification-list"),
    path("notifications/read/", notifications.read_all, name="notification-read-all"),
    path("notifications/<int:notification_id>/read/", notifications.read, name="notification-read"),
    path("practice/", include("reviews.web.practice_urls")),
    path("agreement/", agreement.agreement, name="agreement"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("dashboard/<slug:name>.csv", dashboard.table, name="dashboard-table"),
    path("webhooks/", include("reviews.web.webhook_urls")),
    path("", include("reviews.web.feed_urls")),
    path("", include("reviews.web.desk_urls")),
]
