from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_words_of_claims"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="about",
            field=models.TextField(
                blank=True, db_default="", verbose_name="whom the article is about"
            ),
        ),
    ]
