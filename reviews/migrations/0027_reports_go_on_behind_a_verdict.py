from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0026_who_noted_a_reply"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="part_after",
            field=models.PositiveBigIntegerField(
                default=0, verbose_name="last verdict in the part"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="furthest",
            field=models.PositiveIntegerField(default=0, verbose_name="most rows ever written"),
        ),
    ]
