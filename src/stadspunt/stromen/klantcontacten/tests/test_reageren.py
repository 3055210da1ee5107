"""The client writes about a question that we have already, and we say something back."""

from datetime import timedelta

import pytest

from stadspunt.bronnen.organisatie.models import Roltoewijzing
from stadspunt.bronnen.partijen.rules import Taal
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.klantcontacten.actions.behandelen import drop_klantvraag, record_antwoord
from stadspunt.stromen.klantcontacten.actions.gesprek import register_vervolgcontact
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen
from stadspunt.stromen.klantcontacten.actions.reageren import mark_klantreactie_beantwoord, record_klantreactie, set_taal
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import Filter, get_klantvragen, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, NieuwContact, Richting, Status, Vervalreden
from tests.stad import Stad


def vraag_nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def contact(stad: Stad, vraag_id: int, **anders: object) -> NieuwContact:
    velden = {"gemeente_id": stad.gemeente_id, "kanaal_id": stad.kanaal("telefoon"), "team_id": stad.teams["mit"]}
    return NieuwContact(**velden, gebeurd_op=get_moment(), bestaande_vraag_ids=(vraag_id,), **anders)  # type: ignore[arg-type]


def reageer(stad: Stad, vraag_id: int) -> None:
    """Let the client write about a question."""
    gemaakt = register_klantcontact(stad.systeem(), contact(stad, vraag_id))
    record_klantreactie(stad.systeem(), vraag_id, gemaakt.klantcontact_id)


def end_rollen(stad: Stad, wie: str) -> None:
    Roltoewijzing.objects.filter(medewerker_id=stad.medewerkers[wie]).update(tot_op=get_moment())


def test_a_reaction_marks_an_open_question_and_leaves_it_with_who_has_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    eerst = vraag_nu(stad, vraag_id)
    stad.vooruit(days=1)
    reageer(stad, vraag_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.klantreactie_op, vraag.status, vraag.behandelaar_id) == (
        get_moment(), Status.IN_BEHANDELING, stad.medewerkers["kim"],
    )  # fmt: skip
    assert (vraag.beloofd, vraag.heropeningen) == (eerst.beloofd, 0)
    assert [regel.klantreactie_op for regel in list_werkvoorraad(stad.raadpleging(), Filter()).regels] == [get_moment()]


def test_the_reaction_is_a_fact_of_the_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    reageer(stad, vraag_id)
    assert [een.soort for een in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")][-1] == "KlantReageerde"


def test_when_who_had_it_works_here_no_longer_it_is_back_on_the_list_of_the_team(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    stad.vooruit(days=1)
    end_rollen(stad, "kim")
    reageer(stad, vraag_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id, vraag.klantreactie_op) == (Status.NIEUW, None, get_moment())


def test_a_question_at_a_department_stays_there_also_without_its_agent(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    stad.vooruit(days=1)
    end_rollen(stad, "kim")
    reageer(stad, vraag_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id, vraag.klantreactie_op) == (Status.OVERGEDRAGEN, None, get_moment())


def test_a_reaction_to_a_closed_question_opens_it_with_who_had_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Op dinsdag.")
    reageer(stad, vraag_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id, vraag.heropeningen) == (Status.IN_BEHANDELING, stad.medewerkers["kim"], 1)


def test_a_closed_question_of_somebody_who_left_waits_for_the_team(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Op dinsdag.")
    stad.vooruit(days=1)
    end_rollen(stad, "kim")
    reageer(stad, vraag_id)
    vraag = vraag_nu(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id) == (Status.NIEUW, None)


def test_what_we_wrote_before_the_reaction_does_not_deal_with_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    geschreven = get_moment()
    stad.vooruit(seconds=10)
    reageer(stad, vraag_id)
    mark_klantreactie_beantwoord(stad.systeem(), vraag_id, geschreven)
    assert vraag_nu(stad, vraag_id).klantreactie_op is not None
    mark_klantreactie_beantwoord(stad.systeem(), vraag_id, geschreven + timedelta(seconds=10))
    assert vraag_nu(stad, vraag_id).klantreactie_op is None


@pytest.mark.parametrize(
    ("richting", "bereikt", "wacht_nog"), [(Richting.UIT, True, False), (Richting.UIT, False, True), (Richting.IN, None, True)]
)
def test_calling_back_deals_with_it_when_the_client_was_reached(
    stad: Stad, richting: Richting, bereikt: bool | None, wacht_nog: bool
) -> None:
    vraag_id = stad.klantvraag()
    reageer(stad, vraag_id)
    register_vervolgcontact(stad.handeling(), contact(stad, vraag_id, richting=richting, bereikt=bereikt))
    assert (vraag_nu(stad, vraag_id).klantreactie_op is not None) is wacht_nog


@pytest.mark.parametrize("hoe", ["antwoord", "vervallen", "overgedragen"])
def test_closing_or_handing_over_deals_with_it_too(stad: Stad, hoe: str) -> None:
    vraag_id = stad.klantvraag()
    reageer(stad, vraag_id)
    match hoe:
        case "antwoord":
            record_antwoord(stad.handeling(), vraag_id, "Morgen.", Antwoordwijze.EMAIL)
        case "vervallen":
            drop_klantvraag(stad.handeling(), vraag_id, Vervalreden.INGETROKKEN)
        case "overgedragen":
            mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    assert vraag_nu(stad, vraag_id).klantreactie_op is None


def test_the_language_of_a_question_can_be_another_than_that_of_its_client(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    set_taal(stad.handeling(), vraag_id, Taal.ENGELS)
    set_taal(stad.handeling(), vraag_id, Taal.ENGELS)
    assert vraag_nu(stad, vraag_id).taal == "en"
    feiten = list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")
    assert [een.inhoud["velden"] for een in feiten if een.soort == "KlantvraagGewijzigd"] == [["taal"]]
