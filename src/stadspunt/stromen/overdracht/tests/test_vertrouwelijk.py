"""An order about a confidential question is read by whom it concerns at the department, and by nobody else there."""

from datetime import date

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import GeweigerdError, NietGevondenError
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import add_betrokkene, mark_vertrouwelijk
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht, return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import Filter, count_overdrachten, list_overdrachten
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden

AFDELING = Doel.OVERDRACHT_BEANTWOORDEN


def hand_over(stad: Stad, afdeling: str, *, genoemd: str = "") -> int:
    """Let Noor ask a department about a confidential question; `genoemd` is a colleague whom she names first."""
    vraag_id, noor = stad.klantvraag(wie="systeem"), stad.handeling("noor")
    mark_vertrouwelijk(noor, vraag_id)
    if genoemd:
        add_betrokkene(noor, vraag_id, stad.medewerkers[genoemd], "Zij behandelt dit dossier al.")
    voorstel = Voorstel(stad.afdelingen[afdeling], "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 26))
    return hand_over_klantvraag(noor, vraag_id, voorstel)


def test_only_who_holds_the_right_for_this_department_reads_it(stad: Stad) -> None:
    add_vertrouwden(stad)
    opdracht_id = hand_over(stad, "belastingen")
    gezien = {wie: len(list_overdrachten(stad.raadpleging(wie, AFDELING), Filter()).regels) for wie in ("bram", "ines", "vera")}
    assert gezien == {"bram": 0, "ines": 1, "vera": 0}
    assert count_overdrachten(stad.raadpleging("bram", AFDELING), Filter()) == 0
    with pytest.raises(NietGevondenError):
        claim_overdracht(stad.handeling("bram", AFDELING), opdracht_id)
    return_overdracht(stad.handeling("ines", AFDELING), opdracht_id, "Alles in orde.")


def test_a_named_colleague_of_the_department_reads_it(stad: Stad) -> None:
    add_vertrouwden(stad)
    opdracht_id = hand_over(stad, "vergunningen", genoemd="vera")
    return_overdracht(stad.handeling("vera", AFDELING), opdracht_id, "Alles in orde.")


def test_nothing_is_asked_where_nobody_could_read_it(stad: Stad) -> None:
    add_vertrouwden(stad)
    with pytest.raises(GeweigerdError) as weigering:
        hand_over(stad, "vergunningen")
    assert [(fout.code, fout.veld) for fout in weigering.value.fouten] == [("geen-lezer", "afdeling")]
