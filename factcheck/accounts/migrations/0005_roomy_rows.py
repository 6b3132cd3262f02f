from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_practice_claim")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="roomy_rows",
            field=models.BooleanField(db_default=False, default=False, verbose_name="roomy rows"),
        ),
    ]
