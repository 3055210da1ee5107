"""Put bytes away and get them back."""

import hashlib

from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.opslag.models import Blob


def store_blob(inhoud: bytes) -> str:
    """Keep `inhoud` (in the transaction that is open) and return its SHA-256 in hex; the same bytes are kept once."""
    sleutel = hashlib.sha256(inhoud).hexdigest()
    Blob.objects.bulk_create([Blob(hash=sleutel, grootte=len(inhoud), inhoud=inhoud)], ignore_conflicts=True)
    return sleutel


def load_blob(sleutel: str) -> bytes:
    """Return the bytes with this hash. Raises NietGevondenError when they are not there."""
    rij = Blob.objects.filter(pk=sleutel).values_list("inhoud", flat=True).first()
    if rij is None:
        raise NietGevondenError(sleutel)
    return bytes(rij)
