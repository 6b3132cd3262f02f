"""Reviews of a period are found by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0014_wording_as_published")]

    operations = [
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["submitted_at"], name="review_submitted"),
        ),
    ]
