"""A lease can be ended by an administrator."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0005_triage_of_items")]

    operations = [
        migrations.AlterField(
            model_name="lease",
            name="end",
            field=models.CharField(
                blank=True,
                choices=[
                    ("submitted", "submitted"),
                    ("released", "released"),
                    ("expired", "expired"),
                    ("dismissed", "dismissed"),
                    ("forced", "ended by an administrator"),
                ],
                max_length=10,
                verbose_name="how it ended",
            ),
        ),
    ]
