"""Routes of webhooks under /api/v1/."""

from django.urls import path

from reviews.api import webhooks as api

urlpatterns = [
    path("webhooks", api.WebhookList.as_view(), name="webhooks"),
    path("webhooks/<int:pk>", api.WebhookDetail.as_view(), name="webhook"),
    path("webhooks/<int:pk>/secret", api.WebhookSecret.as_view(), name="webhook-secret"),
    path("webhooks/<int:pk>/off", api.WebhookOff.as_view(), name="webhook-off"),
    path("webhooks/<int:pk>/on", api.WebhookOn.as_view(), name="webhook-on"),
    path("webhooks/<int:pk>/try", api.WebhookTry.as_view(), name="webhook-try"),
    path("webhooks/<int:pk>/deliveries", api.WebhookDeliveries.as_view(), name="deliveries"),
    path("deliveries/<int:pk>/retry", api.DeliveryRetry.as_view(), name="delivery-retry"),
    path("verdicts/<int:pk>/propagation", api.VerdictPropagation.as_view(), name="propagation"),
]
