"""Certificates made for one test: of an issuer that this computer then knows, and those that are wrong in one way."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

WACHTWOORD = "blauwe-lindeboom-77"
# What a certificate must be refused for, with what is told about it.
FOUTE_CERTIFICATEN = {
    "andere-naam": "het staat op een ander adres dan 127.0.0.1",
    "verlopen": "het is verlopen",
    "onbekende-uitgever": "deze computer kent de uitgever niet",
}


class Uitgever:
    """An issuer whose certificates this computer accepts (SSL_CERT_FILE, as an administrator sets it)."""

    def __init__(self, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._map, self._ca = map_, trustme.CA()
        self.bestand = map_ / "uitgever.pem"
        self._ca.cert_pem.write_to_path(str(self.bestand))
        monkeypatch.setenv("SSL_CERT_FILE", str(self.bestand))

    def issue(self, soort: str = "goed") -> tuple[Path, Path]:
        """Return the files with certificate and key for 127.0.0.1; `soort` is 'goed' or a key of FOUTE_CERTIFICATEN."""
        ca = trustme.CA() if soort == "onbekende-uitgever" else self._ca
        naam = "elders.example" if soort == "andere-naam" else "127.0.0.1"
        nu = datetime.now(UTC)
        over = {"not_before": nu - timedelta(days=9), "not_after": nu - timedelta(days=2)} if soort == "verlopen" else {}
        bewijs = ca.issue_cert(naam, **over)
        cert, sleutel = self._map / f"{soort}.pem", self._map / f"{soort}.key"
        cert.write_bytes(b"".join(blob.bytes() for blob in bewijs.cert_chain_pems))
        sleutel.write_bytes(bewijs.private_key_pem.bytes())
        return cert, sleutel

    def make_context(self, soort: str = "goed") -> ssl.SSLContext:
        """Return what a server offers."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.issue(soort))
        return context


@pytest.fixture
def uitgever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Uitgever:
    """The issuer."""
    return Uitgever(tmp_path, monkeypatch)
