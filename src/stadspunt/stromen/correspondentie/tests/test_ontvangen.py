"""Messages that come in, reports that a message came back, and who may see what."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.bronnen.organisatie.actions_beheer import end_toewijzing
from stadspunt.bronnen.organisatie.queries_beheer import get_medewerker
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.toegang.models import Inzage
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon, update_sjabloon
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending
from stadspunt.stromen.correspondentie.bouw import build_bericht, build_opzet, build_sjablonen
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet
from stadspunt.stromen.correspondentie.queries.berichten import find_document_voor_download, get_bericht, list_berichten
from stadspunt.stromen.correspondentie.queries.draden import (
    find_correspondentieadressen,
    find_klantvraag_by_message_ids,
    find_klantvraag_by_ontvangen_message_ids,
)
from stadspunt.stromen.correspondentie.queries.sjablonen import get_sjabloon, list_sjablonen
from stadspunt.stromen.correspondentie.queries.verzendingen import list_niet_aangekomen
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding, InkomendeBijlage
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort, Verzendstatus
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import Status
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad

JOOST = "joost.jansen@example.org"
MORGEN = date(2026, 11, 25)


def vraag_status(stad: Stad, vraag_id: int) -> str:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].status


@pytest.fixture
def beantwoord(stad: Stad, mailserver: Mailserver) -> tuple[int, str]:
    """A question that was answered by mail, and the Message-ID of that mail."""
    vraag_id = stad.klantvraag()
    send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST))
    stad.vooruit(seconds=20)
    stad.werk()
    return vraag_id, str(mailserver.ontvangen[-1]["Message-ID"])


def melding(message_id: str, *, permanent: bool = True) -> Bouncemelding:
    return Bouncemelding(message_id, JOOST, "5.1.1" if permanent else "4.4.1", "550 User unknown", permanent)


# In


def test_the_same_arrival_twice_is_one_message(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    eerst, weer = (build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, sleutel="mail:1") for _ in range(2))
    assert eerst == weer
    assert len(list_berichten(stad.raadpleging(), vraag_id)) == 1


def test_one_message_can_concern_two_questions(stad: Stad) -> None:
    vragen = (stad.klantvraag(), stad.klantvraag())
    bericht_id = build_bericht(stad.systeem(), stad.gemeente_id, vragen[0], klantvraag_ids=vragen)
    for vraag_id in vragen:
        assert [een.id for een in list_berichten(stad.raadpleging(), vraag_id)] == [bericht_id]


def test_an_identifier_of_any_length_is_kept_and_found(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    lang = f"<{'x' * 5000}@example.org>"
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, message_id=lang)
    treffer = find_klantvraag_by_ontvangen_message_ids(stad.systeem().raadpleging, ["<onbekend@x.nl>", lang])
    assert treffer is not None
    assert (treffer.klantvraag_ids, treffer.klant_adres) == ((vraag_id,), JOOST)


# Threads


def test_a_reply_finds_its_question_by_our_identifier(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, message_id = beantwoord
    treffer = find_klantvraag_by_message_ids(stad.systeem().raadpleging, ["<vreemd@example.net>", message_id])
    assert treffer is not None
    assert (treffer.klantvraag_ids, treffer.klant_adres) == ((vraag_id,), JOOST)


def test_an_identifier_of_a_received_message_is_no_proof(stad: Stad) -> None:
    build_bericht(stad.systeem(), stad.gemeente_id, stad.klantvraag(), message_id="<van-joost@example.org>")
    assert find_klantvraag_by_message_ids(stad.systeem().raadpleging, ["<van-joost@example.org>", "", "<>"]) is None


def test_the_addresses_of_a_question_are_those_with_which_was_really_spoken(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, _ = beantwoord
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="Els@Example.net")
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="robot@example.net", soort=Berichtsoort.AUTOMATISCH)
    send_antwoord(stad.handeling(), vraag_id, build_opzet("nog-niet@example.net"))
    assert find_correspondentieadressen(stad.systeem().raadpleging, vraag_id) == {JOOST, "els@example.net"}


# What comes back


def test_an_answer_that_comes_back_opens_the_question_again(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, message_id = beantwoord
    assert record_bounce(stad.systeem(), melding(message_id)) == (vraag_id,)
    verzending = list_berichten(stad.raadpleging(), vraag_id)[-1].verzending
    assert verzending is not None
    assert (verzending.status, verzending.bounce_status, verzending.bounce_diagnose) == (
        Verzendstatus.ONBESTELBAAR,
        "5.1.1",
        "550 User unknown",
    )
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    assert (vraag.status, vraag.behandelaar_id) == (Status.IN_BEHANDELING, stad.medewerkers["kim"]), "bij wie antwoordde"
    assert list_niet_aangekomen(stad.raadpleging(), [vraag_id]) == {vraag_id}
    assert "BerichtOnbestelbaar" in [een.soort for een in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")]


def test_an_answer_of_who_left_comes_back_to_the_list_of_the_team(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, message_id = beantwoord
    fatma = stad.handeling("fatma", Doel.BEHEREN)
    for toewijzing in get_medewerker(fatma.raadpleging, stad.medewerkers["kim"]).toewijzingen:
        end_toewijzing(fatma, toewijzing.id)
    record_bounce(stad.systeem(), melding(message_id))
    vraag = get_klantvragen(stad.raadpleging("tess"), [vraag_id])[vraag_id]
    assert (vraag.status, vraag.behandelaar_id) == (Status.NIEUW, None)


def test_the_same_report_twice_opens_the_question_once(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, message_id = beantwoord
    rapport = build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, soort=Berichtsoort.BOUNCE, klantvraag_ids=())
    for _ in range(2):
        record_bounce(stad.systeem(), melding(message_id), rapport)
    assert get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].heropeningen == 1
    assert rapport in [een.id for een in list_berichten(stad.raadpleging(), vraag_id)]


def test_a_report_of_delay_only_is_noted(stad: Stad, beantwoord: tuple[int, str]) -> None:
    vraag_id, message_id = beantwoord
    record_bounce(stad.systeem(), melding(message_id, permanent=False))
    verzending = list_berichten(stad.raadpleging(), vraag_id)[-1].verzending
    assert verzending is not None
    assert (verzending.status, verzending.bounce_status) == (Verzendstatus.VERZONDEN, "4.4.1")
    assert vraag_status(stad, vraag_id) == Status.AFGEHANDELD


def test_a_report_about_a_stranger_changes_nothing(stad: Stad) -> None:
    assert record_bounce(stad.systeem(), melding("<niet-van-ons@example.org>")) == ()
    assert record_bounce(stad.systeem(), melding("")) == ()


def test_a_report_that_is_faster_than_our_own_books(stad: Stad, mailserver: Mailserver) -> None:
    """The worker died after the mail server took the message; the report proves that it had left."""
    vraag_id = stad.klantvraag()
    send_antwoord(stad.handeling(), vraag_id, build_opzet(JOOST))
    stad.vooruit(seconds=20)
    bericht = list_berichten(stad.raadpleging(), vraag_id)[-1]
    assert bericht.verzending is not None
    claim_verzending(stad.systeem(), bericht.verzending.id)
    record_bounce(stad.systeem(), melding(f"<{bericht.uuid}@lindewaard.example>"))
    stad.vooruit(hours=1)
    stad.werk()
    assert mailserver.ontvangen == []
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).antwoorden) == 1
    assert vraag_status(stad, vraag_id) == Status.IN_BEHANDELING


# Who sees what


def test_a_department_sees_the_messages_of_what_it_was_asked_only(stad: Stad) -> None:
    gevraagd, ander = stad.klantvraag(), stad.klantvraag()
    for vraag_id in (gevraagd, ander):
        build_bericht(stad.systeem(), stad.gemeente_id, vraag_id)
    mark_overgedragen(stad.handeling(), gevraagd, stad.afdelingen["belastingen"])
    bram = stad.raadpleging("bram", "overdracht-beantwoorden")
    assert len(list_berichten(bram, gevraagd)) == 1
    with pytest.raises(NietGevondenError):
        list_berichten(bram, ander)
    with pytest.raises(GeenRechtError):
        list_berichten(stad.raadpleging("fatma", "beheren"), gevraagd)


def test_reading_messages_is_written_down(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    bericht_id = build_bericht(stad.systeem(), stad.gemeente_id, vraag_id)
    get_bericht(stad.raadpleging(), bericht_id)
    assert Inzage.objects.filter(functie__endswith="get_bericht", partij_id=stad.partijen["joost"]).count() == 1


def bijlage(stad: Stad, vraag_id: int) -> Any:
    """A file that came with a mail about a question."""
    document_id = store_document(stad.systeem(), Bestand("foto.png", "image/png", b"\x89PNG"))
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, bijlagen=(InkomendeBijlage(document_id),))
    return get_documenten(stad.systeem().raadpleging, [document_id])[document_id]


def test_a_file_is_given_to_who_may_see_its_question(stad: Stad) -> None:
    gevraagd, ander = stad.klantvraag(), stad.klantvraag()
    mark_overgedragen(stad.handeling(), gevraagd, stad.afdelingen["belastingen"])
    eigen, vreemd = bijlage(stad, gevraagd), bijlage(stad, ander)
    bram = stad.raadpleging("bram", "overdracht-beantwoorden")
    assert find_document_voor_download(stad.raadpleging(), vreemd.uuid) == vreemd
    assert find_document_voor_download(bram, eigen.uuid) == eigen
    assert find_document_voor_download(bram, vreemd.uuid) is None


def test_a_file_of_no_question_is_given_to_nobody(stad: Stad) -> None:
    document_id = store_document(stad.systeem(), Bestand("los.pdf", "application/pdf", b"%PDF"))
    los = get_documenten(stad.systeem().raadpleging, [document_id])[document_id]
    assert find_document_voor_download(stad.raadpleging(), los.uuid) is None
    assert find_document_voor_download(stad.raadpleging(), uuid4()) is None


def count_queries(stad: Stad, vraag_id: int) -> int:
    with CaptureQueriesContext(connection) as gevraagd:
        list_berichten(stad.raadpleging(), vraag_id)
        get_opzet(stad.raadpleging(), vraag_id)
    return len(gevraagd)


def test_fifty_messages_ask_as_many_queries_as_one(stad: Stad) -> None:
    een, vijftig = stad.klantvraag(), stad.klantvraag()
    for vraag_id, aantal in ((een, 1), (vijftig, 50)):
        for _ in range(aantal):
            bijlage(stad, vraag_id)
    assert count_queries(stad, een) == count_queries(stad, vijftig)


# Templates and the answer that is proposed


def test_a_template_is_filled_with_what_is_known(stad: Stad) -> None:
    tekst = "{aanhef} {naam} {nummer} {onderwerp} {product} {afdeling} {beloofd} {medewerker} {gemeente}"
    sjabloon_id = add_sjabloon(
        stad.handeling("fatma", "beheren"), stad.gemeente_id, Sjabloongegevens("Alles", "Over {onderwerp}", tekst)
    )
    vraag_id = stad.klantvraag("Mijn pas", product_id=stad.producten["parkeervergunning"])
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    hand_over_klantvraag(stad.handeling(), vraag_id, Voorstel(stad.afdelingen["vergunningen"], "Mag dit?", Vorm.ADVIES, MORGEN))
    opzet = get_opzet(stad.raadpleging(), vraag_id, sjabloon_id)
    assert opzet.onderwerp == "Over Mijn pas"
    assert opzet.tekst == (
        f"Beste Joost Jansen, Joost Jansen {nummer} Mijn pas Parkeervergunning Vergunningen "
        "vrijdag 27 november 2026 Kim de Wit Lindewaard"
    )


def test_a_template_with_an_unknown_field_is_refused(stad: Stad) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        add_sjabloon(stad.handeling("fatma", "beheren"), stad.gemeente_id, Sjabloongegevens("A", "B", "Beste {klantnaam}"))
    assert [(fout.code, fout.veld) for fout in weigering.value.fouten] == [("onbekend-veld", "tekst")]


def test_a_template_is_changed_and_put_away(stad: Stad) -> None:
    eerste, *_ = build_sjablonen(stad.systeem(), stad.gemeente_id)
    update_sjabloon(stad.handeling("fatma", "beheren"), eerste, Sjabloongegevens("Anders", "B", "C", actief=False))
    assert get_sjabloon(eerste).naam == "Anders"
    assert eerste not in [een.id for een in list_sjablonen([stad.gemeente_id])]
    with pytest.raises(GeweigerdError) as weigering:
        add_sjabloon(stad.systeem(), stad.gemeente_id, Sjabloongegevens("Anders", "B", "C"))
    assert [fout.code for fout in weigering.value.fouten] == ["dubbel"]


def test_the_answer_goes_to_the_address_the_client_wrote_from(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, tekst="Van Joost")
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="buur@example.net", tekst="Van de buur")
    opzet = get_opzet(stad.raadpleging(), vraag_id)
    assert (opzet.aan, opzet.andere_afzenders) == (JOOST, ("buur@example.net",))
    assert "Van Joost" in opzet.citaat
    assert "Van de buur" not in opzet.citaat


def test_the_answer_of_a_department_becomes_a_letter(stad: Stad) -> None:
    opzet = get_opzet(stad.raadpleging(), stad.klantvraag(), kern="U krijgt uw pas op 1 december.")
    assert opzet.tekst == (
        "Beste Joost Jansen,\n\nU krijgt uw pas op 1 december.\n\nMet vriendelijke groet,\nKim de Wit\nGemeente Lindewaard"
    )
