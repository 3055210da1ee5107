"""From the Dutch wall clock to moments."""

from datetime import UTC, datetime

from stadspunt.fundament.tijd.dagen import NEDERLAND


def to_utc(wandklok: datetime) -> datetime:
    """Return the moment (aware, UTC) at which a clock on a Dutch wall shows `wandklok` (naive)."""
    return wandklok.replace(tzinfo=NEDERLAND).astimezone(UTC)
