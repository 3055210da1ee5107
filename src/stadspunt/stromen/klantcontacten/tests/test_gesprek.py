"""One conversation, kept at once: who called, what was asked, what was answered."""

import pytest

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.queries import search_partijen
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError, NietGevondenError
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.actions.behandelen import drop_klantvraag, link_partij
from stadspunt.stromen.klantcontacten.actions.gesprek import Gesprek, register_gesprek, register_vervolgcontact
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import (
    Filter,
    get_klantvragen,
    get_vraagdossier,
    list_contacten_of_partij,
    list_klantvragen_of_contact,
    list_werkvoorraad,
)
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag, Richting, Status, Vervalreden
from tests.stad import Stad

SANNE = Partijgegevens("Sanne de Groot", "sanne@example.org", "06 98765432")


def gesprek(stad: Stad, *vragen: NieuweVraag, klant: Partijgegevens | None = None, lijst: tuple[int, ...] = ()) -> Gesprek:
    contact = NieuwContact(
        gemeente_id=stad.gemeente_id,
        kanaal_id=stad.kanaal("telefoon"),
        team_id=stad.teams["mit"],
        gebeurd_op=get_moment(),
        bron_sleutel="werkplek-1",
        vragen=vragen,
    )
    return Gesprek(contact, klant, frozenset(lijst))


def get_vraag(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]


def vervolg(stad: Stad, vraag_id: int, **anders: object) -> NieuwContact:
    velden = {
        "gemeente_id": stad.gemeente_id,
        "kanaal_id": stad.kanaal("telefoon"),
        "team_id": stad.teams["mit"],
        "gebeurd_op": get_moment(),
        "richting": Richting.UIT,
        "bestaande_vraag_ids": (vraag_id,),
    }
    return NieuwContact(**(velden | anders))


def test_a_new_client_and_his_two_questions_are_kept_in_one_go(stad: Stad) -> None:
    gemaakt = register_gesprek(stad.handeling(), gesprek(stad, NieuweVraag("Paspoort"), NieuweVraag("Grofvuil"), klant=SANNE))
    partijen = {get_vraag(stad, vraag_id).partij_id for vraag_id in gemaakt.klantvraag_ids}
    assert partijen == {search_partijen(stad.raadpleging(), "sanne@example.org")[0].id}


def test_a_question_that_is_left_to_the_team_is_new_and_the_other_stays_with_the_agent(stad: Stad) -> None:
    eerste, tweede = register_gesprek(
        stad.handeling(), gesprek(stad, NieuweVraag("Paspoort"), NieuweVraag("Grofvuil"), lijst=(1,))
    ).klantvraag_ids
    assert (get_vraag(stad, eerste).status, get_vraag(stad, eerste).behandelaar_id) == (
        Status.IN_BEHANDELING,
        stad.medewerkers["kim"],
    )
    assert (get_vraag(stad, tweede).status, get_vraag(stad, tweede).behandelaar_id) == (Status.NIEUW, None)


def test_a_second_press_of_the_button_makes_no_second_client_and_no_second_question(stad: Stad) -> None:
    eerst, weer = (register_gesprek(stad.handeling(), gesprek(stad, NieuweVraag("Paspoort"), klant=SANNE)) for _ in range(2))
    assert (eerst.nieuw, weer.nieuw, weer.klantvraag_ids) == (True, False, eerst.klantvraag_ids)
    assert len(search_partijen(stad.raadpleging(), "sanne@example.org")) == 1


def test_a_refusal_keeps_no_client_and_tells_everything_at_once(stad: Stad) -> None:
    fout = Partijgegevens("Sanne de Groot", "sanne.example.org")
    with pytest.raises(GeweigerdError) as weigering:
        register_gesprek(stad.handeling(), gesprek(stad, NieuweVraag(" "), klant=fout))
    assert [een.veld for een in weigering.value.fouten] == ["vraag-0-onderwerp", "email"]
    assert search_partijen(stad.raadpleging(), "Sanne") == []


