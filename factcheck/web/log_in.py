"""The log-in page."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView


class DeskLoginView(LoginView):
    """Ask for name and password; whoever is signed in already goes to the desk."""

    template_name = "web/login.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True
