"""Codes of an authenticator app (RFC 6238): six digits, a new one every thirty seconds."""

import hmac
from dataclasses import dataclass
from datetime import datetime

import pyotp

UITGEVER = "StadsPunt"
STAP_SECONDEN = 30
# A clock of a phone may be one step off, no more (RFC 6238, 5.2 and 6).
SPELING = 1


@dataclass(frozen=True, slots=True)
class NieuweApp:
    """What an app must know: the secret in groups of four to type over, and the address in the QR code."""

    geheim: str
    adres: str

    @property
    def leesbaar(self) -> str:
        """The secret in groups of four."""
        return " ".join(self.geheim[begin : begin + 4] for begin in range(0, len(self.geheim), 4))


def make_app(login: str, geheim: str = "") -> NieuweApp:
    """Return a new secret (160 bits, RFC 4226 section 4) for the holder of `login`, or the given one again."""
    geheim = geheim or pyotp.random_base32()
    return NieuweApp(geheim, pyotp.TOTP(geheim).provisioning_uri(name=login, issuer_name=UITGEVER))


def find_stap(geheim: str, code: str, moment: datetime) -> int | None:
    """Return the time step of which `code` is, the newest first; None when it fits none of now and just before or after."""
    nu = int(moment.timestamp()) // STAP_SECONDEN
    totp = pyotp.TOTP(geheim)
    for stap in range(nu + SPELING, nu - SPELING - 1, -1):
        if hmac.compare_digest(totp.generate_otp(stap), code):
            return stap
    return None
