"""Breaking the glass: a look in an emergency, for a while, and never unseen."""

import re

import pytest
from django.db import DatabaseError, connection, transaction

from stadspunt.bronnen.organisatie.actions_inrichting import update_gemeente
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.fundament.waarden.nummer import format_nummer
from stadspunt.stromen.klantcontacten.actions.behandelen import claim_klantvraag
from stadspunt.stromen.klantcontacten.actions.noodinzage import record_toezicht, request_noodinzage
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import mark_vertrouwelijk
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import (
    count_onbekeken_noodinzagen,
    find_vertrouwelijkheid,
    list_noodinzagen,
)
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden

GEEN = format_nummer(2026, 999999)
REDEN = "De klant belt in paniek en niemand anders is er."


@pytest.fixture
def geheim(stad: Stad) -> tuple[int, str]:
    """Return the id and the number of a question that Tess may not see."""
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag("Geheim", wie="systeem")
    mark_vertrouwelijk(stad.handeling("noor"), vraag_id)
    return vraag_id, get_klantvragen(stad.raadpleging("noor"), [vraag_id])[vraag_id].nummer


def ziet(stad: Stad, vraag_id: int, wie: str = "tess") -> bool:
    return vraag_id in get_klantvragen(stad.raadpleging(wie), [vraag_id])


def test_it_lets_somebody_look_for_an_hour(stad: Stad, geheim: tuple[int, str]) -> None:
    vraag_id, nummer = geheim
    assert not ziet(stad, vraag_id)
    tot = request_noodinzage(stad.handeling("tess"), nummer, REDEN)
    beeld = find_vertrouwelijkheid(stad.raadpleging("tess"), vraag_id)
    assert beeld is not None and beeld.noodinzage_tot == tot
    stad.vooruit(minutes=59)
    assert ziet(stad, vraag_id)
    stad.vooruit(minutes=1)
    assert not ziet(stad, vraag_id)


def test_who_looks_does_nothing_with_it(stad: Stad, geheim: tuple[int, str]) -> None:
    vraag_id, nummer = geheim
    request_noodinzage(stad.handeling("tess"), nummer, REDEN)
    with pytest.raises(NietGevondenError):
        claim_klantvraag(stad.handeling("tess"), vraag_id)


def test_the_municipality_says_how_long(stad: Stad, geheim: tuple[int, str]) -> None:
    vraag_id, nummer = geheim
    fatma = stad.handeling("fatma", Doel.BEHEREN)
    update_gemeente(fatma, stad.gemeente_id, "Lindewaard", "lindewaard.example", "14 000", 15)
    request_noodinzage(stad.handeling("tess"), nummer, REDEN)
    stad.vooruit(minutes=16)
    assert not ziet(stad, vraag_id)


def test_it_asks_a_right_and_a_reason(stad: Stad, geheim: tuple[int, str]) -> None:
    with pytest.raises(GeenRechtError):
        request_noodinzage(stad.handeling("kim"), geheim[1], REDEN)
    with pytest.raises(GeweigerdError) as weigering:
        request_noodinzage(stad.handeling("tess"), "12", "Even")
    assert {fout.veld for fout in weigering.value.fouten} == {"nummer", "reden"}


def _strip(pagina: str, *nummers: str) -> str:
    """Return a page without its token (another for each page) and without what was asked."""
    return re.sub("|".join((*nummers, '(sleutel|value)="[^"]{64}"')), "", pagina)


def test_asking_for_what_is_not_there_looks_the_same(stad: Stad, geheim: tuple[int, str]) -> None:
    tess = stad.browser("tess")
    antwoorden = [tess.post("/werkplek/noodinzage/", {"nummer": nummer, "reden": REDEN}) for nummer in (geheim[1], GEEN)]
    wel, niet = (_strip(een.content.decode(), geheim[1], GEEN) for een in antwoorden)
    assert [een.status_code for een in antwoorden] == [200, 200]
    assert wel == niet and "vastgelegd" in wel
    assert [regel.bestaat for regel in list_noodinzagen(stad.raadpleging("pien", Doel.BEHEREN))] == [False, True]


def test_it_waits_until_the_privacy_officer_looked_at_it(stad: Stad, geheim: tuple[int, str]) -> None:
    request_noodinzage(stad.handeling("tess"), geheim[1], REDEN)
    pien = stad.browser("pien")
    assert count_onbekeken_noodinzagen(stad.raadpleging("pien", Doel.BEHEREN)) == 1
    pagina = pien.get("/beheer/noodinzagen/").content.decode()
    assert "Tess Yilmaz" in pagina and REDEN in pagina and "Ik heb dit bekeken" in pagina
    (regel,) = list_noodinzagen(stad.raadpleging("pien", Doel.BEHEREN))
    for _ in range(2):
        record_toezicht(stad.handeling("pien", Doel.BEHEREN), regel.id)
    assert count_onbekeken_noodinzagen(stad.raadpleging("pien", Doel.BEHEREN)) == 0
    assert "Pien Mulder" in pien.get("/beheer/noodinzagen/").content.decode()
    assert stad.browser("fatma").get("/beheer/noodinzagen/").status_code == 404


@pytest.mark.parametrize("tabel", ["klantcontacten_noodinzage", "klantcontacten_noodinzagetoezicht"])
@pytest.mark.parametrize("daad", ["DELETE FROM {}", "UPDATE {} SET medewerker_id = medewerker_id"])
def test_nobody_changes_or_removes_what_was_written(stad: Stad, geheim: tuple[int, str], tabel: str, daad: str) -> None:
    request_noodinzage(stad.handeling("tess"), geheim[1], REDEN)
    record_toezicht(stad.handeling("pien", Doel.BEHEREN), list_noodinzagen(stad.raadpleging("pien", Doel.BEHEREN))[0].id)
    with (
        pytest.raises(DatabaseError, match="alleen om aan toe te voegen"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(daad.format(tabel))
