"""A message to the client that is not the answer: it goes the same way, and the question stays open."""

from datetime import date
from typing import Any

import pytest

from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord, send_tussenbericht
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, withdraw_verzending
from stadspunt.stromen.correspondentie.beelden import BerichtBeeld
from stadspunt.stromen.correspondentie.bouw import build_opzet, build_sjablonen
from stadspunt.stromen.correspondentie.jobs import verzend_achterstand
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.feiten import describe_feit
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort, Verzendstatus
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie, set_taal
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.queries_cijfers import Afloop, Periode, count_per_afloop
from stadspunt.stromen.klantcontacten.rules import Richting, Status
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht, return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag, withdraw_overdracht
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

JOOST = "joost.jansen@example.org"


@pytest.fixture
def vraag_id(stad: Stad) -> int:
    vraag_id = stad.klantvraag()
    stad.werk()
    return vraag_id


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def stuur(stad: Stad, vraag_id: int, tekst: str = "Wij zoeken het uit.", **anders: Any) -> int:
    return send_tussenbericht(stad.handeling(), vraag_id, build_opzet(JOOST, tekst, **anders))


def list_uit(stad: Stad, vraag_id: int) -> list[BerichtBeeld]:
    return [een for een in list_berichten(stad.systeem().raadpleging, vraag_id) if een.verzending]


def wacht(stad: Stad) -> None:
    """Let the time pass in which a message can be taken back, and what is due leave."""
    stad.vooruit(seconds=20)
    stad.werk()


def vraag_de_afdeling(stad: Stad, vraag_id: int) -> int:
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Klopt dit?", Vorm.ADVIES, date(2026, 11, 26))
    return hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)


# The way out


def test_it_waits_leaves_and_the_question_stays_as_it_was(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    eerst = vraag_nu(stad, vraag_id)
    stuur(stad, vraag_id)
    stad.vooruit(seconds=19)
    stad.werk()
    assert mailserver.ontvangen == []
    wacht(stad)
    assert mailserver.enveloppen == [("info@lindewaard.example", JOOST)]
    assert vraag_nu(stad, vraag_id) == eerst
    assert get_vraagdossier(stad.raadpleging(), vraag_id).antwoorden == ()


def test_it_is_a_contact_of_who_wrote_it(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id)
    wacht(stad)
    laatste = get_vraagdossier(stad.raadpleging(), vraag_id).contacten[-1]
    assert (laatste.richting, laatste.medewerker_id) == (Richting.UIT, stad.medewerkers["kim"])
    assert list_uit(stad, vraag_id)[0].klantcontact_id == laatste.id


def test_it_can_be_taken_back_and_is_told_by_its_own_name(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id)
    verzending = list_uit(stad, vraag_id)[0].verzending
    assert verzending is not None
    withdraw_verzending(stad.handeling(), verzending.id)
    wacht(stad)
    assert mailserver.ontvangen == []
    laatste = list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")[-1]
    assert describe_feit(laatste.soort, laatste.inhoud) == "Tussenbericht niet verstuurd: ingetrokken"


def test_more_than_one_may_be_on_its_way(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    eerste, tweede = stuur(stad, vraag_id, "Een"), stuur(stad, vraag_id, "Twee")
    assert eerste != tweede
    wacht(stad)
    assert len(mailserver.ontvangen) == 2


def test_the_same_form_sent_twice_is_one_message(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    opzet = build_opzet(JOOST)
    assert len({send_tussenbericht(stad.handeling(), vraag_id, opzet) for _ in range(2)}) == 1


@pytest.mark.parametrize("eerst_antwoord", [True, False])
def test_an_answer_and_a_message_in_between_do_not_stop_each_other(
    stad: Stad, mailserver: Mailserver, vraag_id: int, eerst_antwoord: bool
) -> None:
    daden = [lambda: send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST, "Morgen.")), lambda: stuur(stad, vraag_id)]
    for doe in daden if eerst_antwoord else reversed(daden):
        doe()
    wacht(stad)
    assert len(mailserver.ontvangen) == 2
    assert vraag_nu(stad, vraag_id).status == Status.AFGEHANDELD
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).antwoorden) == 1


def test_when_its_worker_died_it_is_sent_again(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id)
    verzending = list_uit(stad, vraag_id)[0].verzending
    assert verzending is not None
    stad.vooruit(seconds=20)
    claim_verzending(stad.systeem(), verzending.id)
    stad.vooruit(minutes=10)
    verzend_achterstand()
    assert len(mailserver.ontvangen) == 1


def test_when_it_comes_back_the_question_is_as_it_was(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id)
    wacht(stad)
    eerst = vraag_nu(stad, vraag_id)
    message_id = mailserver.ontvangen[0]["Message-ID"]
    record_bounce(stad.systeem(), Bouncemelding(message_id, JOOST, "5.1.1", "550 User unknown", permanent=True))
    assert vraag_nu(stad, vraag_id) == eerst
    (bericht,) = list_uit(stad, vraag_id)
    assert bericht.verzending is not None
    assert bericht.verzending.status == Verzendstatus.ONBESTELBAAR


def test_it_is_quoted_below_what_we_write_later(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id, "Wat is uw kenteken?")
    wacht(stad)
    assert "> Wat is uw kenteken?" in get_opzet(stad.raadpleging(), vraag_id).citaat


# When it may be sent


