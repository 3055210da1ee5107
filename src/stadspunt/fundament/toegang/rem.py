"""A brake on too much of the same from one place, without a puzzle for people and without keeping who it was."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings

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
