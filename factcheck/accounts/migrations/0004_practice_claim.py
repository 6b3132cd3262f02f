"""New people are offered a practice claim. Whoever has signed in before is not new."""

from django.db import migrations, models

NOT_NEW = "UPDATE accounts_user SET practice = 'declined' WHERE last_login IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_user_language")]
    operations = [
        migrations.AddField(
            model_name="user",
            name="practice",
            field=models.CharField(
                choices=[("offered", "offered"), ("done", "done"), ("declined", "declined")],
                db_default="offered",
                default="offered",
                editable=False,
                max_length=8,
                verbose_name="practice claim",
            ),
        ),
        migrations.RunSQL(NOT_NEW, migrations.RunSQL.noop),
    ]
