"""What a promise that was not kept has to tell."""

import pytest

pytest.register_assert_rewrite("tests.faults.promises")
