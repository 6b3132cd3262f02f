"""What the admin site does not show. People and roles are in factcheck/web/admin.py."""

from django.contrib import admin
from rest_framework.authtoken.models import TokenProxy

# A token is shown once, to its owner; the admin site would show all of them in clear.
admin.site.unregister(TokenProxy)
