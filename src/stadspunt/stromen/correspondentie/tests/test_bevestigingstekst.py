"""A municipality writes its own receipt, and cannot leave out what a client must know."""

from datetime import date

import pytest

from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.stromen.correspondentie.actions.sjablonen import reset_bevestigingstekst, set_bevestigingstekst
from stadspunt.stromen.correspondentie.queries.sjablonen import find_bevestigingstekst
from stadspunt.stromen.correspondentie.rules.bevestiging import (
    STANDAARDTEKSTEN,
    Bevestigingsinhoud,
    Bevestigingstekst,
    check_bevestigingstekst,
    compose_bevestiging,
)
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.correspondentie.tests.test_bevestigen import mailvraag
from tests.stad import Stad

EIGEN = Bevestigingstekst("Bedankt voor uw vraag", "{aanhef} Uw nummer is {nummer}. U hoort het op {beloofd}. {waarover}")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_standard_text_can_be_kept_as_it_is(taal: str) -> None:
    assert check_bevestigingstekst(STANDAARDTEKSTEN[taal]) == ()


def test_a_receipt_always_tells_the_number_and_the_day_and_knows_its_fields() -> None:
    fouten = check_bevestigingstekst(Bevestigingstekst("Dank {naam}", "Wij hebben uw vraag."))
    assert [(fout.code, fout.veld) for fout in fouten] == [
        ("onbekend-veld", "onderwerp"),
        ("veld-mist", "tekst"),
        ("veld-mist", "tekst"),
    ]


def test_what_is_not_known_leaves_no_hole() -> None:
    onbekend = Bevestigingsinhoud("2026-000123-8", "", "", date(2026, 12, 1), "Lindewaard", "")
    _, tekst = compose_bevestiging(onbekend, "nl")
    assert "  " not in tekst
    assert all(regel == regel.rstrip() for regel in tekst.splitlines())
    assert "Uw vraag gaat over" not in tekst


def test_the_own_text_goes_out_from_then_on_in_its_language_only(stad: Stad, mailserver: Mailserver) -> None:
    set_bevestigingstekst(stad.handeling("fatma", "beheren"), stad.gemeente_id, "nl", EIGEN)
    mailvraag(stad, onderwerp="Grofvuil")
    mailvraag(stad, taal="en", message_id="<twee@example.org>")
    stad.werk()
    nederlands, engels = sorted(mailserver.ontvangen, key=lambda mail: mail["Content-Language"], reverse=True)
    assert nederlands["Subject"].startswith("Bedankt voor uw vraag [")
    assert "U hoort het op dinsdag 1 december 2026." in nederlands.get_body(("plain",)).get_content()
    assert engels["Subject"].startswith("We have received your question [")


def test_the_standard_text_comes_back(stad: Stad) -> None:
    fatma = stad.handeling("fatma", "beheren")
    set_bevestigingstekst(fatma, stad.gemeente_id, "nl", EIGEN)
    reset_bevestigingstekst(fatma, stad.gemeente_id, "nl")
    reset_bevestigingstekst(fatma, stad.gemeente_id, "nl")
    assert find_bevestigingstekst(stad.gemeente_id, "nl") is None


def test_the_text_is_not_for_who_may_not_for_a_neighbour_or_in_another_language(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        set_bevestigingstekst(stad.handeling("kim", "beheren"), stad.gemeente_id, "nl", EIGEN)
    fatma = stad.handeling("fatma", "beheren")
    for gemeente_id, taal in ((stad.gemeente_id + 1, "nl"), (stad.gemeente_id, "de")):
        with pytest.raises(NietGevondenError):
            set_bevestigingstekst(fatma, gemeente_id, taal, EIGEN)
    with pytest.raises(GeweigerdError):
        set_bevestigingstekst(fatma, stad.gemeente_id, "nl", Bevestigingstekst("Dank", "Dank u wel."))
