"""A macro on a question: all of it or nothing, one entry, and exactly back."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.actions import add_product
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.bronnen.tekstblokken.actions import add_tekstblok
from stadspunt.bronnen.tekstblokken.rules import Tekstblokgegevens
from stadspunt.fundament.concepten.actions import save_concept
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.queries import list_gebeurtenissen
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, release_klantvraag
from stadspunt.stromen.klantcontacten.actions.wachten import snooze_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.queries_beheer import list_wachtredenen
from stadspunt.stromen.klantcontacten.rules import STATUSSTAPPEN, Status, Wachten, find_statuspad
from stadspunt.stromen.macros.actions.terugdraaien import undo_macro
from stadspunt.stromen.macros.actions.uitvoeren import run_macro, try_macro
from stadspunt.stromen.macros.queries import find_terugdraaibaar, list_macros
from stadspunt.stromen.macros.rules import Stap, Stapsoort
from stadspunt.stromen.macros.tests.conftest import Maak
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden


def get_vraag(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def run(stad: Stad, macro: int, vraag_id: int, wie: str = "kim") -> int:
    return run_macro(stad.handeling(wie), macro, vraag_id, uuid4())


def list_feiten(stad: Stad, vraag_id: int) -> list[str]:
    return [een.soort for een in list_gebeurtenissen(stad.systeem().raadpleging, f"klantvraag:{vraag_id}")]


NOTITIE = Stap(Stapsoort.NOTITIE, tekst="{naam} belde over {nummer}")
OPPAKKEN = Stap(Stapsoort.OPPAKKEN)


def list_alle_stappen(stad: Stad) -> list[Stap]:
    return [
        Stap(Stapsoort.PRODUCT, stad.producten["parkeervergunning"]),
        Stap(Stapsoort.COMPLEXITEIT, waarde="complex"),
        Stap(Stapsoort.TEAM, stad.teams["balie"]),
        OPPAKKEN,
        NOTITIE,
        Stap(Stapsoort.OVERDRAGEN, stad.afdelingen["vergunningen"], "advies", "Klopt {nummer}?"),
    ]


def test_the_steps_are_done_in_one_go_and_told_in_one_entry(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    run(stad, maak(stad, *list_alle_stappen(stad)), vraag_id)
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.status, vraag.complexiteit, vraag.team_id) == (Status.OVERGEDRAGEN, "complex", stad.teams["balie"])
    assert (vraag.product_id, vraag.behandelaar_id) == (stad.producten["parkeervergunning"], stad.medewerkers["kim"])
    assert get_vraagdossier(stad.raadpleging(), vraag_id).notities[0].tekst == f"Joost Jansen belde over {vraag.nummer}"
    (opdracht,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    assert opdracht.gevraagd == f"Klopt {vraag.nummer}?"
    (verhaal,) = [
        een for een in list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}") if een.soort == "MacroUitgevoerd"
    ]
    assert verhaal.inhoud["zinnen"] == [
        "Product: Parkeervergunning (was: geen)",
        "Soort vraag: complex (was: eenvoudig)",
        "Naar team: Balie (was: Mail, internet en telefoon)",
        "Opgepakt",
        "Notitie geschreven",
        f"Overgedragen aan Vergunningen, terug op {'maandag 30 november 2026'}",
    ]


def test_undo_brings_back_exactly_what_was(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    voor = get_vraag(stad, vraag_id)
    uitvoering = run(stad, maak(stad, *list_alle_stappen(stad)), vraag_id)
    stad.vooruit(minutes=9)
    undo_macro(stad.handeling(), uitvoering)
    na = get_vraag(stad, vraag_id)
    assert replace(na, versie=voor.versie) == voor
    assert na.versie > voor.versie
    assert get_vraagdossier(stad.raadpleging(), vraag_id).notities == ()
    assert [een.status for een in list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)] == ["ingetrokken"]
    # The department may not see it any more.
    assert get_klantvragen(stad.raadpleging("vera", Doel.OVERDRACHT_BEANTWOORDEN), [vraag_id]) == {}
    assert list_feiten(stad, vraag_id)[-1] == "MacroTeruggedraaid"


@pytest.mark.parametrize(
    "stap",
    [Stap(Stapsoort.BEANTWOORD, waarde="mondeling", tekst="Ja, {naam}."), Stap(Stapsoort.VERVALLEN, waarde="spam")],
    ids=lambda stap: stap.soort,
)
def test_a_closed_question_is_open_again_as_it_was(stad: Stad, maak: Maak, stap: Stap) -> None:
    vraag_id = stad.klantvraag()
    voor = get_vraag(stad, vraag_id)
    uitvoering = run(stad, maak(stad, stap), vraag_id)
    assert get_vraag(stad, vraag_id).status in {Status.AFGEHANDELD, Status.VERVALLEN}
    undo_macro(stad.handeling(), uitvoering)
    assert replace(get_vraag(stad, vraag_id), versie=voor.versie) == voor
    assert get_vraagdossier(stad.raadpleging(), vraag_id).antwoorden == ()


@pytest.mark.parametrize("van", list(Status))
@pytest.mark.parametrize("naar", list(Status))
def test_there_is_a_way_back_from_every_status_that_a_macro_leads_to(van: Status, naar: Status) -> None:
    pad = find_statuspad(van, naar)
    assert all(stap in STATUSSTAPPEN for stap in zip((van, *pad), pad, strict=False))
    assert not set(pad[:-1]) & {Status.AFGEHANDELD, Status.VERVALLEN}


def test_one_step_that_refuses_leaves_nothing_done(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag(wie="tess")
    voor, feiten = get_vraag(stad, vraag_id), list_feiten(stad, vraag_id)
    macro = maak(stad, Stap(Stapsoort.COMPLEXITEIT, waarde="complex"), OPPAKKEN)
    with pytest.raises(AchterhaaldError) as weigering:
        run(stad, macro, vraag_id)
    assert weigering.value.fouten[0].code == "bezet"
    assert (get_vraag(stad, vraag_id), list_feiten(stad, vraag_id)) == (voor, feiten)


def test_what_the_record_does_not_know_is_not_invented(stad: Stad, maak: Maak) -> None:
    with pytest.raises(GeweigerdError) as weigering:
        run(stad, maak(stad, Stap(Stapsoort.NOTITIE, tekst="Over {product}")), stad.klantvraag())
    assert weigering.value.fouten[0].tekst == "Dit is nog niet bekend: [vul in: de naam van het product]."


def test_a_macro_does_nothing_that_the_agent_may_not_do_by_hand(stad: Stad, maak: Maak) -> None:
    kim = stad.handeling()
    zonder = replace(
        kim, actor=replace(kim.actor, rechten=kim.actor.rechten - {(Doel.KLANTVRAAG_BEHANDELEN, "overdracht.maken")})
    )
    vraag_id = stad.klantvraag(wie="systeem")
    with pytest.raises(GeweigerdError) as weigering:
        run_macro(zonder, maak(stad, *list_alle_stappen(stad)), vraag_id, uuid4())
    assert weigering.value.fouten[0].code == "geen-recht"
    assert get_vraag(stad, vraag_id).status == Status.NIEUW


def test_a_note_comes_from_a_piece_of_text(stad: Stad, maak: Maak) -> None:
    blok = add_tekstblok(stad.systeem(), Tekstblokgegevens("Gebeld", "gebeld", "Gebeld met {naam}."), stad.gemeente_id)
    vraag_id = stad.klantvraag()
    run(stad, maak(stad, Stap(Stapsoort.NOTITIE, blok)), vraag_id)
    assert get_vraagdossier(stad.raadpleging(), vraag_id).notities[0].tekst == "Gebeld met Joost Jansen."


def add_template(stad: Stad, tekst: str = "{aanhef} wij zijn open.") -> int:
    return add_sjabloon(stad.systeem(), stad.gemeente_id, Sjabloongegevens("Open", "Openingstijden", tekst))


def test_a_template_becomes_a_begun_answer_and_undo_takes_it_away(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag()
    plek = f"vraag-{vraag_id}-antwoord"
    macro = maak(stad, Stap(Stapsoort.SJABLOON, add_template(stad)))
    uitvoering = run(stad, macro, vraag_id)
    concept = find_concept(stad.raadpleging(), plek)
    assert concept is not None
    assert concept.get_waarde("tekst") == "Beste Joost Jansen, wij zijn open."
    with pytest.raises(AchterhaaldError):
        run(stad, macro, vraag_id)
    undo_macro(stad.handeling(), uitvoering)
    assert find_concept(stad.raadpleging(), plek) is None


def test_what_was_written_on_since_is_not_thrown_away(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag()
    plek = f"vraag-{vraag_id}-antwoord"
    uitvoering = run(stad, maak(stad, Stap(Stapsoort.SJABLOON, add_template(stad))), vraag_id)
    save_concept(stad.handeling(), plek, {"tekst": ["meer"]}, titel="", url="", sinds=stad.handeling().moment, versie=1)
    with pytest.raises(AchterhaaldError) as weigering:
        undo_macro(stad.handeling(), uitvoering)
    assert weigering.value.fouten[0].code == "verder-geschreven"


def test_a_mail_can_be_taken_back_for_twenty_seconds(stad: Stad, maak: Maak) -> None:
    macro = maak(stad, Stap(Stapsoort.VERSTUREN, add_template(stad)))
    vraag_id, te_laat = stad.klantvraag(), stad.klantvraag("Andere")
    assert "20 seconden" in try_macro(stad.handeling(), macro, vraag_id).onomkeerbaar[0]
    assert list_berichten(stad.raadpleging(), vraag_id) == ()
    undo_macro(stad.handeling(), run(stad, macro, vraag_id))
    verzending = list_berichten(stad.raadpleging(), vraag_id)[-1].verzending
    assert verzending is not None
    assert verzending.status == "ingetrokken"
    weg = run(stad, macro, te_laat)
    stad.vooruit(seconds=20)
    with pytest.raises(AchterhaaldError):
        undo_macro(stad.handeling(), weg)


def test_a_mail_with_a_hole_is_not_sent(stad: Stad, maak: Maak) -> None:
    macro = maak(stad, Stap(Stapsoort.VERSTUREN, add_template(stad, "Op [vul in: datum].")))
    bezwaren = try_macro(stad.handeling(), macro, stad.klantvraag()).bezwaren
    assert "[vul in: datum]" in bezwaren[0].tekst


def test_the_preview_does_nothing_and_says_the_same_as_the_act(stad: Stad, maak: Maak) -> None:
    macro = maak(stad, *list_alle_stappen(stad))
    vraag_id = stad.klantvraag(wie="systeem")
    voor, feiten = get_vraag(stad, vraag_id), list_feiten(stad, vraag_id)
    voorbeeld = try_macro(stad.handeling(), macro, vraag_id)
    assert (get_vraag(stad, vraag_id), list_feiten(stad, vraag_id)) == (voor, feiten)
    assert not list_macros(stad.raadpleging(), [stad.gemeente_id])[0].is_gebruikt
    run(stad, macro, vraag_id)
    assert list_gebeurtenissen(stad.raadpleging(), f"klantvraag:{vraag_id}")[-1].inhoud["zinnen"] == list(voorbeeld.zinnen)
    assert list_macros(stad.raadpleging(), [stad.gemeente_id])[0].is_gebruikt
    assert not list_macros(stad.raadpleging("tess"), [stad.gemeente_id])[0].is_gebruikt


def test_undo_is_for_who_did_it_once_and_in_time(stad: Stad, maak: Maak) -> None:
    vraag_id, macro = stad.klantvraag(), maak(stad, NOTITIE, minuten=2)
    uitvoering = run(stad, macro, vraag_id)
    with pytest.raises(AchterhaaldError) as van_ander:
        undo_macro(stad.handeling("tess"), uitvoering)
    undo_macro(stad.handeling(), uitvoering)
    with pytest.raises(AchterhaaldError) as nog_eens:
        undo_macro(stad.handeling(), uitvoering)
    laat = run(stad, macro, vraag_id)
    stad.vooruit(minutes=2)
    with pytest.raises(AchterhaaldError) as te_laat:
        undo_macro(stad.handeling(), laat)
    assert [een.value.fouten[0].code for een in (van_ander, nog_eens, te_laat)] == ["van-ander", "al-ongedaan", "te-laat"]
    with pytest.raises(NietGevondenError):
        undo_macro(stad.handeling(), 999_999)


def test_undo_is_over_when_anything_happened_since(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag()
    uitvoering = run(stad, maak(stad, NOTITIE), vraag_id)
    assert find_terugdraaibaar(stad.raadpleging(), get_vraag(stad, vraag_id)) is not None
    add_notitie(stad.handeling("tess"), vraag_id, "Ik kijk ook even.")
    with pytest.raises(AchterhaaldError) as weigering:
        undo_macro(stad.handeling(), uitvoering)
    assert weigering.value.fouten[0].code == "gewijzigd"
    assert find_terugdraaibaar(stad.raadpleging(), get_vraag(stad, vraag_id)) is None
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).notities) == 2


def test_undo_is_over_when_the_department_took_the_order(stad: Stad, maak: Maak) -> None:
    """Taking an order does not change the question, and it is something that happened to it."""
    vraag_id = stad.klantvraag()
    uitvoering = run(stad, maak(stad, list_alle_stappen(stad)[-1]), vraag_id)
    (opdracht,) = list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)
    claim_overdracht(stad.handeling("vera", Doel.OVERDRACHT_BEANTWOORDEN), opdracht.id)
    with pytest.raises(AchterhaaldError):
        undo_macro(stad.handeling(), uitvoering)
    assert get_vraag(stad, vraag_id).status == Status.OVERGEDRAGEN


def test_a_question_that_changed_since_somebody_looked_is_left_alone(stad: Stad, maak: Maak) -> None:
    vraag_id, macro = stad.klantvraag(), maak(stad, NOTITIE)
    gezien = get_vraag(stad, vraag_id).versie
    release_klantvraag(stad.handeling(), vraag_id)
    with pytest.raises(AchterhaaldError):
        run_macro(stad.handeling(), macro, vraag_id, uuid4(), versie=gezien)


def test_the_same_form_twice_is_one_act(stad: Stad, maak: Maak) -> None:
    vraag_id, macro, kenmerk = stad.klantvraag(), maak(stad, NOTITIE), uuid4()
    versie = get_vraag(stad, vraag_id).versie
    eerst = run_macro(stad.handeling(), macro, vraag_id, kenmerk, versie=versie)
    assert run_macro(stad.handeling(), macro, vraag_id, kenmerk, versie=versie) == eerst
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).notities) == 1
    undo_macro(stad.handeling(), eerst)
    with pytest.raises(AchterhaaldError):
        run_macro(stad.handeling(), macro, vraag_id, kenmerk)


def test_a_question_that_waited_waits_again_until_the_same_moment(stad: Stad, maak: Maak) -> None:
    vraag_id = stad.klantvraag()
    reden = next(een.id for een in list_wachtredenen(stad.gemeente_id))
    tot = stad.handeling().moment + timedelta(days=1)
    snooze_klantvraag(stad.handeling(), vraag_id, Wachten(tot, reden, "Morgen."), get_vraag(stad, vraag_id).versie)
    voor = get_vraag(stad, vraag_id)
    assert voor.wacht is not None
    uitvoering = run(stad, maak(stad, Stap(Stapsoort.TEAM, stad.teams["balie"])), vraag_id)
    assert get_vraag(stad, vraag_id).wacht is None
    undo_macro(stad.handeling(), uitvoering)
    assert replace(get_vraag(stad, vraag_id), versie=voor.versie) == voor


def test_undo_does_not_lift_the_secrecy_that_a_product_began(stad: Stad, maak: Maak) -> None:
    add_vertrouwden(stad)
    gegevens = Productgegevens("Meldpunt", "meldpunt", stad.afdelingen["belastingen"], vertrouwelijk=True)
    geheim = add_product(stad.systeem(), stad.gemeente_id, gegevens)
    vraag_id = stad.klantvraag()
    uitvoering = run(stad, maak(stad, Stap(Stapsoort.PRODUCT, geheim)), vraag_id)
    undo_macro(stad.handeling(), uitvoering)
    assert get_vraag(stad, vraag_id).product_id is None
    assert get_klantvragen(stad.raadpleging("tess"), [vraag_id]) == {}
    with pytest.raises(NietGevondenError):
        undo_macro(stad.handeling("tess"), uitvoering)
