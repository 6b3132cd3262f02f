"""Routes of the log-in, preferences, audit and health pages."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from factcheck.web import density, health, language, log_in, preferences
from factcheck.web.audit import pages as audit

urlpatterns = [
    path("login/", log_in.DeskLoginView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", language.language, name="language"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/password/", preferences.password, name="password"),
    path("preferences/rows/", density.rows, name="preferences-rows"),
    path("audit/", audit.audit, name="audit"),
    path("audit/export.jsonl", audit.audit_export, name="audit-export"),
    path("audit/verify_export.py", audit.audit_script, name="audit-script"),
    path("healthz", health.healthz, name="healthz"),
]
