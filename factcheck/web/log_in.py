"""The log-in page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView
from django.urls import reverse

from factcheck.accounts.models import Practice, User
from factcheck.accounts.roles import Role


class LogInForm(AuthenticationForm):
    """Django's form, which does not check the length of a name; the record of a try is bounded."""

    username = UsernameField(max_length=150, widget=forms.TextInput(attrs={"autofocus": True}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """After a refusal the name still stands there: what is typed anew is the password."""
        super().__init__(*args, **kwargs)
        if self.data.get("username"):
            del self.fields["username"].widget.attrs["autofocus"]
            self.fields["password"].widget.attrs["autofocus"] = True


class DeskLoginView(LoginView):
    """Ask for name and password; whoever is signed in already goes to the desk.

    Whoever is new, and was not on their way to some page, comes to the practice claim first.
    """

    template_name = "web/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out Django's name of the site, the host: it stood in the place of the desk's."""
        context = super().get_context_data(**kwargs)
        del context["site_name"]
        return context

    def get_default_redirect_url(self) -> str:
        """Return where somebody goes who asked for no page."""
        user = self.request.user
        is_new = isinstance(user, User) and user.practice == Practice.OFFERED
        reviews = isinstance(user, User) and bool(user.roles - {Role.ADMINISTRATOR})
        return reverse("practice") if is_new and reviews else super().get_default_redirect_url()
