"""Two questions become one with everything that hangs on them, and two again."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.fundament.concepten.actions import save_concept
from stadspunt.fundament.concepten.models import Concept
from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.samenvoegen import merge_klantvragen, undo_samenvoeging
from stadspunt.stromen.correspondentie.bouw import build_opzet
from stadspunt.stromen.klantcontacten.actions.behandelen import (
    add_notitie,
    claim_klantvraag,
    record_antwoord,
    reopen_klantvraag,
)
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie
from stadspunt.stromen.klantcontacten.actions.samenvoegen import Samenvoegpaar
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.models import Betrokkenafdeling, Klantvraag, Samenvoeging
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.queries_samenvoegen import find_blijver, list_kandidaten
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Status
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad
from tests.stad.gelijktijdig import is_gelukt


def nu(stad: Stad, vraag_id: int) -> KlantvraagBeeld:
    return get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]


def paar(stad: Stad, blijver_id: int, opgegaan_id: int) -> Samenvoegpaar:
    return Samenvoegpaar(blijver_id, opgegaan_id, nu(stad, blijver_id).versie, nu(stad, opgegaan_id).versie)


def voeg_samen(stad: Stad, blijver_id: int, opgegaan_id: int, wie: str = "kim") -> int:
    return merge_klantvragen(stad.handeling(wie), paar(stad, blijver_id, opgegaan_id))


def voorstel(stad: Stad, afdeling: str = "belastingen") -> Voorstel:
    return Voorstel(stad.afdelingen[afdeling], "Wat is de stand?", Vorm.ADVIES, date(2026, 11, 26))


def twee_vragen(stad: Stad) -> tuple[int, int]:
    eerste = stad.klantvraag("Bezwaar tegen aanslag", toelichting="De eerste keer.")
    stad.vooruit(days=1)
    return eerste, stad.klantvraag("Nog eens over de aanslag", toelichting="De tweede keer.", wie="tess")


def foto(stad: Stad, vraag_id: int) -> tuple[object, ...]:
    """Return everything of a question that a merge may touch."""
    vraag, dossier = nu(stad, vraag_id), get_vraagdossier(stad.systeem().raadpleging, vraag_id)
    return (
        vraag.status, vraag.behandelaar_id, vraag.ontvangen_op, vraag.beloofd, vraag.toelichting, vraag.partij_id,
        vraag.product_id, vraag.overdrachten, vraag.heropeningen, vraag.klantreactie_op, vraag.opgegaan_in_id,
        [een.id for een in dossier.contacten], [een.id for een in dossier.notities], [een.id for een in dossier.antwoorden],
        [(een.id, een.ronde, een.status) for een in list_overdrachten_van_klantvraag(stad.systeem().raadpleging, vraag_id)],
        sorted(Betrokkenafdeling.objects.filter(klantvraag_id=vraag_id).values_list("afdeling_id", flat=True)),
    )  # fmt: skip


def test_all_that_hangs_on_the_one_goes_to_the_other(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    add_notitie(stad.handeling("tess"), tweede, "Belde boos op.")
    vroeg = nu(stad, eerste)
    voeg_samen(stad, eerste, tweede)
    samen, weg = nu(stad, eerste), nu(stad, tweede)
    dossier = get_vraagdossier(stad.raadpleging(), eerste)
    assert (len(dossier.contacten), [een.tekst for een in dossier.notities]) == (2, ["Belde boos op."])
    assert (samen.ontvangen_op, samen.beloofd, samen.onderwerp) == (vroeg.ontvangen_op, vroeg.beloofd, "Bezwaar tegen aanslag")
    assert samen.toelichting == "De eerste keer.\n\nDe tweede keer."
    assert (weg.status, weg.opgegaan_in_id) == (Status.VERVALLEN, eerste)
    assert not get_vraagdossier(stad.raadpleging(), tweede).contacten


def test_the_earliest_receipt_and_promise_are_kept_whichever_stays(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    vroeg = nu(stad, eerste)
    voeg_samen(stad, tweede, eerste)
    assert (nu(stad, tweede).ontvangen_op, nu(stad, tweede).beloofd) == (vroeg.ontvangen_op, vroeg.beloofd)


@pytest.mark.parametrize("andersom", [False, True])
@pytest.mark.parametrize("opdracht", ["none", "open on the one", "open on the other", "back on the other"])
def test_undo_brings_back_exactly_what_was(stad: Stad, opdracht: str, andersom: bool) -> None:
    eerste, tweede = twee_vragen(stad)
    blijver, weg = (tweede, eerste) if andersom else (eerste, tweede)
    add_notitie(stad.handeling(), weg, "Notitie.")
    if opdracht == "open on the one":
        hand_over_klantvraag(stad.handeling(), blijver, voorstel(stad))
    elif opdracht != "none":
        opdracht_id = hand_over_klantvraag(stad.handeling(), weg, voorstel(stad))
    if opdracht == "back on the other":
        return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id, "Ja.")
    voor = foto(stad, blijver), foto(stad, weg)
    samenvoeging_id = voeg_samen(stad, blijver, weg)
    verwacht = {"none": Status.IN_BEHANDELING, "back on the other": Status.TE_CONTROLEREN}.get(opdracht, Status.OVERGEDRAGEN)
    assert nu(stad, blijver).status == verwacht
    undo_samenvoeging(stad.handeling("tess"), samenvoeging_id)
    assert (foto(stad, blijver), foto(stad, weg)) == voor


def test_what_came_after_stays_where_it_landed(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    samenvoeging_id = voeg_samen(stad, eerste, tweede)
    add_notitie(stad.handeling(), eerste, "Kwam later.")
    undo_samenvoeging(stad.handeling(), samenvoeging_id)
    assert [een.tekst for een in get_vraagdossier(stad.raadpleging(), eerste).notities] == ["Kwam later."]
    assert get_vraagdossier(stad.raadpleging(), tweede).notities == ()


def test_the_old_number_leads_to_the_new_one_also_through_a_chain(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    derde = stad.klantvraag("Derde")
    voeg_samen(stad, tweede, derde)
    voeg_samen(stad, eerste, tweede)
    gevonden = find_blijver(stad.raadpleging(), derde)
    assert gevonden is not None
    assert gevonden.id == eerste
    record_klantreactie(stad.systeem(), derde)
    assert nu(stad, eerste).klantreactie_op == get_moment()


def test_of_a_chain_the_last_link_is_undone_first(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    derde = stad.klantvraag("Derde")
    binnenste = voeg_samen(stad, tweede, derde)
    buitenste = voeg_samen(stad, eerste, tweede)
    with pytest.raises(AchterhaaldError):
        undo_samenvoeging(stad.handeling(), binnenste)
    undo_samenvoeging(stad.handeling(), buitenste)
    undo_samenvoeging(stad.handeling(), binnenste)
    assert nu(stad, derde).opgegaan_in_id is None


def test_two_known_clients_are_not_one(stad: Stad) -> None:
    ander = register_partij(stad.systeem(), stad.gemeente_id, Partijgegevens("Fien de Boer", "fien@example.org"))
    eerste, tweede = stad.klantvraag(), stad.klantvraag(partij_id=ander)
    with pytest.raises(GeweigerdError, match="klant"):
        voeg_samen(stad, eerste, tweede)


def test_a_question_without_a_client_gets_the_client_of_the_other(stad: Stad) -> None:
    eerste, tweede = stad.klantvraag(partij_id=None), stad.klantvraag()
    samenvoeging_id = voeg_samen(stad, eerste, tweede)
    assert nu(stad, eerste).partij_id == stad.partijen["joost"]
    undo_samenvoeging(stad.handeling(), samenvoeging_id)
    assert nu(stad, eerste).partij_id is None


def test_open_orders_on_both_sides_are_refused(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    hand_over_klantvraag(stad.handeling(), eerste, voorstel(stad))
    hand_over_klantvraag(stad.handeling(), tweede, voorstel(stad, "vergunningen"))
    voor = foto(stad, eerste), foto(stad, tweede)
    with pytest.raises(AchterhaaldError, match="twee-opdrachten"):
        voeg_samen(stad, eerste, tweede)
    assert (foto(stad, eerste), foto(stad, tweede)) == voor


def test_an_answer_that_waits_to_leave_comes_first(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    send_antwoord(stad.handeling(), tweede, build_opzet("joost.jansen@example.org"))
    with pytest.raises(AchterhaaldError, match="onderweg"):
        voeg_samen(stad, eerste, tweede)


def test_who_saw_an_older_version_is_told(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    gezien = paar(stad, eerste, tweede)
    add_notitie(stad.handeling(), tweede, "Net geschreven.")
    with pytest.raises(AchterhaaldError, match="gewijzigd"):
        merge_klantvragen(stad.handeling(), gezien)


def test_an_order_that_moved_is_answered_and_checked_where_it_is(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    opdracht_id = hand_over_klantvraag(stad.handeling(), tweede, voorstel(stad))
    voeg_samen(stad, eerste, tweede)
    return_overdracht(stad.handeling("bram", Doel.OVERDRACHT_BEANTWOORDEN), opdracht_id, "Ja.")
    assert nu(stad, eerste).status == Status.TE_CONTROLEREN


@pytest.mark.parametrize("waarom", ["answered", "too old", "twice"])
def test_undo_says_why_it_cannot_be_done_any_more(stad: Stad, waarom: str) -> None:
    eerste, tweede = twee_vragen(stad)
    samenvoeging_id = voeg_samen(stad, eerste, tweede)
    if waarom == "answered":
        record_antwoord(stad.handeling(), eerste, "Ja.", Antwoordwijze.MONDELING)
    elif waarom == "too old":
        Samenvoeging.objects.update(gedaan_op=get_moment() - timedelta(days=31))
    else:
        undo_samenvoeging(stad.handeling(), samenvoeging_id)
    with pytest.raises(AchterhaaldError):
        undo_samenvoeging(stad.handeling(), samenvoeging_id)


def test_a_merged_question_is_not_opened_again(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    voeg_samen(stad, eerste, tweede)
    with pytest.raises(AchterhaaldError):
        reopen_klantvraag(stad.handeling(), tweede)
    with pytest.raises(AchterhaaldError):
        send_antwoord(stad.handeling(), tweede, build_opzet("joost.jansen@example.org"))


def test_a_confidential_question_makes_both_confidential_and_undo_does_not_lift_it(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    Klantvraag.objects.filter(pk=tweede).update(vertrouwelijk_op=get_moment(), behandelaar_id=stad.medewerkers["kim"])
    samenvoeging_id = voeg_samen(stad, eerste, tweede)
    assert nu(stad, eerste).is_vertrouwelijk
    undo_samenvoeging(stad.handeling(), samenvoeging_id)
    assert nu(stad, eerste).is_vertrouwelijk


def test_what_a_colleague_is_writing_moves_along_and_back(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    adres = f"/werkplek/klantvragen/{nu(stad, tweede).nummer}/beantwoorden/"
    plek = f"vraag-{tweede}-antwoord"
    velden = {"tekst": ["Beste Joost,"]}
    save_concept(stad.handeling("tess"), plek, velden, titel="Aanslag", url=adres, sinds=get_moment())
    samenvoeging_id = voeg_samen(stad, eerste, tweede)
    concept = Concept.objects.get(velden=velden)
    assert (concept.plek, nu(stad, eerste).nummer in concept.url) == (f"vraag-{eerste}-antwoord", True)
    undo_samenvoeging(stad.handeling(), samenvoeging_id)
    concept.refresh_from_db()
    assert (concept.plek, concept.url) == (plek, adres)


def test_questions_that_look_alike_stand_first(stad: Stad) -> None:
    eerste, tweede = twee_vragen(stad)
    stad.klantvraag("Paspoort kwijt")
    kandidaten = list_kandidaten(stad.raadpleging(), eerste)
    assert [(een.id == tweede, een.lijkt_op) for een in kandidaten] == [(True, True), (False, False)]


@pytest.mark.uitval
@pytest.mark.parametrize("_keer", range(5))
def test_of_two_merges_in_opposite_directions_one_wins(echte_stad: Stad, _keer: int) -> None:
    stad = echte_stad
    eerste, tweede = twee_vragen(stad)
    kim, tess, heen, weer = stad.handeling(), stad.handeling("tess"), paar(stad, eerste, tweede), paar(stad, tweede, eerste)
    gelukt = is_gelukt(lambda: merge_klantvragen(kim, heen), lambda: merge_klantvragen(tess, weer))
    assert sorted(gelukt) == [False, True]
    assert Samenvoeging.objects.count() == 1
    blijver = eerste if gelukt[0] else tweede
    assert len(get_vraagdossier(stad.raadpleging(), blijver).contacten) == 2


@pytest.mark.uitval
@pytest.mark.parametrize("daad", ["answer", "hand over", "claim", "reaction", "twice"])
@pytest.mark.parametrize("_keer", range(3))
def test_a_merge_against_any_other_act_leaves_one_truth(echte_stad: Stad, daad: str, _keer: int) -> None:
    stad = echte_stad
    eerste, tweede = twee_vragen(stad)
    derde = stad.klantvraag("Derde", wie="systeem")
    kim, tess, systeem, samen = stad.handeling(), stad.handeling("tess"), stad.systeem(), paar(stad, eerste, tweede)
    if daad == "claim":
        samen = paar(stad, eerste, derde)
    opzet = build_opzet("joost.jansen@example.org", kenmerk=uuid4())
    ander: Callable[[], object] = {
        "answer": lambda: send_antwoord(tess, tweede, opzet),
        "hand over": lambda: hand_over_klantvraag(tess, tweede, voorstel(stad)),
        "claim": lambda: claim_klantvraag(tess, derde),
        "reaction": lambda: record_klantreactie(systeem, tweede),
        "twice": lambda: merge_klantvragen(kim, samen),
    }[daad]
    gelukt, _ = is_gelukt(lambda: merge_klantvragen(kim, samen), ander)
    weg = nu(stad, samen.opgegaan_id)
    assert (weg.opgegaan_in_id == eerste) == (gelukt or daad == "twice")
    if weg.opgegaan_in_id:
        assert get_vraagdossier(stad.raadpleging(), weg.id).contacten == ()
        assert not list_overdrachten_van_klantvraag(stad.raadpleging(), weg.id)
    if daad == "reaction":
        assert nu(stad, eerste if weg.opgegaan_in_id else tweede).klantreactie_op is not None
