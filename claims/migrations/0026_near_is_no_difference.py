"""What was only too far apart to be joined was stored as differing in strength: it is related.

Those of which one side bounds the figure of the other, or one gives none, do differ in it.
"""

from django.db import migrations

RELATE = """
UPDATE claims_claimrelation AS relation SET outcome = 'related', aspects = '[]'
FROM claims_claim AS lower, claims_claim AS higher
WHERE lower.id = relation.lower_id AND higher.id = relation.higher_id
AND outcome = 'differs' AND aspects = '["strength"]'
AND NOT reasons @> '[{"signal": "by_people"}]' AND NOT reasons @> '[{"signal": "figures_bounded"}]'
AND (lower.quantities = '[]') = (higher.quantities = '[]')
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0025_earlier_checks_once_by_key")]
    operations = [migrations.RunSQL(RELATE, migrations.RunSQL.noop)]
