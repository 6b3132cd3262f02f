"""Definitions of ratings in Chinese take the commas of Chinese: half-width ones stick to the text."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def widen(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for rating in apps.get_model("reviews", "Rating").objects.all():
        for language in ("zh-hans", "zh-hant"):
            if language in rating.definitions:
                rating.definitions[language] = rating.definitions[language].replace(",", "，")
        rating.save(update_fields=["definitions"])


class Migration(migrations.Migration):
    dependencies = [("reviews", "0034_publishers_of_evidence")]
    operations = [migrations.RunPython(widen, migrations.RunPython.noop)]
