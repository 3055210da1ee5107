"""Files wait for the virus scanner, are judged once, and are never lost when it is away."""

from typing import Any

import pytest
from django.db import connection

from stadspunt.bronnen.documenten.actions import Bestand, recheck_document, store_document
from stadspunt.bronnen.documenten.jobs import bewaak_scanner, controleer_bestanden
from stadspunt.bronnen.documenten.models import Virusscanner
from stadspunt.bronnen.documenten.queries import DocumentBeeld, get_documenten, get_scannerbeeld, load_inhoud
from stadspunt.bronnen.documenten.rules import Virusstand
from stadspunt.bronnen.documenten.tests.clamd import EICAR, GRENS, VIRUS, Clamd
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from tests.stad import Stad

pytestmark = pytest.mark.traag


def keep(stad: Stad, inhoud: bytes, naam: str = "brief.pdf") -> int:
    return store_document(stad.systeem(), Bestand(naam, "application/pdf", inhoud))


def get(stad: Stad, document_id: int) -> DocumentBeeld:
    return get_documenten(stad.systeem().raadpleging, [document_id])[document_id]


def test_without_a_scanner_a_file_is_not_scanned_and_is_given_out(stad: Stad) -> None:
    bewaak_scanner()
    document = get(stad, keep(stad, EICAR))
    assert (document.virusstand, document.mag_open, document.virustekst) == (
        Virusstand.GEEN,
        True,
        "Niet gecontroleerd op virussen.",
    )
    assert stad.werk() == 0


