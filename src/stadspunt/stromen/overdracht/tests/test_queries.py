"""What a department and the KCC see of orders."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import (
    Filter,
    Lijst,
    count_overdrachten,
    get_overdracht,
    list_overdrachten,
    list_overdrachten_van_klantvraag,
)
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

AFDELING = Doel.OVERDRACHT_BEANTWOORDEN


def overdragen(stad: Stad, onderwerp: str, terug_op: date, afdeling: str = "belastingen") -> int:
    voorstel = Voorstel(stad.afdelingen[afdeling], "Wat is de stand?", Vorm.ADVIES, terug_op)
    return hand_over_klantvraag(stad.handeling(), stad.klantvraag(onderwerp), voorstel)


def onderwerpen(stad: Stad, lijst: Lijst, wie: str = "bram") -> list[str]:
    return [regel.onderwerp for regel in list_overdrachten(stad.raadpleging(wie, AFDELING), Filter(lijst)).regels]


def test_the_list_of_a_department_starts_with_what_must_be_back_first(stad: Stad) -> None:
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    overdragen(stad, "Hondenbelasting", date(2026, 11, 25))
    assert onderwerpen(stad, Lijst.OPEN) == ["Hondenbelasting", "Aanslag te hoog"]


def test_a_department_sees_only_its_own_orders(stad: Stad) -> None:
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    overdragen(stad, "Dakkapel", date(2026, 11, 27), "vergunningen")
    assert onderwerpen(stad, Lijst.OPEN) == ["Aanslag te hoog"]
    assert onderwerpen(stad, Lijst.OPEN, "vera") == ["Dakkapel"]


def test_the_order_of_another_department_is_not_there(stad: Stad) -> None:
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    (regel,) = list_overdrachten(stad.raadpleging("bram", AFDELING), Filter()).regels
    assert get_overdracht(stad.raadpleging("bram", AFDELING), regel.uuid).gevraagd == "Wat is de stand?"
    with pytest.raises(NietGevondenError):
        get_overdracht(stad.raadpleging("vera", AFDELING), regel.uuid)


def test_earlier_rounds_with_another_department_are_not_shown(stad: Stad) -> None:
    opdracht_id = overdragen(stad, "Dakkapel", date(2026, 11, 27), "vergunningen")
    return_overdracht(stad.handeling("vera", AFDELING), opdracht_id, "Dit is voor Belastingen.")
    (regel,) = list_overdrachten(stad.raadpleging("vera", AFDELING), Filter(Lijst.TERUGGEGEVEN)).regels
    hand_over_klantvraag(
        stad.handeling(), regel.klantvraag_id, Voorstel(stad.afdelingen["belastingen"], "En u?", Vorm.ADVIES, date(2026, 11, 27))
    )
    gezien = list_overdrachten_van_klantvraag(stad.raadpleging("bram", AFDELING), regel.klantvraag_id)
    assert [opdracht.ronde for opdracht in gezien] == [2]


def test_late_is_what_had_to_be_back_before_today(stad: Stad) -> None:
    overdragen(stad, "Hondenbelasting", date(2026, 11, 24))
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 25))
    assert onderwerpen(stad, Lijst.TE_LAAT) == []
    stad.vooruit(days=1)
    assert onderwerpen(stad, Lijst.TE_LAAT) == ["Hondenbelasting"]
    assert count_overdrachten(stad.raadpleging("bram", AFDELING), Filter(Lijst.OPEN)) == 2


def test_what_was_given_back_moves_to_its_own_list_newest_first(stad: Stad) -> None:
    for onderwerp in ("Eerste", "Tweede"):
        opdracht_id = overdragen(stad, onderwerp, date(2026, 11, 25))
        stad.vooruit(minutes=5)
        return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Klaar.")
    assert onderwerpen(stad, Lijst.OPEN) == []
    assert onderwerpen(stad, Lijst.TERUGGEGEVEN) == ["Tweede", "Eerste"]


def test_steering_does_not_see_single_orders(stad: Stad) -> None:
    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    systeem = stad.systeem().raadpleging
    assert count_overdrachten(systeem, Filter()) == 1
    from stadspunt.stromen.overdracht.models import Overdracht

    assert not Overdracht.objects.visible_to(stad.raadpleging("kim", Doel.STUREN)).exists()


def test_a_page_of_fifty_takes_as_many_queries_as_a_page_of_one(stad: Stad) -> None:
    overdragen(stad, "Vraag 1", date(2026, 11, 25))
    with CaptureQueriesContext(connection) as een:
        list_overdrachten(stad.raadpleging("bram", AFDELING), Filter())
    for nummer in range(2, 53):
        overdragen(stad, f"Vraag {nummer}", date(2026, 11, 25))
    with CaptureQueriesContext(connection) as vijftig:
        blad = list_overdrachten(stad.raadpleging("bram", AFDELING), Filter())
    assert (len(blad.regels), blad.aantal, blad.paginas) == (50, 52, 2)
    assert len(vijftig) == len(een)


def test_who_looked_at_the_list_is_written_down(stad: Stad) -> None:
    from stadspunt.fundament.toegang.models import Inzage

    overdragen(stad, "Aanslag te hoog", date(2026, 11, 27))
    list_overdrachten(stad.raadpleging("bram", AFDELING), Filter())
    regels = Inzage.objects.filter(medewerker_id=stad.medewerkers["bram"], partij_id=stad.partijen["joost"])
    assert {regel.doel for regel in regels} == {"overdracht-beantwoorden"}
