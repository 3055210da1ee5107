"""A mail with a virus: taken in as any other, whatever the scanner does, and judged afterwards."""

from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest

from stadspunt.bronnen.documenten.jobs import bewaak_scanner
from stadspunt.bronnen.documenten.models import Document
from stadspunt.bronnen.documenten.rules import Virusstand
from stadspunt.bronnen.documenten.tests.clamd import EICAR, VIRUS, Clamd
from stadspunt.bronnen.documenten.tests.conftest import clamd, clamd_dienst
from stadspunt.deuren.inkomend.tests.conftest import Luister
from stadspunt.deuren.inkomend.tests.test_smtp import stuur
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus
from stadspunt.stromen.intake.tests.poststukken import INFO
from tests.stad import Stad

pytestmark = pytest.mark.traag
__all__ = ["clamd", "clamd_dienst"]


def build_mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna.kok@example.org", INFO, "Mijn aanvraag"
    mail["Message-ID"] = "<aanvraag@example.org>"
    mail.set_content("Zie de bijlage.")
    mail.add_attachment(EICAR, maintype="application", subtype="octet-stream", filename="aanvraag.pdf")
    mail.add_attachment(b"Mijn brief", maintype="text", subtype="plain", filename="brief.txt")
    mail.set_boundary("grens")
    return mail.as_bytes(policy=SMTP)


def list_standen() -> dict[str, str]:
    return dict(Document.objects.values_list("naam", "virusstand"))


def test_a_virus_is_found_after_the_mail_was_taken(lopende_stad: Stad, luister: Luister, clamd: Clamd) -> None:
    bewaak_scanner()
    ruw = build_mail()
    assert stuur(luister(), ruw)[0] == 250
    assert (Document.objects.count(), Ontvangst.objects.get().status) == (0, Ontvangststatus.WACHT)
    lopende_stad.werk()
    assert list_standen() == {"aanvraag.pdf": Virusstand.BESMET, "brief.txt": Virusstand.SCHOON}
    assert Document.objects.get(naam="aanvraag.pdf").virusnaam == VIRUS
    assert load_blob(Ontvangst.objects.get().blob_hash) == ruw


def test_the_raw_mail_is_given_out_until_a_virus_was_found_in_it(lopende_stad: Stad, luister: Luister, clamd: Clamd) -> None:
    stuur(luister(), build_mail())
    fatma = lopende_stad.browser("fatma")
    adres = f"/beheer/ontvangsten/{Ontvangst.objects.get().uuid}/ruw/"
    lopende_stad.werk()
    assert fatma.get(adres).content == build_mail()
    bewaak_scanner()
    antwoord = fatma.get(adres, follow=True)
    assert f"In dit bericht zit een virus ({VIRUS}). Niemand kan het downloaden." in antwoord.content.decode()


def test_a_scanner_that_is_away_keeps_no_mail_waiting(lopende_stad: Stad, luister: Luister, clamd: Clamd, settings: Any) -> None:
    bewaak_scanner()
    settings.STADSPUNT_CLAMAV = "127.0.0.1:1"
    assert stuur(luister(), build_mail())[0] == 250
    lopende_stad.werk()
    assert Ontvangst.objects.get().status == Ontvangststatus.VERWERKT
    assert set(list_standen().values()) == {Virusstand.WACHT}
    settings.STADSPUNT_CLAMAV = clamd.pad
    Document.objects.update(volgende_controle_op=lopende_stad.systeem().moment)
    bewaak_scanner()
    assert list_standen() == {"aanvraag.pdf": Virusstand.BESMET, "brief.txt": Virusstand.SCHOON}
