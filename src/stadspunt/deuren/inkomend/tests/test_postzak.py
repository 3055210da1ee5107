"""The whole bag of nasty mail through the front door: what is acknowledged is stored, what is stored is processed."""

import smtplib
import time
from collections.abc import Iterator

import pytest

from stadspunt.deuren.inkomend.tests.conftest import Luister
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.automatisch import is_robotadres
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus
from stadspunt.stromen.intake.tests.poststukken import INFO
from stadspunt.stromen.intake.tests.postzak import lees_ruw, list_namen
from tests.stad import Stad

pytestmark = pytest.mark.traag


def make_postzak() -> Iterator[bytes]:
    """Yield each nasty message as it is, damaged, and twice inside another one."""
    for naam in list_namen():
        ruw = b"Received: from proef by hier\r\n" + lees_ruw(naam).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        yield ruw
        yield ruw.replace(b"\r\n\r\n", b"\r\n", 1).replace(b"e", b"\xff\x00")
        kop = f"From: Anna <anna@example.org>\r\nSubject: Fwd {naam}\r\nContent-Type: multipart/mixed; boundary=buiten\r\n\r\n"
        yield kop.encode() + b"--buiten\r\nContent-Type: message/rfc822\r\n\r\n" + ruw + b"\r\n--buiten\r\n" + ruw


def test_every_message_that_is_acknowledged_is_stored_and_processed(lopende_stad: Stad, luister: Luister) -> None:
    zak = list(make_postzak())
    bevestigd: dict[str, bytes] = {}
    with smtplib.SMTP("127.0.0.1", luister(), timeout=30) as smtp:
        for nummer, ruw in enumerate(zak):
            smtp.ehlo_or_helo_if_needed()
            smtp.mail("" if nummer % 7 == 0 else "anna.kok@example.org")
            smtp.rcpt(INFO)
            code, antwoord = smtp.data(ruw)
            assert code == 250
            bevestigd[antwoord.decode().split()[-1]] = ruw
    assert Ontvangst.objects.count() == len(bevestigd) > 200
    for rij in Ontvangst.objects.all():
        assert load_blob(rij.blob_hash).rstrip() == bevestigd[str(rij.uuid)].rstrip()
    uiterlijk = time.monotonic() + 300
    while Ontvangst.objects.filter(status=Ontvangststatus.WACHT).exists() and time.monotonic() < uiterlijk:
        lopende_stad.werk()
    assert set(Ontvangst.objects.values_list("status", "laatste_fout")) == {(Ontvangststatus.VERWERKT, "")}
    # Not one of them is a loop: whoever got a receipt is a person.
    aan = set(Bericht.objects.filter(richting="uit").values_list("aan_adres", flat=True))
    assert not [adres for adres in aan if is_robotadres(adres) or adres.endswith("lindewaard.example")]
