"""Taking the next claim gets an index of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0008_right_of_reply")]

    operations = [
        migrations.AddIndex(
            model_name="queueitem",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ["adjudication", "queued", "reopened", "second_review"])
                ),
                fields=["-priority", "id"],
                name="queue_takeable",
            ),
        ),
    ]
