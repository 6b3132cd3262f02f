from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdempotencyConfig(AppConfig):
    name = "factcheck.idempotency"
    label = "idempotency"
    verbose_name = _("Answers kept for repeated requests")
