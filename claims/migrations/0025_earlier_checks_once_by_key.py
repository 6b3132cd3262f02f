from django.db import migrations, models


class Migration(migrations.Migration):
    # By itself: what was deleted before has to be checked before a table is altered.
    dependencies = [("claims", "0024_earlier_checks_by_key")]

    operations = [
        migrations.AddConstraint(
            model_name="earliercheck",
            constraint=models.UniqueConstraint(
                fields=("page_key", "claim_key"), name="earlier_check_once_per_claim"
            ),
        ),
    ]
