"""An order goes out, comes back, is checked, and any number of times again."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import AchterhaaldError, GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.stromen.klantcontacten.actions.behandelen import record_antwoord
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze
from stadspunt.stromen.klantcontacten.rules import Status as Vraagstatus
from stadspunt.stromen.overdracht.actions.beantwoorden import (
    claim_overdracht,
    release_overdracht,
    return_overdracht,
)
from stadspunt.stromen.overdracht.actions.overdragen import (
    ask_again,
    hand_over_klantvraag,
    withdraw_overdracht,
)
from stadspunt.stromen.overdracht.actions.toetsen import record_toetsing
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import check_getoetst, list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Oordeel, Status, Toetspunt, Voorstel, Vorm
from tests.stad import Stad

GOED = {punt: Oordeel(akkoord=True) for punt in Toetspunt}
AFDELING = Doel.OVERDRACHT_BEANTWOORDEN


def voorstel(stad: Stad, **anders: object) -> Voorstel:
    velden: dict[str, object] = {
        "afdeling_id": stad.afdelingen["belastingen"],
        "gevraagd": "Is het bezwaar op tijd?",
        "vorm": Vorm.ANTWOORDTEKST,
        "terug_op": date(2026, 11, 26),
    }
    return Voorstel(**(velden | anders))


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id]


def opdrachten(stad: Stad, vraag_id: int) -> list[OverdrachtBeeld]:
    return list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)


def test_a_question_goes_to_a_department_and_stays_of_the_kcc(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.overdrachten, vraag.team_id) == (Vraagstatus.OVERGEDRAGEN, 1, stad.teams["mit"])
    (opdracht,) = opdrachten(stad, vraag_id)
    assert (opdracht.status, opdracht.ronde, opdracht.terug_op) == (Status.OPEN, 1, date(2026, 11, 26))


def test_a_refused_order_changes_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    with pytest.raises(GeweigerdError) as weigering:
        hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad, gevraagd="", terug_op=date(2026, 12, 2)))
    assert [fout.code for fout in weigering.value.fouten] == ["leeg", "na-belofte"]
    assert (vraag_nu(stad, vraag_id).overdrachten, opdrachten(stad, vraag_id)) == (0, [])


def test_a_department_of_nowhere_is_refused(stad: Stad) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        hand_over_klantvraag(
            stad.handeling(), stad.klantvraag(), voorstel(stad, afdeling_id=stad.afdelingen["vergunningen"] + 99)
        )
    assert [fout.code for fout in weigering.value.fouten] == ["onbekend"]


def test_a_question_that_is_with_a_department_cannot_go_to_another(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    with pytest.raises(AchterhaaldError) as weigering:
        hand_over_klantvraag(stad.handeling("tess"), vraag_id, voorstel(stad, afdeling_id=stad.afdelingen["vergunningen"]))
    assert "Belastingen" in weigering.value.fouten[0].tekst
    assert vraag_nu(stad, vraag_id).overdrachten == 1


def test_a_closed_question_cannot_be_handed_over(stad: Stad) -> None:
    with pytest.raises(AchterhaaldError):
        hand_over_klantvraag(stad.handeling(), stad.klantvraag(antwoord="Ja."), voorstel(stad))


def test_a_department_cannot_hand_over(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        hand_over_klantvraag(stad.handeling("bram", AFDELING), stad.klantvraag(), voorstel(stad))


def test_the_department_answers_and_the_kcc_has_to_check(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja, het bezwaar is op tijd.")
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.TE_CONTROLEREN
    (opdracht,) = opdrachten(stad, vraag_id)
    assert (opdracht.antwoord, opdracht.teruggegeven_door_id) == ("Ja, het bezwaar is op tijd.", stad.medewerkers["bram"])
    assert [fout.code for fout in check_getoetst(stad.raadpleging(), vraag_id)] == ["niet-getoetst"]


def test_another_department_does_not_find_the_order(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    with pytest.raises(NietGevondenError):
        return_overdracht(stad.handeling("vera", AFDELING), opdracht_id, "Van mij mag het.")


def test_an_empty_answer_is_refused_and_the_order_stays_open(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    with pytest.raises(GeweigerdError):
        return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "  ")
    assert opdrachten(stad, vraag_id)[0].status == Status.OPEN


def test_a_colleague_cannot_take_what_is_taken_until_it_is_released(stad: Stad) -> None:
    from stadspunt.bronnen.organisatie.actions import add_medewerker, assign_rol

    mila = add_medewerker(stad.systeem(), "Mila Post", "mila", "geheim-genoeg-voor-nu")
    assign_rol(stad.systeem(), mila, "behandelaar", stad.gemeente_id, afdeling_id=stad.afdelingen["belastingen"])
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    claim_overdracht(stad.handeling("bram", AFDELING), opdracht_id)
    with pytest.raises(AchterhaaldError):
        claim_overdracht(stad.handeling("mila", AFDELING), opdracht_id)
    release_overdracht(stad.handeling("mila", AFDELING), opdracht_id)
    claim_overdracht(stad.handeling("mila", AFDELING), opdracht_id)
    assert opdrachten(stad, vraag_id)[0].behandelaar_id == mila


def test_the_kcc_takes_an_order_back_and_goes_on(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    withdraw_overdracht(stad.handeling("tess"), opdracht_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id) == (Vraagstatus.IN_BEHANDELING, stad.medewerkers["tess"])
    with pytest.raises(AchterhaaldError) as weigering:
        return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Te laat bedacht.")
    assert weigering.value.fouten[0].code == "ingetrokken"


def test_an_old_order_cannot_be_answered_while_a_new_one_is_out(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    oud = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    withdraw_overdracht(stad.handeling(), oud)
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad, afdeling_id=stad.afdelingen["vergunningen"]))
    with pytest.raises(AchterhaaldError):
        return_overdracht(stad.handeling("bram", AFDELING), oud, "Toch nog iets.")
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.OVERGEDRAGEN


def test_after_three_good_checks_the_client_may_be_answered(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    record_toetsing(stad.handeling(), opdracht_id, GOED)
    assert check_getoetst(stad.raadpleging(), vraag_id) == ()
    record_antwoord(stad.handeling(), vraag_id, "Ja, uw bezwaar is op tijd.", Antwoordwijze.EMAIL)
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.AFGEHANDELD


def test_an_answer_that_came_late_is_let_pass_only_with_a_reason(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    stad.vooruit(days=3)
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    with pytest.raises(GeweigerdError) as weigering:
        record_toetsing(stad.handeling(), opdracht_id, GOED)
    assert [fout.veld for fout in weigering.value.fouten] == ["reden_snelheid"]
    record_toetsing(stad.handeling(), opdracht_id, GOED | {Toetspunt.SNELHEID: Oordeel(True, "Ik heb de klant gebeld.")})
    toetsing = opdrachten(stad, vraag_id)[0].toetsing
    assert toetsing is not None
    assert toetsing.afwijkingen == (("snelheid", "Ik heb de klant gebeld."),)


def test_an_answer_is_checked_once(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    record_toetsing(stad.handeling(), opdracht_id, GOED)
    with pytest.raises(AchterhaaldError) as weigering:
        record_toetsing(stad.handeling("tess"), opdracht_id, GOED)
    assert weigering.value.fouten[0].code == "status"


def test_an_older_answer_cannot_be_checked_when_a_newer_came(stad: Stad) -> None:
    oud = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), oud, "Ja.")
    nieuw = ask_again(stad.handeling(), oud, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), nieuw, "Nee.")
    with pytest.raises(AchterhaaldError) as weigering:
        record_toetsing(stad.handeling(), oud, GOED)
    assert weigering.value.fouten[0].code == "niet-laatste"


def test_an_order_about_a_question_that_is_answered_is_not_taken_back_any_more(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    record_antwoord(stad.handeling(), vraag_id, "Ik wist het toch.", Antwoordwijze.MONDELING)
    with pytest.raises(AchterhaaldError):
        withdraw_overdracht(stad.handeling(), opdracht_id)
    assert vraag_nu(stad, vraag_id).status == Vraagstatus.AFGEHANDELD


def test_an_order_that_is_still_out_cannot_be_checked(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    with pytest.raises(AchterhaaldError):
        record_toetsing(stad.handeling(), opdracht_id, GOED)


def test_three_loops_are_one_question_with_one_clock(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    begin = vraag_nu(stad, vraag_id)
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    for dag in (25, 26):
        stad.vooruit(days=1)
        return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, f"Antwoord van {dag} november.")
        opdracht_id = ask_again(
            stad.handeling(), opdracht_id, voorstel(stad, gevraagd="En de termijn?", terug_op=date(2026, 11, 27))
        )
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Zes weken.")
    eind = vraag_nu(stad, vraag_id)
    assert (eind.ontvangen_op, eind.beloofd, eind.overdrachten) == (begin.ontvangen_op, begin.beloofd, 3)
    assert [(opdracht.ronde, opdracht.antwoord) for opdracht in opdrachten(stad, vraag_id)] == [
        (1, "Antwoord van 25 november."),
        (2, "Antwoord van 26 november."),
        (3, "Zes weken."),
    ]


def test_asking_again_needs_an_answer_first(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    with pytest.raises(AchterhaaldError) as weigering:
        ask_again(stad.handeling(), opdracht_id, voorstel(stad))
    assert weigering.value.fouten[0].code == "niet-terug"


def test_asking_again_on_an_older_answer_changes_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    oud = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), oud, "Ja.")
    nieuw = ask_again(stad.handeling(), oud, voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), nieuw, "Nee, toch niet.")
    with pytest.raises(AchterhaaldError):
        ask_again(stad.handeling(), oud, voorstel(stad))
    assert len(opdrachten(stad, vraag_id)) == 2


def test_when_the_client_has_the_answer_the_department_need_not_go_on(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    record_antwoord(stad.handeling(), vraag_id, "Ik wist het toch.", Antwoordwijze.MONDELING)
    stad.werk()
    assert opdrachten(stad, vraag_id)[0].status == Status.INGETROKKEN


def test_everything_stands_on_the_timeline_of_the_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    opdracht_id = hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    claim_overdracht(stad.handeling("bram", AFDELING), opdracht_id)
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    record_toetsing(stad.handeling(), opdracht_id, GOED)
    soorten = [regel.soort for regel in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")]
    assert soorten[-4:] == ["KlantvraagOvergedragen", "OverdrachtOpgepakt", "OverdrachtTeruggegeven", "AntwoordGetoetst"]


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE overdracht_overdracht SET terug_op = NULL",
        "UPDATE overdracht_overdracht SET gevraagd = ''",
        "UPDATE overdracht_overdracht SET status = 'teruggegeven'",
        "UPDATE overdracht_overdracht SET status = 'ingetrokken'",
    ],
)
def test_the_database_keeps_an_order_whole(stad: Stad, opdracht: str) -> None:
    hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def test_the_database_keeps_a_returned_order_returned(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    with pytest.raises(IntegrityError, match="niet toegestaan"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE overdracht_overdracht SET status = 'open', antwoord = '', teruggegeven_op = NULL")


def test_the_database_keeps_one_open_order_for_a_question(stad: Stad) -> None:
    hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    with pytest.raises(IntegrityError, match="overdracht_een_open"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO overdracht_overdracht (uuid, klantvraag_id, gemeente_id, afdeling_id, ronde, gevraagd, vorm, terug_op, "
            "reden_later, verzonden_op, status, antwoord) SELECT gen_random_uuid(), klantvraag_id, gemeente_id, afdeling_id, 2, "
            "gevraagd, vorm, terug_op, '', verzonden_op, 'open', '' FROM overdracht_overdracht"
        )


def test_a_check_cannot_be_changed_afterwards(stad: Stad) -> None:
    opdracht_id = hand_over_klantvraag(stad.handeling(), stad.klantvraag(), voorstel(stad))
    return_overdracht(stad.handeling("bram", AFDELING), opdracht_id, "Ja.")
    record_toetsing(stad.handeling(), opdracht_id, GOED)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE overdracht_toetsing SET volledigheid = true")
