"""Routes of published verdicts, reports and, from desk_urls, the desk's own pages."""

from django.urls import include, path

from reviews.web import agreement, recusals, reports, verdicts

urlpatterns = [
    path("", verdicts.verdict_list, name="verdict-list"),
    path("verdicts/<int:claim_id>/", verdicts.verdict_detail, name="verdict-detail"),
    path("methodology/", verdicts.methodology, name="methodology"),
    path("reports/", reports.report_list, name="report-list"),
    path("reports/<int:report_id>/row/", reports.report_row, name="report-row"),
    path("reports/<int:report_id>/download/", reports.report_download, name="report-download"),
    path("recusals/", recusals.recusal_list, name="recusal-list"),
    path("recusals/<int:recusal_id>/end/", recusals.end, name="recusal-end"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("", include("reviews.web.desk_urls")),
]