def test_a_file_waits_and_is_judged_by_the_job(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    schoon, besmet, groot = keep(stad, b"%PDF-1.7"), keep(stad, EICAR), keep(stad, b"x" * (GRENS + 1))
    assert [get(stad, een).virustekst for een in (schoon, besmet, groot)] == ["Nog niet gecontroleerd op virussen."] * 3
    assert not get(stad, schoon).mag_open
    stad.werk()
    assert [get(stad, een).virustekst for een in (schoon, besmet, groot)] == [
        "Gecontroleerd: geen virus gevonden.",
        f"Virus gevonden: {VIRUS}.",
        "Te groot om te controleren op virussen.",
    ]
    assert [get(stad, een).mag_open for een in (schoon, besmet, groot)] == [True, False, False]


def test_a_file_with_a_virus_is_kept_and_given_to_nobody(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    besmet = keep(stad, EICAR)
    assert load_inhoud(stad.systeem().raadpleging, besmet) == EICAR
    stad.werk()
    with pytest.raises(NietGevondenError):
        load_inhoud(stad.systeem().raadpleging, besmet)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM opslag_blob WHERE inhoud = %s", [EICAR])
        assert cursor.fetchone() == (1,)


def test_the_same_bytes_are_judged_for_every_file_that_waits(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    reeks = [keep(stad, EICAR, f"{n}.pdf") for n in range(3)]
    stad.werk()
    assert {get(stad, een).virusnaam for een in reeks} == {VIRUS}


def test_a_scanner_that_is_away_loses_nothing_and_is_told(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    clamd.stop()
    document_id = keep(stad, EICAR)
    try:
        stad.werk()
        bewaak_scanner()
        beeld = get_scannerbeeld(stad.raadpleging("fatma", "beheren"))
        assert get(stad, document_id).virustekst == "Nog niet gecontroleerd op virussen."
        assert ("niet bereikbaar" in beeld.fout, beeld.wachtend, beeld.in_gebruik) == (True, 1, True)
    finally:
        clamd.start()
    bewaak_scanner()
    assert get(stad, document_id).wacht_op_controle, "eerst een pauze"
    stad.vooruit(minutes=2)
    bewaak_scanner()
    assert get(stad, document_id).is_besmet
    assert get_scannerbeeld(stad.raadpleging("fatma", "beheren")).fout == ""


def test_a_scanner_that_was_found_and_vanished_is_away_and_not_off(stad: Stad, clamd: Clamd, settings: Any) -> None:
    bewaak_scanner()
    settings.STADSPUNT_CLAMAV = ""
    bewaak_scanner()
    beeld = get_scannerbeeld(stad.raadpleging("fatma", "beheren"))
    assert (beeld.in_gebruik, "niet meer te vinden" in beeld.fout) == (True, True)


def test_a_scanner_at_a_well_known_place_is_used_by_itself(
    stad: Stad, clamd: Clamd, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stadspunt.bronnen.documenten.koppeling.BEKENDE_PADEN", ("/nergens/clamd.ctl", clamd.pad))
    settings.STADSPUNT_CLAMAV = ""
    bewaak_scanner()
    assert get_scannerbeeld(stad.raadpleging("fatma", "beheren")).programma.startswith("ClamAV")


def test_a_wrong_setting_is_told_on_the_page(stad: Stad, settings: Any) -> None:
    settings.STADSPUNT_CLAMAV = "clamav"
    bewaak_scanner()
    assert "computer:3310" in stad.browser("fatma").get("/beheer/gezondheid/").content.decode()


def test_what_came_before_the_scanner_is_scanned_too(stad: Stad, clamd: Clamd) -> None:
    oud = keep(stad, EICAR)
    bewaak_scanner()
    assert get(stad, oud).is_besmet


def test_without_a_scanner_again_nothing_waits_and_what_was_infected_stays_shut(stad: Stad, clamd: Clamd, settings: Any) -> None:
    bewaak_scanner()
    besmet = keep(stad, EICAR)
    stad.werk()
    recheck_document(stad.handeling(), besmet)
    wachtend = keep(stad, b"%PDF-1.7")
    settings.STADSPUNT_CLAMAV = "uit"
    bewaak_scanner()
    assert (get(stad, besmet).virusstand, get(stad, wachtend).virusstand) == (Virusstand.BESMET, Virusstand.GEEN)
    assert not Virusscanner.objects.get().in_gebruik


def test_a_second_look_keeps_the_file_shut_until_the_scanner_says_otherwise(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    besmet = keep(stad, EICAR)
    stad.werk()
    recheck_document(stad.handeling(), besmet)
    assert (get(stad, besmet).wacht_op_controle, get(stad, besmet).is_besmet) == (True, True)
    stad.werk()
    assert get(stad, besmet).virusstand is Virusstand.BESMET
    feiten = [een.soort for een in list_gebeurtenissen(stad.systeem().raadpleging, f"document:{besmet}")]
    assert feiten == ["VirusGevonden"], "een keer gevonden is een keer gemeld"


def test_the_job_may_run_twice(stad: Stad, clamd: Clamd) -> None:
    bewaak_scanner()
    document_id = keep(stad, b"%PDF-1.7")
    controleer_bestanden()
    controleer_bestanden()
    assert get(stad, document_id).virusstand is Virusstand.SCHOON


def test_the_newest_file_goes_first_and_a_stubborn_one_holds_up_nobody(
    stad: Stad, clamd: Clamd, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stadspunt.bronnen.documenten.queries import list_te_controleren

    bewaak_scanner()
    eerste, tweede = keep(stad, b"een"), keep(stad, b"twee")
    assert list_te_controleren(stad.systeem().raadpleging, 10) == [tweede, eerste]
    from stadspunt.bronnen.documenten.actions import postpone_controle

    postpone_controle(stad.systeem(), tweede)
    assert list_te_controleren(stad.systeem().raadpleging, 10) == [eerste]


def test_the_administrator_sees_the_scanner_and_the_alarm(stad: Stad, clamd: Clamd) -> None:
    fatma = stad.browser("fatma")
    assert "Er is geen virusscanner" in fatma.get("/beheer/gezondheid/").content.decode()
    bewaak_scanner()
    assert "ClamAV " in fatma.get("/beheer/gezondheid/").content.decode()
    assert "Niet gecontroleerd" not in fatma.get("/beheer/").content.decode()
    clamd.stop()
    try:
        keep(stad, b"%PDF-1.7")
        stad.werk()
        assert "De virusscanner werkt niet" in fatma.get("/beheer/gezondheid/").content.decode()
        assert "Niet gecontroleerd" in fatma.get("/beheer/").content.decode()
    finally:
        clamd.start()
