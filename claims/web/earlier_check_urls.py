"""Routes of earlier fact-checks."""

from django.urls import path

from claims.web import earlier_checks

IMPORT = "earlier-checks/imports/<int:import_id>/"

urlpatterns = [
    path("earlier-checks/", earlier_checks.earlier_check_list, name="earlier-check-list"),
    path("earlier-checks/take/", earlier_checks.earlier_check_import, name="earlier-check-take"),
    path(IMPORT, earlier_checks.import_detail, name="earlier-check-import"),
    path(
        f"{IMPORT}progress/", earlier_checks.import_progress, name="earlier-check-import-progress"
    ),
    path(f"{IMPORT}refused/", earlier_checks.import_refused, name="earlier-check-import-refused"),
]
