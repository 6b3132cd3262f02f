from django.db import migrations

from claims.sources.check_keys import claim_key, review_key


def fill_in(apps, schema_editor):
    """Give each fact-check its keys anew.

    One that would now be another of its page keeps its old one: people may have judged its matches.
    """
    checks = apps.get_model("claims", "EarlierCheck")
    taken = set(checks.objects.values_list("page_key", "claim_key"))
    rows = checks.objects.only(
        "page_key", "claim_reviewed", "publisher", "published_on", "claim_key"
    )
    for check in rows.order_by("id").iterator(chunk_size=500):
        check.review_key = review_key(check.publisher, check.claim_reviewed, check.published_on)
        key = claim_key(check.claim_reviewed)
        if (check.page_key, key) not in taken:
            taken.add((check.page_key, key))
            check.claim_key = key
        check.save(update_fields=["claim_key", "review_key"])


class Migration(migrations.Migration):
    dependencies = [("claims", "0027_a_denser_index_of_vectors")]

    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
