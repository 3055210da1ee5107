"""The figures of a small city, counted by hand."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_kanaal, add_team
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import GeenRechtError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.actions.behandelen import drop_klantvraag, record_antwoord, reopen_klantvraag
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.queries_cijfers import Afloop, Contactregel
from stadspunt.stromen.klantcontacten.rules import (
    Antwoordwijze,
    NieuwContact,
    NieuweVraag,
    Richting,
    Status,
    Vervalreden,
)
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag, withdraw_overdracht
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from stadspunt.sturing.stuurinformatie.beelden import Dashboard
from stadspunt.sturing.stuurinformatie.queries import Lijstkeuze, get_dashboard, list_achter_cijfer
from stadspunt.sturing.stuurinformatie.rules import Cijfer
from tests.stad import Stad


def raadpleging(stad: Stad) -> Raadpleging:
    return stad.raadpleging("kim", Doel.STUREN)


def cijfers(stad: Stad) -> Dashboard:
    return get_dashboard(raadpleging(stad))


def per_kanaal(stad: Stad) -> dict[str, int]:
    return {kanaal.naam: kanaal.aantal for kanaal in cijfers(stad).kanalen}


def via_afdeling(stad: Stad, onderwerp: str = "Aanslag") -> int:
    """Hand a question over, take it back and answer it: a department was asked."""
    vraag_id = stad.klantvraag(onderwerp)
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 24))
    withdraw_overdracht(stad.handeling(), hand_over_klantvraag(stad.handeling(), vraag_id, voorstel))
    record_antwoord(stad.handeling(), vraag_id, "Het klopt.", Antwoordwijze.EMAIL)
    return vraag_id


def heropend(stad: Stad) -> int:
    vraag_id = stad.klantvraag(antwoord="Maandag.")
    reopen_klantvraag(stad.systeem(), vraag_id)
    record_antwoord(stad.handeling(), vraag_id, "Toch dinsdag.", Antwoordwijze.EMAIL)
    return vraag_id


def druk(stad: Stad) -> None:
    """Some of everything, over a week."""
    stad.klantvraag("Oude vraag", kanaal_id=stad.kanaal("email"), wie="systeem")
    stad.klantvraag("Aan de balie", kanaal_id=stad.kanaal("balie"), team_id=stad.teams["balie"])
    stad.vooruit(days=9)
    for _ in range(3):
        stad.klantvraag(antwoord="Tot 17.00 uur.")
    heropend(stad)
    stad.klantvraag("Nieuw", wie="systeem")
    drop_klantvraag(stad.handeling(), stad.klantvraag("Reclame"), Vervalreden.SPAM)


def test_today_counts_what_clients_started_per_channel(stad: Stad) -> None:
    stad.klantvraag()
    stad.klantvraag(kanaal_id=stad.kanaal("email"))
    stad.klantvraag(richting=Richting.UIT)
    geteld = per_kanaal(stad)
    assert (geteld["Telefoon"], geteld["E-mail"], geteld["Post"]) == (1, 1, 0)
    assert cijfers(stad).vandaag_binnen == 2


def test_today_begins_at_midnight_in_the_netherlands(stad: Stad) -> None:
    stad.klantvraag(gebeurd_op=datetime(2026, 11, 23, 22, 59, tzinfo=UTC))
    stad.klantvraag(gebeurd_op=datetime(2026, 11, 23, 23, 0, tzinfo=UTC))
    assert cijfers(stad).vandaag_binnen == 1


def test_one_call_with_two_questions_is_one_contact(stad: Stad) -> None:
    contact = NieuwContact(
        stad.gemeente_id,
        stad.kanaal("telefoon"),
        stad.teams["mit"],
        get_moment(),
        vragen=(NieuweVraag("Een"), NieuweVraag("Twee")),
    )
    register_klantcontact(stad.handeling(), contact)
    assert (cijfers(stad).vandaag_binnen, cijfers(stad).wachtend) == (1, 2)


def test_a_new_channel_stands_in_the_figures_at_once(stad: Stad) -> None:
    sms = add_kanaal(stad.systeem(), "sms", "Sms", digitaal=True)
    assert per_kanaal(stad)["Sms"] == 0
    stad.klantvraag(kanaal_id=sms)
    assert per_kanaal(stad)["Sms"] == 1


def test_waiting_is_told_per_team_and_status(stad: Stad) -> None:
    stad.klantvraag()
    stad.klantvraag(wie="systeem")
    stad.klantvraag(team_id=stad.teams["balie"])
    stad.klantvraag(antwoord="Ja.")
    teams = {team.naam: dict(team.per_status) for team in cijfers(stad).teams}
    assert teams == {
        "Mail, internet en telefoon": {Status.IN_BEHANDELING: 1, Status.NIEUW: 1},
        "Balie": {Status.IN_BEHANDELING: 1},
        "Post": {},
    }
    assert cijfers(stad).wachtend == 3


def test_the_oldest_question_is_counted_in_working_days(stad: Stad) -> None:
    stad.klantvraag("Oudste")
    stad.vooruit(days=6)
    stad.klantvraag("Jonger")
    assert (str(cijfers(stad).oudste), cijfers(stad).oudste_werkdagen) == ("2026-11-24 09:10:00+00:00", 4)


def test_with_nothing_open_there_is_no_oldest(stad: Stad) -> None:
    assert (cijfers(stad).oudste, cijfers(stad).oudste_werkdagen) == (None, None)


def test_late_is_what_was_promised_for_a_day_that_is_over(stad: Stad) -> None:
    stad.klantvraag()  # promised for 1 December
    stad.vooruit(days=7)
    assert cijfers(stad).te_laat == 0
    stad.vooruit(days=1)
    assert cijfers(stad).te_laat == 1


def test_first_contact_leaves_out_departments_reopened_and_dropped_questions(stad: Stad) -> None:
    for _ in range(3):
        stad.klantvraag(antwoord="Tot 17.00 uur.")
    via_afdeling(stad)
    heropend(stad)
    drop_klantvraag(stad.handeling(), stad.klantvraag("Reclame"), Vervalreden.SPAM)
    eerste = cijfers(stad).eerste_contact
    assert dict(eerste.per_afloop) == {Afloop.DIRECT: 3, Afloop.HEROPEND: 1, Afloop.AFDELING: 1}
    assert (eerste.direct, eerste.totaal, eerste.aandeel) == (3, 5, Decimal("60.0"))


def test_first_contact_looks_back_thirty_days(stad: Stad) -> None:
    stad.klantvraag(antwoord="Ja.")
    stad.vooruit(days=29)
    assert cijfers(stad).eerste_contact.totaal == 1
    stad.vooruit(days=1)
    assert cijfers(stad).eerste_contact.aandeel is None


def test_the_share_equals_what_sql_says_of_many_questions(stad: Stad) -> None:
    for nummer in range(40):
        if nummer % 4 == 0:
            via_afdeling(stad)
        elif nummer % 7 == 0:
            heropend(stad)
        else:
            stad.klantvraag(antwoord="Ja.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 100.0 * count(*) FILTER (WHERE overdrachten = 0 AND heropeningen = 0) / count(*)"
            " FROM klantcontacten_klantvraag WHERE status = 'afgehandeld'"
        )
        (volgens_sql,) = cursor.fetchone()
    aandeel = cijfers(stad).eerste_contact.aandeel
    assert aandeel is not None
    assert abs(aandeel - volgens_sql) <= Decimal("0.1")


def test_the_trend_has_every_day_also_an_empty_one(stad: Stad) -> None:
    stad.klantvraag()
    stad.vooruit(days=2)
    stad.klantvraag(antwoord="Ja.")
    laatste = [(dag.dag.day, dag.ontvangen, dag.afgehandeld) for dag in cijfers(stad).dagen[-3:]]
    assert laatste == [(24, 1, 0), (25, 0, 0), (26, 1, 1)]


def test_another_municipality_is_not_counted(stad: Stad) -> None:
    ander = add_gemeente(stad.systeem(), "Buurstad", "buurstad", "buurstad.example")
    team = add_team(stad.systeem(), ander, "KCC Buurstad", "kcc")
    register_klantcontact(
        stad.systeem(),
        NieuwContact(ander, stad.kanaal("telefoon"), team, get_moment(), vragen=(NieuweVraag("Paspoort", antwoord="Ja."),)),
    )
    hier = cijfers(stad)
    assert (hier.vandaag_binnen, hier.wachtend, hier.eerste_contact.totaal) == (0, 0, 0)
    assert "KCC Buurstad" not in [team.naam for team in hier.teams]


def count_regels(stad: Stad, keuze: Lijstkeuze) -> tuple[int, int]:
    """Return what the list says that it counts, and how many rows all its pages have."""
    lijst = list_achter_cijfer(raadpleging(stad), keuze)
    return lijst.aantal, len(lijst.regels)


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (Lijstkeuze(Cijfer.VANDAAG_BINNEN), 6),
        (Lijstkeuze(Cijfer.WACHTEND), 3),
        (Lijstkeuze(Cijfer.WACHTEND, status=Status.NIEUW), 2),
        (Lijstkeuze(Cijfer.OUDSTE), 2),
        (Lijstkeuze(Cijfer.TE_LAAT), 2),
        (Lijstkeuze(Cijfer.EERSTE_CONTACT), 4),
        (Lijstkeuze(Cijfer.EERSTE_CONTACT, afloop=Afloop.DIRECT), 3),
        (Lijstkeuze(Cijfer.ONTVANGEN), 8),
        (Lijstkeuze(Cijfer.ONTVANGEN, dag=date(2026, 11, 24)), 2),
        (Lijstkeuze(Cijfer.AFGEHANDELD), 4),
    ],
    ids=lambda waarde: (
        f"{waarde.cijfer}-{waarde.status or waarde.afloop or waarde.dag or 'alles'}" if isinstance(waarde, Lijstkeuze) else ""
    ),
)
def test_behind_a_figure_stand_the_very_rows_it_counts(stad: Stad, keuze: Lijstkeuze, verwacht: int) -> None:
    druk(stad)
    assert count_regels(stad, keuze) == (verwacht, verwacht)


def test_every_figure_of_the_dashboard_equals_its_list(stad: Stad) -> None:
    druk(stad)
    hier = cijfers(stad)
    for cijfer, waarde in {
        Cijfer.VANDAAG_BINNEN: hier.vandaag_binnen,
        Cijfer.WACHTEND: hier.wachtend,
        Cijfer.TE_LAAT: hier.te_laat,
        Cijfer.EERSTE_CONTACT: hier.eerste_contact.totaal,
        Cijfer.ONTVANGEN: sum(dag.ontvangen for dag in hier.dagen),
        Cijfer.AFGEHANDELD: sum(dag.afgehandeld for dag in hier.dagen),
    }.items():
        assert count_regels(stad, Lijstkeuze(cijfer)) == (waarde, waarde), cijfer
    for kanaal in hier.kanalen:
        assert count_regels(stad, Lijstkeuze(Cijfer.VANDAAG_BINNEN, kanaal_id=kanaal.kanaal_id))[0] == kanaal.aantal
    for team in hier.teams:
        for status, aantal in team.per_status.items():
            assert count_regels(stad, Lijstkeuze(Cijfer.WACHTEND, team_id=team.team_id, status=Status(status)))[0] == aantal


def test_the_oldest_question_stands_on_top_of_its_list(stad: Stad) -> None:
    druk(stad)
    eerste = list_achter_cijfer(raadpleging(stad), Lijstkeuze(Cijfer.OUDSTE)).regels[0]
    assert not isinstance(eerste, Contactregel)
    assert (eerste.onderwerp, eerste.ontvangen_op) == ("Oude vraag", cijfers(stad).oudste)


def test_a_contact_on_the_list_names_its_questions(stad: Stad) -> None:
    stad.klantvraag("Grofvuil")
    (regel,) = list_achter_cijfer(raadpleging(stad), Lijstkeuze(Cijfer.VANDAAG_BINNEN)).regels
    assert isinstance(regel, Contactregel)
    assert [onderwerp for _, onderwerp in regel.vragen] == ["Grofvuil"]


def test_all_pages_together_are_the_figure(stad: Stad) -> None:
    for _ in range(51):
        stad.klantvraag()
    bladen = [list_achter_cijfer(raadpleging(stad), Lijstkeuze(Cijfer.WACHTEND, pagina=pagina)) for pagina in (1, 2)]
    nummers = [regel.nummer for blad in bladen for regel in blad.regels if not isinstance(regel, Contactregel)]
    assert len(set(nummers)) == len(nummers) == bladen[0].aantal == 51


def test_the_figures_take_as_many_queries_for_much_as_for_little(stad: Stad) -> None:
    stad.klantvraag()
    with CaptureQueriesContext(connection) as weinig:
        cijfers(stad)
    for dag in range(20):
        stad.klantvraag(gebeurd_op=get_moment() - timedelta(days=dag))
    with CaptureQueriesContext(connection) as veel:
        cijfers(stad)
    assert len(veel) == len(weinig) <= 12


def test_who_does_not_steer_sees_no_figures(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        get_dashboard(stad.raadpleging("bram", Doel.OVERDRACHT_BEANTWOORDEN))


def test_whose_question_stood_on_a_list_is_written_down(stad: Stad) -> None:
    from stadspunt.fundament.toegang.models import Inzage

    stad.klantvraag()
    list_achter_cijfer(raadpleging(stad), Lijstkeuze(Cijfer.WACHTEND))
    assert {regel.doel for regel in Inzage.objects.filter(partij_id=stad.partijen["joost"])} == {"sturen"}
