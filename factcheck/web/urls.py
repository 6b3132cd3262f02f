"""Routes of the log-in, preferences and health pages."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from factcheck.web import health, log_in, preferences

urlpatterns = [
    path("login/", log_in.DeskLoginView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/password/", preferences.password, name="password"),
    path("healthz", health.healthz, name="healthz"),
]
