"""The OpenAPI schema is whole, and served."""

from __future__ import annotations

from django.core.management import call_command


def test_the_schema_is_valid_and_raises_no_warning(tmp_path: object) -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, file=f"{tmp_path}/schema.yaml")
