"""When a copy is too old, and a try too long ago."""

from datetime import datetime, timedelta
from enum import StrEnum

# The day itself and an evening of work to spare.
KOPIE_OUD = timedelta(hours=36)
# Municipalities ask their suppliers to try a restore every month.
PROEF_OUD = timedelta(days=31)


class Aanleiding(StrEnum):
    """Why a copy was made."""

    HAND = "hand"
    KLOK = "klok"
    UPGRADE = "upgrade"
    HERSTEL = "herstel"


def is_te_oud(laatste: datetime | None, nu: datetime, grens: timedelta) -> bool:
    """Say whether the last time was too long ago, or never was."""
    return laatste is None or nu - laatste > grens