def test_a_client_who_was_called_back_has_his_answer(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    register_vervolgcontact(stad.handeling(), vervolg(stad, vraag_id, bereikt=True), "Morgen tot 17.00 uur.")
    dossier = get_vraagdossier(stad.raadpleging(), vraag_id)
    assert get_vraag(stad, vraag_id).status == Status.AFGEHANDELD
    assert ([een.bereikt for een in dossier.contacten], dossier.antwoorden[0].tekst) == ([None, True], "Morgen tot 17.00 uur.")


def test_a_client_who_was_not_reached_keeps_his_question_and_the_attempt_is_kept(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    register_vervolgcontact(stad.handeling(), vervolg(stad, vraag_id, bereikt=False))
    assert get_vraag(stad, vraag_id).status == Status.IN_BEHANDELING
    assert get_vraagdossier(stad.raadpleging(), vraag_id).contacten[-1].bereikt is False


def test_an_answer_to_a_dropped_question_keeps_nothing_of_the_contact(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.VERGISSING)
    with pytest.raises(AchterhaaldError):
        register_vervolgcontact(stad.handeling(), vervolg(stad, vraag_id), "Ja.")
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).contacten) == 1


def test_who_gave_no_name_becomes_known_with_all_he_asked_in_that_conversation(stad: Stad) -> None:
    eerste, tweede = register_gesprek(
        stad.handeling(), gesprek(stad, NieuweVraag("Paspoort"), NieuweVraag("Grofvuil"))
    ).klantvraag_ids
    link_partij(stad.handeling(), eerste, stad.partijen["joost"])
    assert get_vraag(stad, tweede).partij_id == stad.partijen["joost"]
    assert len(list_contacten_of_partij(stad.raadpleging(), stad.partijen["joost"])) == 1


def test_mending_a_wrong_choice_moves_one_question_and_leaves_the_rest_of_the_client(stad: Stad) -> None:
    fout, goed = stad.klantvraag("Grofvuil"), stad.klantvraag("Paspoort")
    sanne = register_partij(stad.handeling(), stad.gemeente_id, SANNE)
    link_partij(stad.handeling(), fout, sanne)
    assert (get_vraag(stad, fout).partij_id, get_vraag(stad, goed).partij_id) == (sanne, stad.partijen["joost"])
    assert len(list_contacten_of_partij(stad.raadpleging(), sanne)) == 1


def test_a_question_cannot_be_given_to_a_client_who_is_not_there(stad: Stad) -> None:
    with pytest.raises(NietGevondenError):
        link_partij(stad.handeling(), stad.klantvraag(), 999_999)


def test_the_last_contacts_of_a_client_come_newest_first_and_no_more_than_asked(stad: Stad) -> None:
    for onderwerp in ("een", "twee", "drie", "vier"):
        stad.klantvraag(onderwerp, samenvatting=onderwerp)
        stad.vooruit(minutes=5)
    laatste = list_contacten_of_partij(stad.raadpleging(), stad.partijen["joost"])
    assert [contact.samenvatting for contact in laatste] == ["vier", "drie", "twee"]


def test_a_contact_tells_which_questions_it_brought(stad: Stad) -> None:
    gemaakt = register_klantcontact(stad.handeling(), gesprek(stad, NieuweVraag("een"), NieuweVraag("twee")).contact)
    assert [vraag.onderwerp for vraag in list_klantvragen_of_contact(stad.raadpleging(), gemaakt.klantcontact_id)] == [
        "een",
        "twee",
    ]


def test_the_list_of_what_is_late_holds_what_was_promised_before_today(stad: Stad) -> None:
    laat = stad.klantvraag()
    stad.vooruit(days=20)
    stad.klantvraag("nieuw")
    filter_ = Filter(beloofd_voor=to_dag(get_moment()))
    assert [regel.id for regel in list_werkvoorraad(stad.raadpleging(), filter_).regels] == [laat]


def test_the_list_of_what_was_closed_since_this_morning_leaves_out_yesterday(stad: Stad) -> None:
    stad.klantvraag("gisteren", antwoord="Ja.")
    stad.vooruit(days=1)
    vanaf = get_moment()
    stad.klantvraag("vandaag", antwoord="Ja.")
    filter_ = Filter(statussen=frozenset({Status.AFGEHANDELD}), afgehandeld_vanaf=vanaf, volgorde="pas-afgehandeld")
    assert [regel.onderwerp for regel in list_werkvoorraad(stad.raadpleging(), filter_).regels] == ["vandaag"]
