"""What may be used once, and the challenge of a passkey, that lives in the page and in no session."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction

from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.geheim import decrypt, encrypt, hash_geheim
from stadspunt.fundament.toegang.models import Verbruikt

GELDIG = timedelta(minutes=10)


def use_eenmaal(handeling: Handeling, gebruik: str, wat: str) -> bool:
    """Say whether this is the first use; of two at the same moment the database calls one the first."""
    try:
        with transaction.atomic():
            Verbruikt.objects.create(sleutel=hash_geheim(gebruik, wat), moment_op=handeling.moment)
    except IntegrityError:
        return False
    return True


def make_bewijs(raadpleging: Raadpleging, gebruik: str, inhoud: str = "") -> str:
    """Return a text for a hidden field that only we can make and read: for one use, with its moment."""
    return encrypt(gebruik, f"{raadpleging.moment.timestamp():.0f}|{secrets.token_urlsafe(16)}|{inhoud}")


def read_bewijs(handeling: Handeling, gebruik: str, bewijs: str) -> str | None:
    """Return what was put in by `make_bewijs`, or None when it is not ours, for another use, or too old."""
    delen = (decrypt(gebruik, bewijs) or "").split("|", 2)
    if len(delen) != 3:
        return None
    oud = handeling.moment - datetime.fromtimestamp(int(delen[0]), UTC)
    return delen[2] if -timedelta(minutes=1) < oud < GELDIG else None


def to_uitdaging(bewijs: str) -> bytes:
    """Return the challenge that a device signs: it belongs to this text and to no other."""
    return hashlib.sha256(bewijs.encode()).digest()
