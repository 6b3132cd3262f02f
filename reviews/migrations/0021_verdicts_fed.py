"""Index what feeds walk along: the latest change first."""

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("reviews", "0020_periods_are_in_specs")]
    operations = [
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(
                models.OrderBy(Coalesce("retracted_at", "published_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("status__in", ["published", "retracted"])),
                name="verdict_fed",
            ),
        ),
    ]
