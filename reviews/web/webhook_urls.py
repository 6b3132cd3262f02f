"""Routes of the webhooks."""

from django.urls import path

from reviews.web import webhooks

urlpatterns = [
    path("", webhooks.webhook_list, name="webhook-list"),
    path("<int:webhook_id>/", webhooks.webhook_detail, name="webhook"),
    path("<int:webhook_id>/secret/", webhooks.renew_secret, name="webhook-secret"),
    path("<int:webhook_id>/try/", webhooks.try_out, name="webhook-try"),
    path("<int:webhook_id>/off/", webhooks.switch_off, name="webhook-off"),
    path("<int:webhook_id>/on/", webhooks.switch_on, name="webhook-on"),
    path("deliveries/<int:delivery_id>/", webhooks.delivery_row, name="webhook-delivery"),
    path("deliveries/<int:delivery_id>/retry/", webhooks.retry, name="webhook-retry"),
]
