"""What answers where."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    # First: each call of the API was compared with the addresses of all pages before its own.
    path("api/v1/", include("claims.api.urls")),
    path("api/v1/", include("reviews.api.urls")),
    path("admin/", admin.site.urls),
    path("", include("factcheck.web.urls")),
    path("", include("factcheck.web.shortened_urls")),
    path("", include("claims.web.urls")),
    path("", include("reviews.web.urls")),
]