def test_on_a_closed_question_it_says_what_to_do(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    with pytest.raises(GeweigerdError) as weigering:
        stuur(stad, vraag_id)
    assert [(fout.code, fout.veld) for fout in weigering.value.fouten] == [("niet-open", "soort")]


def test_while_a_department_is_busy_or_is_not_checked_yet_the_client_can_hear_something(
    stad: Stad, mailserver: Mailserver, vraag_id: int
) -> None:
    opdracht_id = vraag_de_afdeling(stad, vraag_id)
    stuur(stad, vraag_id, "De afdeling kijkt ernaar.")
    wacht(stad)
    bram = stad.handeling("bram", "overdracht-beantwoorden")
    claim_overdracht(bram, opdracht_id)
    return_overdracht(bram, opdracht_id, "Het klopt.")
    stuur(stad, vraag_id, "Wij kijken het antwoord nog na.")
    wacht(stad)
    assert (len(mailserver.ontvangen), vraag_nu(stad, vraag_id).status) == (2, Status.TE_CONTROLEREN)


# The client writes back


def test_what_the_client_wrote_before_it_waits_no_longer(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    record_klantreactie(stad.systeem(), vraag_id)
    stad.vooruit(minutes=5)
    stuur(stad, vraag_id)
    assert vraag_nu(stad, vraag_id).klantreactie_op is not None
    wacht(stad)
    assert vraag_nu(stad, vraag_id).klantreactie_op is None


def test_what_the_client_wrote_while_it_waited_still_waits(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    stuur(stad, vraag_id)
    stad.vooruit(seconds=5)
    record_klantreactie(stad.systeem(), vraag_id)
    wacht(stad)
    assert len(mailserver.ontvangen) == 1
    assert vraag_nu(stad, vraag_id).klantreactie_op is not None


# Figures


def test_it_is_no_answer_in_the_figures(stad: Stad, mailserver: Mailserver, vraag_id: int) -> None:
    begin = stad.systeem().moment
    stuur(stad, vraag_id)
    wacht(stad)
    pien = stad.raadpleging("kim", "sturen")
    stad.vooruit(days=1)
    assert count_per_afloop(pien, Periode(begin, stad.systeem().moment)) == dict.fromkeys(Afloop, 0)


# Templates


def test_a_message_begins_as_what_its_template_is_for(stad: Stad, vraag_id: int) -> None:
    soorten = {}
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    for sjabloon in get_opzet(stad.raadpleging(), vraag_id).sjablonen:
        soorten[sjabloon.naam] = get_opzet(stad.raadpleging(), vraag_id, sjabloon.id).soort
    assert soorten == {
        "Antwoord op uw vraag": Berichtsoort.ANTWOORD,
        "Wij hebben meer tijd nodig": Berichtsoort.TUSSENBERICHT,
        "Wij missen nog iets": Berichtsoort.TUSSENBERICHT,
        "Answer to your question": Berichtsoort.ANTWOORD,
    }
    assert get_opzet(stad.raadpleging(), vraag_id).soort == Berichtsoort.ANTWOORD


def test_the_general_answer_comes_first_and_another_language_last(stad: Stad, vraag_id: int) -> None:
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    add_sjabloon(stad.systeem(), stad.gemeente_id, Sjabloongegevens("Aanvragen", "Zo doet u dat", "Zo."))
    nederlands = ["Antwoord op uw vraag", "Aanvragen", "Wij hebben meer tijd nodig", "Wij missen nog iets"]
    assert [een.naam for een in get_opzet(stad.raadpleging(), vraag_id).sjablonen] == [*nederlands, "Answer to your question"]
    set_taal(stad.handeling(), vraag_id, "en")
    assert [een.naam for een in get_opzet(stad.raadpleging(), vraag_id).sjablonen] == ["Answer to your question", *nederlands]


def test_a_template_about_a_department_is_offered_when_one_was_asked(stad: Stad, vraag_id: int) -> None:
    for naam, soort in (("Bezig", Berichtsoort.TUSSENBERICHT), ("Klaar", Berichtsoort.ANTWOORD)):
        gegevens = Sjabloongegevens(naam, "Uw vraag", "{afdeling} kijkt.", soort=soort)
        add_sjabloon(stad.systeem(), stad.gemeente_id, gegevens)

    def list_namen() -> list[str]:
        return [een.naam for een in get_opzet(stad.raadpleging(), vraag_id).sjablonen]

    assert list_namen() == []
    opdracht_id = vraag_de_afdeling(stad, vraag_id)
    assert list_namen() == ["Klaar", "Bezig"]
    bezig = get_opzet(stad.raadpleging(), vraag_id).sjablonen[1]
    assert get_opzet(stad.raadpleging(), vraag_id, bezig.id).tekst == "Belastingen kijkt."
    bram = stad.handeling("bram", "overdracht-beantwoorden")
    claim_overdracht(bram, opdracht_id)
    return_overdracht(bram, opdracht_id, "Het klopt.")
    assert list_namen() == ["Klaar"]


def test_an_order_that_was_taken_back_counts_for_nothing(stad: Stad, vraag_id: int) -> None:
    gegevens = Sjabloongegevens("Klaar", "Uw vraag", "{afdeling} deed het.")
    add_sjabloon(stad.systeem(), stad.gemeente_id, gegevens)
    withdraw_overdracht(stad.handeling(), vraag_de_afdeling(stad, vraag_id))
    assert get_opzet(stad.raadpleging(), vraag_id).sjablonen == ()


def test_without_a_template_the_place_for_the_message_is_marked(stad: Stad, vraag_id: int) -> None:
    opzet = get_opzet(stad.raadpleging(), vraag_id)
    assert "\n\n[vul in: uw bericht]\n\n" in opzet.tekst
    with pytest.raises(GeweigerdError) as weigering:
        stuur(stad, vraag_id, opzet.tekst)
    assert [fout.code for fout in weigering.value.fouten] == ["open-plek"]
