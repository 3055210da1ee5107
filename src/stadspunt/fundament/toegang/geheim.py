"""What must not be read by who only has the database: encrypted, or as a hash that needs the secret of the installation.

Every use has a key of its own, derived from the setting STADSPUNT_GEHEIM (RFC 5869).
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def _derive_sleutel(gebruik: str) -> bytes:
    afleiding = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=f"stadspunt.toegang.{gebruik}".encode())
    return afleiding.derive(settings.SECRET_KEY.encode())


def encrypt(gebruik: str, tekst: str) -> str:
    """Return `tekst` encrypted for one use; without the setting nobody reads it back."""
    return Fernet(base64.urlsafe_b64encode(_derive_sleutel(gebruik))).encrypt(tekst.encode()).decode()


def decrypt(gebruik: str, gesloten: str) -> str | None:
    """Return what was encrypted, or None when it was with another secret (the setting was changed since)."""
    try:
        return Fernet(base64.urlsafe_b64encode(_derive_sleutel(gebruik))).decrypt(gesloten.encode()).decode()
    except InvalidToken:
        return None


def hash_geheim(gebruik: str, tekst: str) -> str:
    """Return a hash of something random that cannot be guessed or tried without the secret of the installation."""
    return hmac.new(_derive_sleutel(gebruik), tekst.encode(), hashlib.sha256).hexdigest()
