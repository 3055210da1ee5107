"""A letter on paper: the scan is kept with the contact in which it came."""

import pytest

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.bronnen.organisatie.queries import get_kanaal
from stadspunt.bronnen.partijen.rules import Partijgegevens, Taal
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.stukken import (
    register_gesprek_met_stukken,
    register_vervolgcontact_met_stukken,
)
from stadspunt.stromen.correspondentie.queries.berichten import find_document_voor_download, list_berichten
from stadspunt.stromen.correspondentie.tests.conftest import Mailserver
from stadspunt.stromen.klantcontacten.actions.gesprek import Gesprek
from stadspunt.stromen.klantcontacten.queries import Filter, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag, Richting
from tests.stad import Stad


def scan(stad: Stad) -> int:
    return store_document(stad.handeling(), Bestand("brief.pdf", "application/pdf", b"%PDF-1.7 brief"))


def brief(stad: Stad, **anders: object) -> NieuwContact:
    velden = {
        "gemeente_id": stad.gemeente_id,
        "kanaal_id": stad.kanaal("post"),
        "team_id": stad.teams["post"],
        "gebeurd_op": get_moment(),
        "samenvatting": "Bezwaar tegen de aanslag",
        "bron_sleutel": "werkplek-1",
    }
    return NieuwContact(**(velden | anders))


def test_a_scan_belongs_to_the_contact_and_to_each_of_its_questions(stad: Stad) -> None:
    document_id = scan(stad)
    gesprek = Gesprek(brief(stad, vragen=(NieuweVraag("Bezwaar"), NieuweVraag("Betalen"))))
    gemaakt = register_gesprek_met_stukken(stad.handeling(), gesprek, [document_id])
    for vraag_id in gemaakt.klantvraag_ids:
        (bericht,) = list_berichten(stad.raadpleging(), vraag_id)
        assert [bijlage.document.id for bijlage in bericht.bijlagen] == [document_id]
        assert (bericht.klantcontact_id, bericht.richting) == (gemaakt.klantcontact_id, Richting.IN)
        uuid = bericht.bijlagen[0].document.uuid
        assert find_document_voor_download(stad.raadpleging(), uuid) is not None


def test_without_papers_no_message_is_made(stad: Stad) -> None:
    gemaakt = register_gesprek_met_stukken(stad.handeling(), Gesprek(brief(stad, vragen=(NieuweVraag("Bezwaar"),))), [])
    assert list_berichten(stad.raadpleging(), gemaakt.klantvraag_ids[0]) == ()


def test_pressing_twice_keeps_the_scan_once(stad: Stad) -> None:
    document_id, gesprek = scan(stad), Gesprek(brief(stad, vragen=(NieuweVraag("Bezwaar"),)))
    eerste, tweede = (register_gesprek_met_stukken(stad.handeling(), gesprek, [document_id]) for _ in range(2))
    assert (tweede.nieuw, tweede.klantvraag_ids) == (False, eerste.klantvraag_ids)
    assert len(list_berichten(stad.raadpleging(), eerste.klantvraag_ids[0])) == 1


def test_a_letter_about_an_open_question_comes_with_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    contact = brief(stad, bestaande_vraag_ids=(vraag_id,))
    register_vervolgcontact_met_stukken(stad.handeling(), contact, "", [scan(stad)])
    assert [bericht.tekst for bericht in list_berichten(stad.raadpleging(), vraag_id)] == ["Bezwaar tegen de aanslag"]


@pytest.mark.parametrize("wat", ["onbekend", "van een ander", "uitgaand"])
def test_a_file_that_does_not_belong_here_is_refused_and_nothing_is_kept(stad: Stad, wat: str) -> None:
    document_id = scan(stad)
    if wat == "van een ander":
        ander = Gesprek(brief(stad, vragen=(NieuweVraag("Ander"),), bron_sleutel="werkplek-2"))
        register_gesprek_met_stukken(stad.handeling(), ander, [document_id])
    richting = Richting.UIT if wat == "uitgaand" else Richting.IN
    gesprek = Gesprek(brief(stad, vragen=(NieuweVraag("Bezwaar"),), richting=richting, bereikt=None))
    with pytest.raises(GeweigerdError) as weigering:
        register_gesprek_met_stukken(stad.handeling(), gesprek, [999_999 if wat == "onbekend" else document_id])
    assert [fout.veld for fout in weigering.value.fouten] == ["bijlagen"]
    assert "Bezwaar" not in [regel.onderwerp for regel in list_werkvoorraad(stad.raadpleging(), Filter()).regels]


def test_a_new_client_who_wants_mail_in_english_gets_the_receipt_so_also_after_a_letter(
    stad: Stad, mailserver: Mailserver
) -> None:
    klant = Partijgegevens(
        "Sanne de Groot", "sanne@example.org", voorkeurskanaal_id=get_kanaal("email").id, voorkeurstaal=Taal.ENGELS
    )
    gesprek = Gesprek(brief(stad, vragen=(NieuweVraag("Objection"),), taal="en"), klant)
    register_gesprek_met_stukken(stad.handeling(), gesprek, [scan(stad)])
    stad.werk()
    (mail,) = mailserver.ontvangen
    assert (mail["To"], mail["Content-Language"]) == ("Sanne de Groot <sanne@example.org>", "en")
