"""Which StadsPunt this code is (the same number as in pyproject.toml; a test compares the two)."""

from typing import Final

VERSIE: Final = "0.2.0"
# The number of tables that were made before the number itself was kept in them.
EERSTE_VERSIE: Final = "0.1.0"
