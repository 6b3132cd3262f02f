"""A published verdict keeps the clearer wording of its claim that it was published with."""

from django.db import migrations, models

# The wording of now is the nearest there is to the one of then.
FREEZE = """
UPDATE reviews_verdict SET clarified = claim.clarified FROM claims_claim claim
WHERE claim.id = reviews_verdict.claim_id AND reviews_verdict.status <> 'draft'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0001_initial"),
        ("reviews", "0013_batches_have_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="verdict",
            name="clarified",
            field=models.TextField(
                blank=True, default="", verbose_name="clarified wording as published"
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(FREEZE, migrations.RunSQL.noop),
    ]
