from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_claims_by_day")]

    operations = [
        migrations.AddField(
            model_name="feed",
            name="parts",
            field=models.JSONField(blank=True, default=list, verbose_name="parts to be read"),
        ),
        migrations.AddField(
            model_name="feed",
            name="parts_left",
            field=models.PositiveSmallIntegerField(
                default=0, verbose_name="parts that may be read"
            ),
        ),
    ]
