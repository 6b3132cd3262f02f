"""The tests. What helpers assert says as much when it fails as what tests do."""

import pytest

pytest.register_assert_rewrite("tests.browser", "tests.audit", "tests.walks")
