"""A brake on too much of the same from one place, without a puzzle for people and without keeping who it was."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.models import Remspoor

# Older traces say nothing any more and are wiped by the way.
_BEWAREN = timedelta(days=1)


def to_remsleutel(soort: str, herkomst: str, handeling: Handeling) -> str:
    """Return a key for `herkomst` (an address on the network) that nobody can read back, new every day."""
    tekst = f"{soort}|{herkomst}|{handeling.vandaag.isoformat()}"
    return hmac.new(settings.SECRET_KEY.encode(), tekst.encode(), hashlib.sha256).hexdigest()


def pass_rem(handeling: Handeling, sleutel: str, maximum: int, venster: timedelta) -> bool:
    """Leave a trace and say whether this use is still within `maximum` uses per `venster`."""
    Remspoor.objects.filter(moment_op__lt=handeling.moment - _BEWAREN).delete()
    gebruikt = Remspoor.objects.filter(sleutel=sleutel, moment_op__gt=handeling.moment - venster)[:maximum].count()
    if gebruikt >= maximum:
        return False
    Remspoor.objects.create(sleutel=sleutel, moment_op=handeling.moment)
    return True


def lock_rem(sleutel: str) -> None:
    """Let uses of the same key wait for each other until the end of the transaction, so that no two pass as the last one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(sleutel[:15], 16)])


def find_vrij_op(handeling: Handeling, sleutel: str, maximum: int, venster: timedelta) -> datetime | None:
    """Return from when this may be tried again, or None when it may now; leaves no trace."""
    sporen = Remspoor.objects.filter(sleutel=sleutel, moment_op__gt=handeling.moment - venster)
    # The trace that is `maximum` back must leave the window first.
    oudste = sporen.order_by("-moment_op").values_list("moment_op", flat=True)[maximum - 1 : maximum]
    return oudste[0] + venster if oudste else None


def leave_spoor(handeling: Handeling, *sleutels: str) -> None:
    """Leave a trace of something that went wrong."""
    Remspoor.objects.bulk_create(Remspoor(sleutel=sleutel, moment_op=handeling.moment) for sleutel in sleutels)


def wipe_sporen(sleutel: str) -> None:
    """Forget what went wrong before it went right."""
    Remspoor.objects.filter(sleutel=sleutel).delete()


def remove_oude_sporen(moment: datetime) -> int:
    """Take away the traces that say nothing any more; returns how many."""
    return Remspoor.objects.filter(moment_op__lt=moment - _BEWAREN).delete()[0]
