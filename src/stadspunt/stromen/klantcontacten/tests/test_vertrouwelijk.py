"""A confidential question is seen by whom it concerns; for all others it is not there."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_ingang, add_medewerker, assign_rol
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.queries import get_partijen, search_partijen
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.bronnen.producten.actions import add_product
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, claim_klantvraag, release_klantvraag
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import (
    add_betrokkene,
    confirm_opheffing,
    mark_vertrouwelijk,
    propose_opheffing,
    reject_opheffing,
    remove_betrokkene,
)
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens, update_klantvraag
from stadspunt.stromen.klantcontacten.models import Klantvraag, Opheffing
from stadspunt.stromen.klantcontacten.queries import (
    Filter,
    count_werkvoorraad,
    get_klantvragen,
    get_vraagdossier,
    list_contacten_of_partij,
    list_werkvoorraad,
)
from stadspunt.stromen.klantcontacten.queries_cijfers import Contactselectie, Periode, Vraagselectie, list_inkomend, list_vragen
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import list_geopend
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuwContact, NieuweVraag, Status
from tests.stad import NU, Stad
from tests.stad.vertrouwden import add_vertrouwden

REDEN = "Zij kent het gezin en heeft toegezegd mee te kijken."


@pytest.fixture
def stad(stad: Stad) -> Stad:
    add_vertrouwden(stad)
    return stad


def wie_ziet(stad: Stad, vraag_id: int, *namen: str) -> list[str]:
    return [wie for wie in namen if vraag_id in get_klantvragen(stad.raadpleging(wie), [vraag_id])]


def make_geheim(stad: Stad, onderwerp: str = "Geheim", **anders: object) -> int:
    """Register a question that came in by itself, and let Noor make it confidential."""
    vraag_id = stad.klantvraag(onderwerp, wie="systeem", **anders)
    mark_vertrouwelijk(stad.handeling("noor"), vraag_id)
    return vraag_id


def test_who_registered_it_and_who_holds_the_right_see_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    mark_vertrouwelijk(stad.handeling("tess"), vraag_id)
    assert wie_ziet(stad, vraag_id, "kim", "tess", "noor", "omar") == ["kim", "noor", "omar"]


def test_who_has_it_sees_it_for_as_long_as_he_has_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    claim_klantvraag(stad.handeling("tess"), vraag_id)
    mark_vertrouwelijk(stad.handeling("tess"), vraag_id)
    assert wie_ziet(stad, vraag_id, "kim", "tess") == ["tess"]
    release_klantvraag(stad.handeling("tess"), vraag_id)
    assert wie_ziet(stad, vraag_id, "kim", "tess", "noor") == ["noor"]


def test_nothing_can_be_done_with_it_by_others(stad: Stad) -> None:
    vraag_id = make_geheim(stad)
    for daad in (claim_klantvraag, mark_vertrouwelijk, lambda kim, nummer: add_notitie(kim, nummer, "Hallo")):
        with pytest.raises(NietGevondenError):
            daad(stad.handeling(), vraag_id)


def test_a_named_colleague_sees_it_until_he_is_taken_away(stad: Stad) -> None:
    vraag_id, noor, kim = make_geheim(stad), stad.handeling("noor"), stad.medewerkers["kim"]
    add_betrokkene(noor, vraag_id, kim, REDEN)
    add_betrokkene(noor, vraag_id, kim, REDEN)
    assert wie_ziet(stad, vraag_id, "kim", "tess") == ["kim"]
    remove_betrokkene(noor, vraag_id, kim, "Het gesprek is geweest.")
    assert wie_ziet(stad, vraag_id, "kim") == []
    with pytest.raises(AchterhaaldError):
        remove_betrokkene(noor, vraag_id, kim, "Nog een keer weghalen.")


def test_naming_somebody_asks_a_reason_and_a_colleague_of_this_municipality(stad: Stad) -> None:
    vraag_id = make_geheim(stad)
    with pytest.raises(GeweigerdError) as weigering:
        add_betrokkene(stad.handeling("noor"), vraag_id, stad.medewerkers["gast"], "Zomaar")
    assert {fout.veld for fout in weigering.value.fouten} == {"medewerker", "reden"}


def test_a_question_is_confidential_from_its_registration(stad: Stad) -> None:
    contact = NieuwContact(
        stad.gemeente_id, stad.kanaal("telefoon"), stad.teams["mit"], NU, vragen=(NieuweVraag("Geheim", vertrouwelijk=True),)
    )
    (vraag_id,) = register_klantcontact(stad.handeling(), contact).klantvraag_ids
    assert wie_ziet(stad, vraag_id, "kim", "tess", "noor") == ["kim", "noor"]


def add_geheim_product(stad: Stad) -> int:
    gegevens = Productgegevens("Meldpunt", "meldpunt", stad.afdelingen["belastingen"], vertrouwelijk=True)
    return add_product(stad.systeem(), stad.gemeente_id, gegevens)


def test_a_product_makes_its_questions_confidential_as_soon_as_it_is_known(stad: Stad) -> None:
    meldpunt = add_geheim_product(stad)
    meteen = stad.klantvraag(wie="systeem", product_id=meldpunt)
    later = stad.klantvraag(wie="systeem")
    assert wie_ziet(stad, meteen, "kim", "noor") == ["noor"]
    gegevens = Vraaggegevens("Wanneer?", meldpunt, Complexiteit.EENVOUDIG)
    update_klantvraag(stad.handeling(), later, gegevens, get_klantvragen(stad.raadpleging(), [later])[later].versie)
    assert wie_ziet(stad, later, "kim", "noor") == ["noor"]


def test_an_entrance_makes_what_comes_in_confidential(stad: Stad) -> None:
    ingang = add_ingang(
        stad.systeem(), stad.gemeente_id, "email", stad.teams["mit"], Ingangsoort.POSTBUS, "Vertrouwenspersoon",
        "vertrouwen@lindewaard.example", vertrouwelijk=True,
    )  # fmt: skip
    vraag_id = stad.klantvraag(wie="systeem", ingang_id=ingang)
    assert wie_ziet(stad, vraag_id, "kim", "noor") == ["noor"]


def test_lists_and_counts_are_as_if_it_were_not_there(stad: Stad) -> None:
    stad.klantvraag(wie="systeem")
    alles = {"alles": Filter(statussen=frozenset(Status)), "woord": Filter(tekst="milieustraat OR geheim")}
    kim = stad.raadpleging()
    eerst = (list_werkvoorraad(kim, alles["alles"]), count_werkvoorraad(kim, alles))
    make_geheim(stad)
    assert (list_werkvoorraad(kim, alles["alles"]), count_werkvoorraad(kim, alles)) == eerst
    assert count_werkvoorraad(stad.raadpleging("noor"), alles) == {"alles": 2, "woord": 2}


def test_a_client_known_only_from_it_is_not_there_either(stad: Stad) -> None:
    wim = register_partij(stad.systeem(), stad.gemeente_id, Partijgegevens("Wim Stil", "wim@example.org"))
    make_geheim(stad, partij_id=wim)
    assert (get_partijen(stad.raadpleging(), [wim]), search_partijen(stad.raadpleging(), "Wim Stil")) == ({}, [])
    assert wim in get_partijen(stad.raadpleging("noor"), [wim])
    stad.klantvraag("Een gewone vraag", partij_id=wim)
    assert wim in get_partijen(stad.raadpleging(), [wim]), "nu kent Kim hem van een gewone vraag"


def test_of_a_shared_contact_the_rest_is_seen_without_its_summary(stad: Stad) -> None:
    contact = NieuwContact(
        stad.gemeente_id, stad.kanaal("telefoon"), stad.teams["mit"], NU, partij_id=stad.partijen["joost"],
        samenvatting="Over afval en over iets geheims", vragen=(NieuweVraag("Afval"), NieuweVraag("Geheims", vertrouwelijk=True)),
    )  # fmt: skip
    gewoon, _ = register_klantcontact(stad.handeling(), contact).klantvraag_ids
    (van_kim,) = get_vraagdossier(stad.raadpleging("kim"), gewoon).contacten
    (van_tess,) = get_vraagdossier(stad.raadpleging("tess"), gewoon).contacten
    assert (van_kim.samenvatting, van_tess.samenvatting) == ("Over afval en over iets geheims", "")
    make_geheim(stad, "Nog iets")
    assert [een.samenvatting for een in list_contacten_of_partij(stad.raadpleging("tess"), stad.partijen["joost"])] == [""]


def test_the_right_holds_where_it_was_given(stad: Stad) -> None:
    eikenrode = add_gemeente(stad.systeem(), "Eikenrode", "eikenrode", "eikenrode.example")
    els = add_medewerker(stad.systeem(), "Els", "els")
    stad.medewerkers["els"] = els
    assign_rol(stad.systeem(), els, "vertrouwensmedewerker", eikenrode)
    assign_rol(stad.systeem(), els, "klantadviseur", stad.gemeente_id)
    vraag_id = make_geheim(stad)
    assert wie_ziet(stad, vraag_id, "els", "noor") == ["noor"]


def test_secrecy_ends_when_a_colleague_agrees(stad: Stad) -> None:
    vraag_id = make_geheim(stad)
    voorstel = propose_opheffing(stad.handeling("noor"), vraag_id, REDEN)
    assert wie_ziet(stad, vraag_id, "kim") == []
    with pytest.raises(GeweigerdError, match="vier-ogen"):
        confirm_opheffing(stad.handeling("noor"), vraag_id, voorstel)
    confirm_opheffing(stad.handeling("omar"), vraag_id, voorstel)
    assert wie_ziet(stad, vraag_id, "kim") == ["kim"]


def test_a_rejected_proposal_changes_nothing_and_makes_room_for_another(stad: Stad) -> None:
    vraag_id, noor = make_geheim(stad), stad.handeling("noor")
    eerste = propose_opheffing(noor, vraag_id, REDEN)
    with pytest.raises(AchterhaaldError):
        propose_opheffing(stad.handeling("omar"), vraag_id, REDEN)
    reject_opheffing(noor, vraag_id, eerste)
    propose_opheffing(stad.handeling("omar"), vraag_id, REDEN)
    assert wie_ziet(stad, vraag_id, "kim") == []


def test_who_is_only_named_cannot_agree(stad: Stad) -> None:
    vraag_id = make_geheim(stad)
    add_betrokkene(stad.handeling("noor"), vraag_id, stad.medewerkers["kim"], REDEN)
    voorstel = propose_opheffing(stad.handeling("noor"), vraag_id, REDEN)
    with pytest.raises(GeenRechtError):
        confirm_opheffing(stad.handeling("kim"), vraag_id, voorstel)


def test_the_database_lets_nobody_end_it_alone(stad: Stad) -> None:
    vraag_id, noor = make_geheim(stad), stad.medewerkers["noor"]
    with pytest.raises(IntegrityError, match="vier ogen"), transaction.atomic():
        Klantvraag.objects.filter(pk=vraag_id).update(vertrouwelijk_op=None)
    voorstel = propose_opheffing(stad.handeling("noor"), vraag_id, REDEN)
    with pytest.raises(IntegrityError, match="opheffing_vier_ogen"), transaction.atomic():
        Opheffing.objects.filter(pk=voorstel).update(besluit="opgeheven", besloten_door_id=noor, besloten_op=NU)


def test_an_old_agreement_does_not_end_a_new_secrecy(stad: Stad) -> None:
    vraag_id = make_geheim(stad)
    confirm_opheffing(stad.handeling("omar"), vraag_id, propose_opheffing(stad.handeling("noor"), vraag_id, REDEN))
    stad.vooruit(minutes=5)
    mark_vertrouwelijk(stad.handeling("noor"), vraag_id)
    with pytest.raises(IntegrityError, match="vier ogen"), transaction.atomic():
        Klantvraag.objects.filter(pk=vraag_id).update(vertrouwelijk_op=None)


def test_a_manager_counts_everything_and_lists_what_he_may_see(stad: Stad) -> None:
    stad.klantvraag(wie="systeem")
    make_geheim(stad)
    vragen, contacten = Vraagselectie(), Contactselectie(Periode(NU.replace(hour=0), NU.replace(hour=23)))
    fatma, kim = stad.raadpleging("fatma", Doel.STUREN), stad.raadpleging("kim", Doel.STUREN)
    for lijst in (list_vragen(fatma, vragen), list_inkomend(fatma, contacten)):
        assert (lijst.aantal, lijst.getoond, len(lijst.regels)) == (2, 1, 1)
    for lijst in (list_vragen(kim, vragen), list_inkomend(kim, contacten)):
        assert (lijst.aantal, lijst.getoond, len(lijst.regels)) == (1, 1, 1), "voor wie het niet mag zien, is er niets meer"


def test_a_list_costs_as_many_questions_to_the_database_as_before(stad: Stad) -> None:
    for _ in range(3):
        make_geheim(stad)
    with CaptureQueriesContext(connection) as gevraagd:
        assert list_werkvoorraad(stad.raadpleging("noor"), Filter()).aantal == 3
    lezen = [een["sql"] for een in gevraagd if een["sql"].startswith("SELECT") and "klantcontacten_klantvraag" in een["sql"]]
    assert len(lezen) == 2


def test_who_opens_it_is_written_down_once_a_day_also_without_a_client(stad: Stad) -> None:
    vraag_id = make_geheim(stad, partij_id=None)
    gewoon = stad.klantvraag()
    for _ in range(2):
        wie_ziet(stad, vraag_id, "noor", "omar", "kim")
        wie_ziet(stad, gewoon, "noor")
    stad.vooruit(days=1)
    wie_ziet(stad, vraag_id, "omar")
    geopend = [wie for wie, _ in list_geopend(stad.raadpleging("noor"), vraag_id)]
    assert geopend == [stad.medewerkers[wie] for wie in ("omar", "omar", "noor")]
    with pytest.raises(NietGevondenError):
        list_geopend(stad.raadpleging("kim"), vraag_id)
