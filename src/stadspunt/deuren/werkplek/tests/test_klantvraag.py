"""The question page and all that can be done with a question."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from stadspunt.bronnen.partijen.queries import get_partij, search_partijen
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_veld, get_vraag
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, claim_klantvraag
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen, record_vakantwoord
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.queries import get_vraagdossier
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag, Status
from tests.stad import Stad


def pad(stad: Stad, vraag_id: int, wat: str = "") -> str:
    return f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/{wat}"


def toon(stad: Stad, vraag_id: int, wie: str = "kim") -> str:
    return get_tekst(stad.browser(wie).get(pad(stad, vraag_id)))


def druk(stad: Stad, vraag_id: int, wat: str, wie: str = "kim", **velden: object) -> HttpResponse:
    return stad.browser(wie).post(pad(stad, vraag_id, wat), velden)


def test_the_page_tells_what_it_is_about_and_by_when(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Dakkapel", toelichting="Aan de achterkant.", product_id=stad.producten["parkeervergunning"])
    tekst = toon(stad, vraag_id)
    for deel in (
        get_nummer(stad, vraag_id),
        "Dakkapel",
        "Aan de achterkant.",
        "Parkeervergunning",
        "Telefoon",
        "nog 3 werkdagen",
        "Joost Jansen",
    ):
        assert deel in tekst


def test_the_page_tells_where_the_question_came_in(stad: Stad) -> None:
    balie = stad.klantvraag(kanaal_id=stad.kanaal("balie"), ingang_id=stad.ingangen["balie"])
    mail = stad.klantvraag(kanaal_id=stad.kanaal("email"), ingang_id=stad.ingangen["info"])
    assert "via Stadhuis Soort vraag" in toon(stad, balie)
    assert "Balie, Stadhuis" in toon(stad, balie).partition("Tijdlijn")[2]
    assert "via info@lindewaard.example Soort vraag" in toon(stad, mail)


def test_questions_of_an_anonymous_client_from_one_contact_lead_to_each_other(stad: Stad) -> None:
    vragen = (NieuweVraag("Losse tegel"), NieuweVraag("Volle bak"))
    contact = NieuwContact(stad.gemeente_id, stad.kanaal("telefoon"), stad.teams["mit"], stad.systeem().moment, vragen=vragen)
    tegel, bak = register_klantcontact(stad.handeling(), contact).klantvraag_ids
    zijkant = toon(stad, tegel).partition("Uit hetzelfde contact")[2]
    assert "Volle bak" in zijkant
    assert get_nummer(stad, bak) in zijkant
    assert "Uit hetzelfde contact" not in toon(stad, stad.klantvraag("Alleen"))


def test_the_next_step_follows_from_where_the_question_stands(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    assert "Niemand heeft deze vraag" in toon(stad, vraag_id)
    claim_klantvraag(stad.handeling("kim"), vraag_id)
    assert "U hebt deze vraag" in toon(stad, vraag_id)
    assert "Kim de Wit heeft deze vraag" in toon(stad, vraag_id, "tess")
    mark_overgedragen(stad.handeling("kim"), vraag_id, stad.afdelingen["belastingen"])
    assert "De afdeling is aan zet" in toon(stad, vraag_id)
    record_vakantwoord(stad.systeem(), vraag_id)
    assert "Controleer het antwoord van de afdeling" in toon(stad, vraag_id)


def test_only_what_may_be_done_has_a_button(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    tekst = toon(stad, vraag_id)
    assert "Opnieuw openen" in tekst
    for knop in ("Oppakken", "Overnemen", "Laten vervallen", "Terug in de lijst"):
        assert knop not in tekst.partition("Tijdlijn")[0]


def test_the_timeline_tells_everything_newest_last(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem", samenvatting="Belde over de dakkapel")
    stad.vooruit(minutes=5)
    druk(stad, vraag_id, "oppakken/")
    stad.vooruit(minutes=5)
    druk(stad, vraag_id, "notitie/", tekst="Belt liever na vijven")
    stad.vooruit(minutes=5)
    druk(stad, vraag_id, "vrijgeven/")
    tijdlijn = toon(stad, vraag_id).partition("Tijdlijn")[2]
    stappen = [
        "Belde over de dakkapel",
        "Vraag geopend, beloofd voor 1-12-2026",
        "Opgepakt door Kim de Wit",
        "Belt liever na vijven",
        "Terug in de lijst van het team",
    ]
    assert [tijdlijn.index(stap) for stap in stappen] == sorted(tijdlijn.index(stap) for stap in stappen)
    assert "Kim de Wit · vandaag 10.20 uur" in tijdlijn


def test_what_happened_within_a_minute_stands_in_the_order_in_which_it_happened(stad: Stad) -> None:
    vraag_id = stad.klantvraag(samenvatting="Belde over de dakkapel")
    add_notitie(stad.handeling(), vraag_id, "Eerst gekeken")
    druk(stad, vraag_id, "vrijgeven/")
    tijdlijn = toon(stad, vraag_id).partition("Tijdlijn")[2]
    stappen = ["Belde over de dakkapel", "Vraag geopend", "Eerst gekeken", "Terug in de lijst van het team"]
    assert [tijdlijn.index(stap) for stap in stappen] == sorted(tijdlijn.index(stap) for stap in stappen)


def test_technical_steps_in_a_row_are_one_line_that_opens(stad: Stad) -> None:
    vraag_id = stad.klantvraag(wie="systeem")
    for wat in ("oppakken/", "vrijgeven/"):
        druk(stad, vraag_id, wat)
    pagina = stad.kim.get(pad(stad, vraag_id)).content.decode()
    vouw = re.search(r"<summary class=\"vouw__kop\">.*?</summary>", pagina, re.DOTALL)
    assert vouw is not None
    assert "3 stappen" in vouw[0]
    assert "Vraag geopend, beloofd voor 1-12-2026 · Opgepakt door Kim de Wit · Terug in de lijst van het team" in vouw[0]


def test_a_fact_without_its_own_words_is_told_by_its_name(stad: Stad) -> None:
    from dataclasses import dataclass

    from django.db import transaction

    from stadspunt.fundament.gebeurtenissen.actions import publish
    from stadspunt.fundament.gebeurtenissen.feiten import feit

    @feit
    @dataclass(frozen=True, slots=True)
    class ProefballonOpgelaten:
        klantvraag_id: int

    vraag_id = stad.klantvraag()
    with transaction.atomic():
        publish(stad.systeem(), ProefballonOpgelaten(vraag_id))
    assert "Proefballon opgelaten" in toon(stad, vraag_id)


def test_the_client_side_shows_other_open_questions_and_the_last_three_contacts(stad: Stad) -> None:
    for nummer in range(4):
        stad.klantvraag(f"Andere {nummer}", samenvatting=f"Gesprek {nummer}")
        stad.vooruit(minutes=1)
    vraag_id = stad.klantvraag("Deze", samenvatting="Dit gesprek", partij_id=stad.partijen["joost"])
    zijkant = toon(stad, vraag_id).partition("Andere open vragen")[2]
    assert all(f"Andere {nummer}" in zijkant for nummer in range(4))
    assert [f"Gesprek {nummer}" in zijkant for nummer in range(4)] == [False, False, True, True]
    assert "06 12345678" in toon(stad, vraag_id)


def test_much_history_costs_no_more_queries_than_little(stad: Stad) -> None:
    def count(vraag_id: int) -> int:
        browser, adres = stad.kim, pad(stad, vraag_id)
        with CaptureQueriesContext(connection) as gevraagd:
            assert browser.get(adres).status_code == 200
        return len(gevraagd)

    vraag_id = stad.klantvraag()
    stad.klantvraag("nog een")
    weinig = count(vraag_id)
    for nummer in range(20):
        add_notitie(stad.handeling("tess" if nummer % 2 else "kim"), vraag_id, f"notitie {nummer}")
        stad.klantvraag(f"andere {nummer}")
    assert count(vraag_id) <= weinig
    assert weinig <= 40


def test_the_part_that_changes_by_itself_comes_alone(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    deel = stad.kim.get(pad(stad, vraag_id), headers={"HX-Request": "true"}).content.decode()
    assert f'data-live="vraag-{vraag_id}"' in deel
    assert "<html" not in deel
    assert "<textarea" not in deel, "wat iemand typt, staat buiten het deel dat ververst"
    for erbij in ("vraag-kop", "vraag-acties", "vraag-zijkant"):
        assert f'id="{erbij}" hx-swap-oob="outerMorph"' in deel
    assert deel.count("hx-swap-oob") == 3


@pytest.mark.parametrize(
    ("wat", "wie", "status", "behandelaar"),
    [
        ("vrijgeven/", "kim", Status.NIEUW, None),
        ("overnemen/", "tess", Status.IN_BEHANDELING, "tess"),
        ("oppakken/", "kim", Status.IN_BEHANDELING, "kim"),
    ],
)
def test_one_button_moves_a_question(stad: Stad, wat: str, wie: str, status: Status, behandelaar: str | None) -> None:
    vraag_id = stad.klantvraag()
    assert druk(stad, vraag_id, wat, wie).status_code == 302
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.status, vraag.behandelaar_id) == (status, stad.medewerkers[behandelaar] if behandelaar else None)


def test_a_closed_question_opens_again_and_keeps_its_promise(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    beloofd = get_vraag(stad, vraag_id).beloofd
    druk(stad, vraag_id, "heropenen/")
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.status, vraag.beloofd, vraag.behandelaar_id) == (Status.IN_BEHANDELING, beloofd, stad.medewerkers["kim"])


def test_an_empty_note_is_refused_at_its_field(stad: Stad) -> None:
    antwoord = druk(stad, stad.klantvraag(), "notitie/", tekst="  ")
    assert antwoord.status_code == 400
    assert "Schrijf de notitie op." in get_tekst(antwoord)


def test_subject_product_and_complexity_are_changed(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Vergunnning")
    formulier = stad.kim.get(pad(stad, vraag_id, "wijzigen/"))
    parkeren = stad.producten["parkeervergunning"]
    velden = {"onderwerp": "Vergunning", "product": parkeren, "complexiteit": "complex"}
    assert druk(stad, vraag_id, "wijzigen/", versie=get_veld(formulier, "versie"), **velden).status_code == 302
    vraag = get_vraag(stad, vraag_id)
    assert (vraag.onderwerp, vraag.product_id, vraag.complexiteit) == (
        "Vergunning",
        stad.producten["parkeervergunning"],
        "complex",
    )
    assert "Gewijzigd: complexiteit, onderwerp, product" in toon(stad, vraag_id)


def test_what_a_colleague_changed_meanwhile_is_shown_beside_what_was_typed(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Vergunnning")
    versie = get_veld(stad.kim.get(pad(stad, vraag_id, "wijzigen/")), "versie")
    druk(stad, vraag_id, "wijzigen/", "tess", onderwerp="Dakkapel", complexiteit="eenvoudig", versie=versie)
    antwoord = druk(stad, vraag_id, "wijzigen/", onderwerp="Vergunning", complexiteit="complex", versie=versie)
    assert antwoord.status_code == 409
    assert "Dit staat er nu Onderwerp Dakkapel" in get_tekst(antwoord)
    assert get_veld(antwoord, "onderwerp") == "Vergunning"
    assert get_vraag(stad, vraag_id).onderwerp == "Dakkapel"
    nu = get_veld(antwoord, "versie")
    assert druk(stad, vraag_id, "wijzigen/", onderwerp="Vergunning", complexiteit="complex", versie=nu).status_code == 302
    assert get_vraag(stad, vraag_id).onderwerp == "Vergunning"


def test_a_question_is_given_to_another_team_while_it_is_changed(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Paspoort")
    formulier = stad.kim.get(pad(stad, vraag_id, "wijzigen/"))
    assert f'value="{stad.teams["mit"]}" selected' in formulier.content.decode()
    velden = {"onderwerp": "Paspoort kwijt", "complexiteit": "eenvoudig", "team": stad.teams["balie"]}
    assert druk(stad, vraag_id, "wijzigen/", versie=get_veld(formulier, "versie"), **velden).status_code == 302
    assert get_vraag(stad, vraag_id).team_id == stad.teams["balie"]
    assert "Van Mail, internet en telefoon naar Balie" in toon(stad, vraag_id)


def test_a_closed_question_asks_for_no_team(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    assert 'name="team"' not in stad.kim.get(pad(stad, vraag_id, "wijzigen/")).content.decode()


def test_an_empty_subject_is_refused(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = druk(stad, vraag_id, "wijzigen/", onderwerp="", complexiteit="eenvoudig", versie=1)
    assert antwoord.status_code == 400
    assert "Vul in waar de vraag over gaat." in get_tekst(antwoord)


def vervolg(stad: Stad, **anders: object) -> dict[str, object]:
    velden = {"kanaal": stad.kanaal("telefoon"), "richting": "uit", "bereikt": "ja", "datum": "2026-11-24", "tijd": "10:10"}
    return velden | anders


def test_calling_back_with_the_answer_closes_the_question(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert druk(stad, vraag_id, "contact/", **vervolg(stad, antwoord="Tot 17.00 uur.")).status_code == 302
    assert get_vraag(stad, vraag_id).status == Status.AFGEHANDELD
    assert "Mondeling beantwoord" in toon(stad, vraag_id)


def test_a_letter_about_an_open_question_is_kept_with_its_scan_and_its_entrance(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    brief = SimpleUploadedFile("brief.pdf", b"%PDF-1.7 brief", "application/pdf")
    velden = vervolg(stad, kanaal=stad.kanaal("post"), richting="in", samenvatting="Stuurt het bewijs")
    assert druk(stad, vraag_id, "contact/", **velden, bijlagen=brief).status_code == 302
    assert get_vraagdossier(stad.raadpleging(), vraag_id).contacten[-1].ingang_id == stad.ingangen["post"]
    tekst = toon(stad, vraag_id)
    assert "brief.pdf" in tekst
    assert "Stuurt het bewijs" in tekst


def test_a_file_with_a_call_that_we_made_is_refused(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    brief = SimpleUploadedFile("brief.pdf", b"%PDF-1.7 brief", "application/pdf")
    antwoord = druk(stad, vraag_id, "contact/", **vervolg(stad), bijlagen=brief)
    assert antwoord.status_code == 400
    assert "Bestanden horen bij wat de klant ons gaf." in get_tekst(antwoord)
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).contacten) == 1


def test_calling_back_in_vain_is_kept_and_leaves_the_question_open(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    druk(stad, vraag_id, "contact/", **vervolg(stad, bereikt="nee"))
    assert get_vraag(stad, vraag_id).status == Status.IN_BEHANDELING
    assert "De klant niet bereikt" in toon(stad, vraag_id)


def test_somebody_who_was_not_reached_cannot_have_been_answered(stad: Stad) -> None:
    antwoord = druk(stad, stad.klantvraag(), "contact/", **vervolg(stad, bereikt="nee", antwoord="Ja."))
    assert antwoord.status_code == 400
    assert "U hebt de klant niet gesproken." in get_tekst(antwoord)


def test_sending_a_later_contact_twice_keeps_it_once(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    sleutel = get_veld(stad.kim.get(pad(stad, vraag_id, "contact/")), "sleutel")
    for _ in range(2):
        druk(stad, vraag_id, "contact/", **vervolg(stad, sleutel=sleutel, samenvatting="Teruggebeld"))
    assert len(get_vraagdossier(stad.raadpleging(), vraag_id).contacten) == 2


def test_a_question_is_dropped_with_its_reason(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert druk(stad, vraag_id, "vervallen/").status_code == 400
    druk(stad, vraag_id, "vervallen/", reden="dubbel")
    assert get_vraag(stad, vraag_id).status == Status.VERVALLEN
    assert "Vervallen: dubbel" in toon(stad, vraag_id)


def test_dropping_what_a_colleague_just_answered_shows_how_it_is_now(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    antwoord = druk(stad, vraag_id, "vervallen/", reden="dubbel")
    assert antwoord.status_code == 409
    assert "De klant heeft antwoord" in get_tekst(antwoord)


def test_an_anonymous_question_is_linked_to_a_client_that_somebody_chooses(stad: Stad) -> None:
    vraag_id = stad.klantvraag(partij_id=None)
    assert "We weten niet wie deze vraag stelde." in toon(stad, vraag_id)
    gezocht = druk(stad, vraag_id, "koppelen/", actie="zoek", zoek_klant="jansen")
    assert "Joost Jansen" in get_tekst(gezocht)
    assert get_vraag(stad, vraag_id).partij_id is None
    druk(stad, vraag_id, "koppelen/", actie=f"kies-{stad.partijen['joost']}")
    assert get_vraag(stad, vraag_id).partij_id == stad.partijen["joost"]


def test_an_anonymous_question_is_linked_to_a_new_client(stad: Stad) -> None:
    vraag_id = stad.klantvraag(partij_id=None)
    leeg = druk(stad, vraag_id, "koppelen/", actie="nieuw")
    assert (leeg.status_code, "Vul een naam, e-mailadres of telefoonnummer in." in get_tekst(leeg)) == (400, True)
    fout = druk(stad, vraag_id, "koppelen/", actie="nieuw", naam="Sanne", email="x")
    assert (fout.status_code, "Dit is geen e-mailadres." in get_tekst(fout)) == (400, True)
    assert search_partijen(stad.raadpleging(), "Sanne") == []
    druk(stad, vraag_id, "koppelen/", actie="nieuw", naam="Sanne", email="sanne@example.org")
    partij_id = get_vraag(stad, vraag_id).partij_id
    assert partij_id is not None
    assert get_partij(stad.raadpleging(), partij_id).naam == "Sanne"


def test_a_wrong_choice_of_client_is_mended_for_this_question_only(stad: Stad) -> None:
    ander, vraag_id = stad.klantvraag("Blijft bij Joost"), stad.klantvraag()
    assert "Toch een andere klant?" in toon(stad, vraag_id)
    druk(stad, vraag_id, "koppelen/", actie="nieuw", naam="Sanne")
    sanne = search_partijen(stad.raadpleging(), "Sanne")[0].id
    assert (get_vraag(stad, vraag_id).partij_id, get_vraag(stad, ander).partij_id) == (sanne, stad.partijen["joost"])
