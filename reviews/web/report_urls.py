"""Routes under /reports/."""

from django.urls import path

from reviews.web import report_actions as actions
from reviews.web import reports
from reviews.web.report_preview import report_preview

urlpatterns = [
    path("", reports.report_list, name="report-list"),
    path("preview/", report_preview, name="report-preview"),
    path("<int:report_id>/", reports.report_detail, name="report-detail"),
    path("<int:report_id>/state/", reports.report_state, name="report-state"),
    path("<int:report_id>/row/", reports.report_row, name="report-row"),
    path("<int:report_id>/download/", reports.report_download, name="report-download"),
    path("<int:report_id>/cancel/", actions.cancel, name="report-cancel"),
    path("<int:report_id>/retry/", actions.retry, name="report-retry"),
    path("saved/", actions.save, name="report-save"),
    path("saved/<int:saved_id>/build/", actions.build, name="report-saved-build"),
    path("saved/<int:saved_id>/schedule/", actions.schedule, name="report-saved-schedule"),
    path("saved/<int:saved_id>/delete/", actions.delete, name="report-saved-delete"),
    path("saved/<int:saved_id>/restore/", actions.restore, name="report-saved-restore"),
]
