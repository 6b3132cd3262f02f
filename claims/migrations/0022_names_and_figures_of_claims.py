import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from claims.matching.keys import keys_of
from claims.models.values import quantities_of

AT_ONCE = 1000


def read_keys(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give claims from before their names and figures."""
    Claim = apps.get_model("claims", "Claim")
    claims = Claim.objects.order_by("pk").only("text", "quantities")
    done = 0
    while some := list(claims.filter(pk__gt=done)[:AT_ONCE]):
        for claim in some:
            claim.keys = keys_of(claim.text, quantities_of(claim.quantities))
        Claim.objects.bulk_update(some, ["keys"])
        done = some[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0021_alerts_of_repeats"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                default=list,
                size=None,
                verbose_name="names and figures",
            ),
        ),
        migrations.RunPython(read_keys, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["keys"], name="claim_keys"
            ),
        ),
    ]
