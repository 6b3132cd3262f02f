"""Routes of saved reports under /api/v1/."""

from django.urls import path

from reviews.api import saved_reports as api

urlpatterns = [
    path("saved-reports", api.SavedReportList.as_view(), name="saved-reports"),
    path("saved-reports/<int:pk>", api.SavedReportDetail.as_view(), name="saved-report"),
    path(
        "saved-reports/<int:pk>/restore",
        api.SavedReportRestore.as_view(),
        name="saved-report-restore",
    ),
    path("saved-reports/<int:pk>/build", api.SavedReportBuild.as_view(), name="saved-report-build"),
    path(
        "saved-reports/<int:pk>/schedule",
        api.SavedReportSchedule.as_view(),
        name="saved-report-schedule",
    ),
]
