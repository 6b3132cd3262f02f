from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0021_verdicts_fed"),
    ]

    operations = [
        migrations.AddField(
            model_name="verdict",
            name="passed_over",
            field=models.JSONField(
                blank=True, default=list, verbose_name="rules passed over by force"
            ),
        ),
    ]
