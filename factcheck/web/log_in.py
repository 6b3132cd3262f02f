"""The log-in page."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView


class LogInForm(AuthenticationForm):
    """Django's form, which does not check the length of a name; the record of a try is bounded."""

    username = UsernameField(max_length=150, widget=forms.TextInput(attrs={"autofocus": True}))


class DeskLoginView(LoginView):
    """Ask for name and password; whoever is signed in already goes to the desk."""

    template_name = "web/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True
