"""What happens to a klantvraag, told by examples."""

import pytest
from django.db import IntegrityError, connection, transaction

from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError, NietGevondenError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.actions.behandelen import (
    claim_klantvraag,
    drop_klantvraag,
    link_partij,
    record_antwoord,
    reopen_klantvraag,
)
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.queries import (
    Filter,
    get_klantvraag,
    get_klantvragen,
    get_vraagdossier,
    list_werkvoorraad,
)
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, NieuwContact, NieuweVraag, Status, Vervalreden
from tests.stad import Stad


def contact(stad: Stad, *vragen: NieuweVraag, **anders: object) -> NieuwContact:
    velden = {
        "gemeente_id": stad.gemeente_id,
        "kanaal_id": stad.kanaal("telefoon"),
        "team_id": stad.teams["mit"],
        "gebeurd_op": get_moment(),
        "vragen": vragen,
    }
    return NieuwContact(**(velden | anders))


def test_one_call_brings_two_questions(stad: Stad) -> None:
    gemaakt = register_klantcontact(
        stad.handeling(), contact(stad, NieuweVraag("Paspoort verlengen"), NieuweVraag("Grofvuil ophalen"))
    )
    assert len(gemaakt.klantvraag_ids) == 2
    for vraag_id in gemaakt.klantvraag_ids:
        assert len(get_vraagdossier(stad.raadpleging(), vraag_id).contacten) == 1


def test_the_same_arrival_twice_is_one_contact(stad: Stad) -> None:
    mail = contact(stad, NieuweVraag("Mijn aanslag"), bron_sleutel="mail-1")
    eerst, weer = (register_klantcontact(stad.systeem(), mail) for _ in range(2))
    assert (eerst.nieuw, weer.nieuw) == (True, False)
    assert weer.klantvraag_ids == eerst.klantvraag_ids


def test_a_question_answered_on_the_phone_is_closed_at_first_contact(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Tot 17.00 uur.")
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    assert (vraag.status, vraag.overdrachten) == (Status.AFGEHANDELD, 0)


def test_a_contact_without_a_question_is_refused_and_nothing_is_kept(stad: Stad) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        register_klantcontact(stad.handeling(), contact(stad))
    assert [fout.code for fout in weigering.value.fouten] == ["geen-vraag"]
    assert list_werkvoorraad(stad.raadpleging(), Filter()).aantal == 0


def test_the_promise_is_the_norm_of_the_channel_and_a_product_may_only_tighten_it(stad: Stad) -> None:
    gewoon = stad.klantvraag(wie="systeem")
    snel = stad.klantvraag(wie="systeem", product_id=stad.producten["parkeervergunning"])
    vragen = get_klantvragen(stad.raadpleging(), [gewoon, snel])
    assert (str(vragen[gewoon].beloofd), str(vragen[snel].beloofd)) == ("2026-12-01", "2026-11-27")


def test_two_colleagues_cannot_take_the_same_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    claim_klantvraag(stad.handeling("kim"), vraag_id)
    with pytest.raises(AchterhaaldError):
        claim_klantvraag(stad.handeling("tess"), vraag_id)


def test_an_answer_closes_and_a_reply_opens_again_with_the_same_promise(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    beloofd = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].beloofd
    record_antwoord(stad.handeling(), vraag_id, "U krijgt uw pas volgende week.", Antwoordwijze.EMAIL)
    stad.vooruit(days=3)
    assert reopen_klantvraag(stad.systeem(), vraag_id)
    vraag = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]
    assert (vraag.status, vraag.heropeningen, vraag.beloofd) == (Status.NIEUW, 1, beloofd)


def test_a_closed_question_cannot_be_dropped(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    with pytest.raises(AchterhaaldError):
        drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.SPAM)


def test_the_database_refuses_a_department_as_owner(stad: Stad) -> None:
    from stadspunt.bronnen.organisatie.actions import add_team

    vraag_id = stad.klantvraag()
    vakteam = add_team(stad.systeem(), stad.gemeente_id, "Heffen", "heffen", afdeling_id=stad.afdelingen["belastingen"])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE klantcontacten_klantvraag SET eigenaar_team_id = %s WHERE id = %s", [vakteam, vraag_id])


def test_the_database_refuses_a_step_that_the_table_does_not_have(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    with pytest.raises(IntegrityError, match="niet toegestaan"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE klantcontacten_klantvraag SET status = 'overgedragen', afgehandeld_op = NULL WHERE id = %s", [vraag_id]
        )


def test_an_anonymous_client_becomes_known_with_all_history(stad: Stad) -> None:
    from stadspunt.bronnen.partijen.actions import register_partij
    from stadspunt.bronnen.partijen.rules import Partijgegevens

    anoniem = register_partij(stad.handeling(), stad.gemeente_id, Partijgegevens())
    eerste, tweede = (stad.klantvraag(partij_id=anoniem) for _ in range(2))
    link_partij(stad.handeling(), tweede, stad.partijen["joost"])
    vragen = get_klantvragen(stad.raadpleging(), [eerste, tweede])
    assert {vraag.partij_id for vraag in vragen.values()} == {stad.partijen["joost"]}


def test_a_department_sees_no_question_that_was_not_handed_to_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    with pytest.raises(NietGevondenError):
        get_klantvraag(stad.raadpleging("bram", "overdracht-beantwoorden"), nummer)


def test_searching_by_number_and_by_word_finds_the_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Overlast van houtrook", toelichting="De buren stoken iedere avond hout.")
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    for tekst in (nummer, nummer.replace("-", " "), "buren stoken", "houtrook"):
        gevonden = list_werkvoorraad(stad.raadpleging(), Filter(tekst=tekst)).regels
        assert [regel.id for regel in gevonden] == [vraag_id], tekst


def test_who_saw_whom_is_written_down(stad: Stad) -> None:
    from stadspunt.fundament.toegang.models import Inzage

    vraag_id = stad.klantvraag()
    get_klantvragen(stad.raadpleging("kim"), [vraag_id])
    regel = Inzage.objects.get(partij_id=stad.partijen["joost"])
    assert (regel.medewerker_id, regel.doel) == (stad.medewerkers["kim"], "klantvraag-behandelen")
