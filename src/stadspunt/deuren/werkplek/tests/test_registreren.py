"""The registration screen, button by button, as somebody without script uses it."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from stadspunt.bronnen.organisatie.actions import add_ingang, add_kanaal, assign_rol
from stadspunt.bronnen.organisatie.queries import get_kanaal
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.partijen.queries import search_partijen
from stadspunt.bronnen.producten.actions import add_product
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.deuren.werkplek.tests.buren import build_buurgemeente
from stadspunt.deuren.werkplek.tests.lezen import get_tekst, get_veld, get_vraag
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.antwoord import MAX_BIJLAGEN
from stadspunt.stromen.klantcontacten.beelden import KlantcontactBeeld, WerkvoorraadRegel
from stadspunt.stromen.klantcontacten.queries import Filter, get_vraagdossier, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status
from tests.stad import Stad

NIEUW = "/werkplek/contacten/nieuw/"


def open_scherm(stad: Stad, wie: str = "kim") -> dict[str, str]:
    """Open the screen and return what its form holds by itself."""
    pagina = stad.browser(wie).get(NIEUW)
    velden = {naam: get_veld(pagina, naam) for naam in ("geopend", "sleutel", "datum", "tijd")}
    return velden | {"aantal": "1", "richting": "in", "kanaal": str(stad.kanaal("telefoon"))}


def vul_vraag(nummer: int, onderwerp: str, resultaat: str = "direct", **anders: str) -> dict[str, str]:
    velden = {"onderwerp": onderwerp, "resultaat": resultaat, "complexiteit": "eenvoudig", "antwoord": "Ja.", **anders}
    return {f"vraag-{nummer}-{naam}": waarde for naam, waarde in velden.items()}


def druk(stad: Stad, velden: dict[str, Any], actie: str = "bewaren", wie: str = "kim") -> HttpResponse:
    return stad.browser(wie).post(NIEUW, velden | {"actie": actie})


def list_alles(stad: Stad) -> tuple[WerkvoorraadRegel, ...]:
    return list_werkvoorraad(stad.systeem().raadpleging, Filter(statussen=frozenset(Status), volgorde="oudste")).regels


def add_balie(stad: Stad) -> int:
    """Open a second counter."""
    return add_ingang(
        stad.systeem(), stad.gemeente_id, "balie", stad.teams["balie"], Ingangsoort.BALIE, "Balie De Schakel", "de schakel"
    )


def get_contact(stad: Stad) -> KlantcontactBeeld:
    return get_vraagdossier(stad.systeem().raadpleging, list_alles(stad)[0].id).contacten[0]


def test_the_cursor_stands_in_the_search_for_the_client(stad: Stad) -> None:
    pagina = stad.kim.get(NIEUW).content.decode()
    assert pagina.count("autofocus") == 1
    assert 'id="zoek_klant"' in pagina.partition("autofocus")[0].rpartition("<input")[2]


def test_one_call_holds_three_questions_with_three_results(stad: Stad) -> None:
    velden = open_scherm(stad) | {"aantal": "3", "partij": str(stad.partijen["joost"])}
    velden |= vul_vraag(0, "Paspoort") | vul_vraag(1, "Grofvuil", "oppakken") | vul_vraag(2, "Boomkap", "lijst")
    antwoord = druk(stad, velden)
    assert antwoord.status_code == 302
    regels = {regel.onderwerp: regel for regel in list_alles(stad)}
    assert {naam: regel.status for naam, regel in regels.items()} == {
        "Paspoort": Status.AFGEHANDELD,
        "Grofvuil": Status.IN_BEHANDELING,
        "Boomkap": Status.NIEUW,
    }
    assert {regel.partij_id for regel in regels.values()} == {stad.partijen["joost"]}
    klaar = get_tekst(stad.kim.get(antwoord["Location"]))
    assert all(regel.nummer in klaar for regel in regels.values())
    assert "Uiterlijk dinsdag 1 december 2026 hebt u antwoord." in klaar


def test_a_question_is_added_and_taken_away_without_losing_what_was_typed(stad: Stad) -> None:
    velden = open_scherm(stad) | vul_vraag(0, "Paspoort", toelichting="Vertrekt vrijdag")
    erbij = druk(stad, velden, "erbij")
    assert erbij.status_code == 200
    assert "Vraag 2" in get_tekst(erbij)
    assert (get_veld(erbij, "vraag-0-onderwerp"), get_veld(erbij, "aantal")) == ("Paspoort", "2")
    weg = druk(stad, velden | {"aantal": "2"} | vul_vraag(1, "Grofvuil"), "weg-0")
    assert (get_veld(weg, "vraag-0-onderwerp"), get_veld(weg, "aantal")) == ("Grofvuil", "1")
    assert list_alles(stad) == ()


def test_who_gives_no_name_and_has_his_answer_stays_anonymous(stad: Stad) -> None:
    druk(stad, open_scherm(stad) | vul_vraag(0, "Openingstijden"))
    assert list_alles(stad)[0].partij_id is None


def test_who_must_get_an_answer_later_has_to_be_known(stad: Stad) -> None:
    antwoord = druk(stad, open_scherm(stad) | vul_vraag(0, "Boomkap", "lijst"))
    assert antwoord.status_code == 400
    assert "Wie krijgt straks het antwoord?" in get_tekst(antwoord)
    assert list_alles(stad) == ()


def test_who_wants_no_answer_may_stay_anonymous(stad: Stad) -> None:
    druk(stad, open_scherm(stad) | vul_vraag(0, "Losse tegel", "lijst") | {"anoniem": "on"})
    assert (list_alles(stad)[0].status, list_alles(stad)[0].partij_id) == (Status.NIEUW, None)


def test_everything_that_is_wrong_is_told_at_once_and_nothing_typed_is_lost(stad: Stad) -> None:
    velden = open_scherm(stad) | {"email": "sanne.example.org", "naam": "Sanne", "duur": "heel lang", "richting": "uit"}
    velden |= {"datum": "2027-01-01"} | vul_vraag(
        0, "", "direct", antwoord="", product="Bestaat niet", toelichting="Belde al twee keer"
    )
    antwoord = druk(stad, velden)
    tekst = get_tekst(antwoord)
    assert antwoord.status_code == 400
    for fout in (
        "Vul in waar de vraag over gaat.",
        "Schrijf op welk antwoord de klant kreeg.",
        "Kies een product uit de lijst",
        "Vul de duur in als minuten",
        "Kies of u de klant gesproken hebt.",
        "Dit is geen e-mailadres.",
    ):
        assert tekst.count(fout) == 2, f"{fout} staat bij het veld en in de samenvatting"
    assert "Belde al twee keer" in tekst
    assert (get_veld(antwoord, "vraag-0-product"), get_veld(antwoord, "email")) == ("Bestaat niet", "sanne.example.org")
    assert list_alles(stad) == ()


def test_a_wrong_address_and_a_moment_to_come_are_told_together(stad: Stad) -> None:
    velden = open_scherm(stad) | {"email": "sanne.example.org", "datum": "2027-01-01"} | vul_vraag(0, "")
    tekst = get_tekst(druk(stad, velden))
    for fout in ("Dit is geen e-mailadres.", "Dit moment moet nog komen.", "Vul in waar de vraag over gaat."):
        assert fout in tekst


def test_searching_shows_who_it_probably_is_and_chooses_nobody(stad: Stad) -> None:
    antwoord = druk(stad, open_scherm(stad) | {"zoek_klant": "06-12345678"}, "zoek")
    assert "Joost Jansen" in get_tekst(antwoord)
    assert "Waarschijnlijk" in get_tekst(antwoord)
    assert get_veld(antwoord, "partij") == ""


def test_choosing_a_client_shows_what_he_asked_before(stad: Stad) -> None:
    stad.klantvraag("Dakkapel", samenvatting="Belt morgen terug")
    antwoord = druk(stad, open_scherm(stad) | {"zoek_klant": "Joost"}, f"kies-{stad.partijen['joost']}")
    tekst = get_tekst(antwoord)
    assert "Dakkapel" in tekst
    assert "Belt morgen terug" in tekst
    assert get_veld(antwoord, "partij") == str(stad.partijen["joost"])


def test_a_call_about_a_question_that_is_open_already_makes_no_second_one(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Dakkapel", wie="systeem")
    velden = open_scherm(stad) | {
        "partij": str(stad.partijen["joost"]),
        "bestaande": str(vraag_id),
        "samenvatting": "Vraagt hoe lang nog",
    }
    assert druk(stad, velden).status_code == 302
    assert [regel.id for regel in list_alles(stad)] == [vraag_id]
    assert get_vraagdossier(stad.raadpleging(), vraag_id).contacten[-1].samenvatting == "Vraagt hoe lang nog"


def test_a_new_client_is_filled_in_from_what_was_searched_and_kept_with_the_contact(stad: Stad) -> None:
    velden = open_scherm(stad)
    antwoord = druk(stad, velden | {"zoek_klant": "sanne@example.org"}, "nieuwe")
    assert get_veld(antwoord, "email") == "sanne@example.org"
    druk(stad, velden | {"naam": "Sanne de Groot", "email": "sanne@example.org"} | vul_vraag(0, "Paspoort", "oppakken"))
    sanne = search_partijen(stad.raadpleging(), "sanne@example.org")
    assert [klant.naam for klant in sanne] == ["Sanne de Groot"]
    assert list_alles(stad)[0].partij_id == sanne[0].id


def test_an_address_that_we_know_is_shown_before_a_second_client_is_made(stad: Stad) -> None:
    velden = open_scherm(stad) | {"naam": "J. Jansen", "telefoon": "0612345678"} | vul_vraag(0, "Paspoort")
    antwoord = druk(stad, velden)
    assert antwoord.status_code == 400
    assert "We kennen dit adres of nummer al." in get_tekst(antwoord)
    assert "Joost Jansen" in get_tekst(antwoord)
    assert druk(stad, velden | {"toch_nieuw": "on"}).status_code == 302
    assert len(search_partijen(stad.raadpleging(), "0612345678")) == 2


def test_a_broken_off_call_leaves_no_client(stad: Stad) -> None:
    druk(stad, open_scherm(stad) | {"naam": "Sanne de Groot"} | vul_vraag(0, ""))
    assert search_partijen(stad.raadpleging(), "Sanne") == []


def test_pressing_twice_keeps_one_contact_and_one_client(stad: Stad) -> None:
    velden = open_scherm(stad) | {"naam": "Sanne de Groot"} | vul_vraag(0, "Paspoort", "oppakken")
    eerste, tweede = (druk(stad, velden)["Location"] for _ in range(2))
    assert eerste == tweede
    assert len(list_alles(stad)) == 1
    assert len(search_partijen(stad.raadpleging(), "Sanne")) == 1


def test_a_quick_code_fills_in_the_question_and_shows_what_to_say(stad: Stad) -> None:
    velden = open_scherm(stad)
    antwoord = druk(stad, velden, f"snelcode-{stad.snelcodes['mi']}")
    assert "De milieustraat is open van maandag tot en met zaterdag." in get_tekst(antwoord)
    assert get_veld(antwoord, "vraag-0-onderwerp") == "Openingstijden milieustraat"
    assert "Registreren als beantwoord" in antwoord.content.decode().partition("autofocus")[2][:400]
    ingevuld = velden | vul_vraag(
        0, "Openingstijden milieustraat", antwoord="De milieustraat is open van maandag tot en met zaterdag."
    )
    assert druk(stad, ingevuld).status_code == 302
    assert list_alles(stad)[0].status == Status.AFGEHANDELD


@pytest.mark.parametrize("getypt", ["mi", "MI", "milieu"])
def test_a_quick_code_is_found_by_its_letters_or_a_word_with_enter(stad: Stad, getypt: str) -> None:
    antwoord = druk(stad, open_scherm(stad) | {"snelcode": getypt}, "verder")
    assert get_veld(antwoord, "vraag-0-onderwerp") == "Openingstijden milieustraat"


def test_an_unknown_quick_code_says_so(stad: Stad) -> None:
    assert "Er is geen snelcode ‘zz’." in get_tekst(druk(stad, open_scherm(stad) | {"snelcode": "zz"}, "verder"))


def test_the_first_answer_of_a_product_is_shown_and_can_be_used(stad: Stad) -> None:
    tekst = "Maak een afspraak aan de balie."
    gegevens = Productgegevens("Rijbewijs", "rijbewijs", stad.afdelingen["vergunningen"], eerste_antwoord=tekst)
    add_product(stad.systeem(), stad.gemeente_id, gegevens)
    velden = open_scherm(stad) | {"vraag-0-product": "rijbewijs"}
    assert tekst in get_tekst(stad.kim.post(f"{NIEUW}product/0/", velden))
    antwoord = druk(stad, velden, "neem-0")
    assert f">{tekst}</textarea>" in antwoord.content.decode().replace("\n", "")


def test_the_product_decides_with_the_channel_what_is_promised(stad: Stad) -> None:
    velden = open_scherm(stad) | {"anoniem": "on"} | vul_vraag(0, "Parkeren", "lijst", product="Parkeervergunning")
    druk(stad, velden)
    assert str(list_alles(stad)[0].beloofd) == "2026-11-27"


def test_the_duration_is_measured_from_the_opening_of_the_screen(stad: Stad) -> None:
    velden = open_scherm(stad) | vul_vraag(0, "Paspoort")
    stad.vooruit(seconds=95)
    druk(stad, velden)
    contact = get_contact(stad)
    assert contact.duur_seconden == 95
    assert contact.geregistreerd_op - contact.gebeurd_op == timedelta(seconds=95)


@pytest.mark.parametrize(("getypt", "seconden"), [("4", 240), ("4:30", 270), ("0:45", 45)])
def test_a_duration_that_was_filled_in_counts_instead(stad: Stad, getypt: str, seconden: int) -> None:
    druk(stad, open_scherm(stad) | {"duur": getypt} | vul_vraag(0, "Paspoort"))
    assert get_contact(stad).duur_seconden == seconden


def test_a_screen_that_stood_open_all_day_measures_nothing(stad: Stad) -> None:
    velden = open_scherm(stad) | vul_vraag(0, "Paspoort")
    stad.vooruit(hours=7)
    druk(stad, velden)
    assert get_contact(stad).duur_seconden is None


def test_a_letter_is_kept_under_the_day_that_it_came(stad: Stad) -> None:
    velden = open_scherm(stad) | {"kanaal": str(stad.kanaal("post")), "datum": "20-11-2026", "tijd": ""}
    druk(stad, velden | vul_vraag(0, "Bezwaar"))
    contact = get_contact(stad)
    assert (contact.gebeurd_op.date(), contact.geregistreerd_op) == (date(2026, 11, 20), get_moment())


def test_calling_somebody_who_does_not_answer_is_kept_as_not_reached(stad: Stad) -> None:
    druk(
        stad, open_scherm(stad) | {"richting": "uit", "bereikt": "nee", "anoniem": "on"} | vul_vraag(0, "Terugbellen", "oppakken")
    )
    assert (get_contact(stad).richting, get_contact(stad).bereikt) == ("uit", False)


def test_the_only_entrance_of_a_channel_is_kept_without_asking_and_gives_the_team(stad: Stad) -> None:
    assert 'name="ingang-' not in stad.kim.get(NIEUW).content.decode().replace(f'name="ingang-{stad.kanaal("email")}"', "")
    druk(stad, open_scherm(stad) | {"kanaal": str(stad.kanaal("balie")), "anoniem": "on"} | vul_vraag(0, "Paspoort", "lijst"))
    vraag = get_vraag(stad, list_alles(stad)[0].id)
    assert (vraag.ingang_id, vraag.team_id) == (stad.ingangen["balie"], stad.teams["balie"])
    assert get_contact(stad).ingang_id == stad.ingangen["balie"]


def test_one_of_two_counters_is_chosen_and_remembered(stad: Stad) -> None:
    schakel, balie, browser = add_balie(stad), stad.kanaal("balie"), stad.kim
    velden = open_scherm(stad) | {"kanaal": str(balie), f"ingang-{balie}": str(schakel), "actie": "bewaren"}
    assert browser.post(NIEUW, velden | vul_vraag(0, "Paspoort")).status_code == 302
    assert get_vraag(stad, list_alles(stad)[0].id).ingang_id == schakel
    assert f'<option value="{schakel}" selected>Balie De Schakel' in browser.get(NIEUW).content.decode()


def test_an_entrance_of_another_channel_is_not_believed(stad: Stad) -> None:
    add_balie(stad)
    balie = stad.kanaal("balie")
    velden = open_scherm(stad) | {"kanaal": str(balie), f"ingang-{balie}": str(stad.ingangen["nummer"])}
    druk(stad, velden | vul_vraag(0, "Paspoort"))
    assert get_vraag(stad, list_alles(stad)[0].id).ingang_id != stad.ingangen["nummer"]


def test_whom_we_call_came_in_nowhere_and_is_of_the_team_of_who_calls(stad: Stad) -> None:
    velden = open_scherm(stad) | {"kanaal": str(stad.kanaal("balie")), "richting": "uit", "bereikt": "ja"}
    druk(stad, velden | vul_vraag(0, "Teruggebeld"))
    vraag = get_vraag(stad, list_alles(stad)[0].id)
    assert (vraag.ingang_id, vraag.team_id) == (None, stad.teams["mit"])


def test_the_channel_is_remembered_for_the_next_contact(stad: Stad) -> None:
    browser = stad.kim
    balie = str(stad.kanaal("balie"))
    browser.post(NIEUW, open_scherm(stad) | {"kanaal": balie, "actie": "bewaren"} | vul_vraag(0, "Paspoort"))
    gekozen = browser.get(NIEUW).content.decode().partition(f'value="{balie}" data-kanaal="balie"')[2][:20]
    assert "checked" in gekozen


def test_a_channel_that_was_just_added_can_be_used_at_once(stad: Stad) -> None:
    sms = add_kanaal(stad.systeem(), "sms", "Sms", digitaal=True)
    druk(stad, open_scherm(stad) | {"kanaal": str(sms)} | vul_vraag(0, "Container vol"))
    assert list_alles(stad)[0].kanaal_id == sms


def test_who_works_in_two_teams_says_for_which_one_it_is(stad: Stad) -> None:
    velden = open_scherm(stad)
    assign_rol(stad.systeem(), stad.medewerkers["kim"], "klantadviseur", stad.gemeente_id, team_id=stad.teams["balie"])
    assert '<select name="team"' in stad.kim.get(NIEUW).content.decode()
    druk(stad, velden | {"team": str(stad.teams["balie"])} | vul_vraag(0, "Paspoort"))
    vraag = get_vraag(stad, list_alles(stad)[0].id)
    assert (vraag.team_id, vraag.ingang_id) == (stad.teams["balie"], stad.ingangen["nummer"]), "de herkomst blijft"


def scan(naam: str = "brief.pdf", inhoud: bytes = b"%PDF-1.7 brief") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud, "application/pdf")


def test_the_scan_of_a_letter_is_kept_with_the_contact_and_given_out(stad: Stad) -> None:
    velden = open_scherm(stad) | {"kanaal": str(stad.kanaal("post")), "bijlagen": scan()}
    assert druk(stad, velden | vul_vraag(0, "Bezwaar")).status_code == 302
    vraag = stad.kim.get(f"/werkplek/klantvragen/{list_alles(stad)[0].nummer}/").content.decode()
    adres = re.search(r'href="(/werkplek/bestanden/[^"]+)"', vraag)
    assert adres is not None
    assert stad.kim.get(adres[1]).getvalue() == b"%PDF-1.7 brief"


def test_a_file_that_was_chosen_stays_while_the_form_is_filled_in(stad: Stad) -> None:
    velden = open_scherm(stad) | {"kanaal": str(stad.kanaal("post"))} | vul_vraag(0, "Bezwaar")
    tussen = druk(stad, velden | {"bijlagen": scan()}, "erbij")
    assert "brief.pdf" in get_tekst(tussen)
    bewijs = get_veld(tussen, "bewaard")
    fout = druk(stad, velden | {"bewaard": bewijs, "vraag-0-onderwerp": "", "bijlagen": scan("bijlage.pdf")})
    assert fout.status_code == 400
    assert "brief.pdf" in get_tekst(fout)
    assert "bijlage.pdf" in get_tekst(fout)
    assert druk(stad, velden | {"bewaard": bewijs}).status_code == 302
    (bericht,) = list_berichten(stad.raadpleging(), list_alles(stad)[0].id)
    assert [bijlage.document.naam for bijlage in bericht.bijlagen] == ["brief.pdf"]


def test_the_proof_of_a_file_counts_only_in_its_own_form(stad: Stad) -> None:
    bewijs = get_veld(druk(stad, open_scherm(stad) | {"bijlagen": scan()}, "erbij"), "bewaard")
    for geleend in (bewijs, "rommel", bewijs[:-1]):
        assert druk(stad, open_scherm(stad) | {"bewaard": geleend} | vul_vraag(0, "Ander")).status_code == 302
        assert list_berichten(stad.raadpleging(), list_alles(stad)[-1].id) == ()


def test_too_many_files_are_refused_and_nothing_is_kept(stad: Stad) -> None:
    antwoord = druk(
        stad, open_scherm(stad) | {"bijlagen": [scan(f"{een}.pdf") for een in range(MAX_BIJLAGEN + 1)]} | vul_vraag(0, "X")
    )
    assert antwoord.status_code == 400
    assert f"niet meer dan {MAX_BIJLAGEN} bestanden" in get_tekst(antwoord)
    assert list_alles(stad) == ()


def test_a_new_client_may_say_in_which_language_and_by_which_channel(stad: Stad) -> None:
    email = get_kanaal("email").id
    klant = {"naam": "Sanne", "email": "sanne@example.org", "voorkeurskanaal": str(email), "taal": "en"}
    druk(stad, open_scherm(stad) | klant | vul_vraag(0, "Passport", "oppakken"))
    (sanne,) = search_partijen(stad.raadpleging(), "sanne@example.org")
    assert (sanne.voorkeurskanaal_id, sanne.voorkeurstaal) == (email, "en")
    assert get_vraag(stad, list_alles(stad)[0].id).taal == "en"


def test_the_screen_says_when_a_client_may_stay_anonymous(stad: Stad) -> None:
    tekst = get_tekst(stad.kim.get(NIEUW))
    assert "Kiest u niemand? Dat kan bij een direct antwoord." in tekst
    assert tekst.index("Terug in de lijst") < tekst.index("De klant blijft anoniem")


def test_with_script_only_the_form_comes_back_and_after_keeping_the_way_on(stad: Stad) -> None:
    hx = {"HX-Request": "true"}
    deel = stad.kim.post(NIEUW, open_scherm(stad) | {"actie": "erbij"}, headers=hx)
    assert deel.content.decode().startswith('<form id="registratie"')
    klaar = stad.kim.post(NIEUW, open_scherm(stad) | {"actie": "bewaren"} | vul_vraag(0, "Paspoort"), headers=hx)
    assert klaar["HX-Redirect"].startswith("/werkplek/contacten/")


def test_candidates_while_typing_are_asked_by_post_so_that_no_name_stands_in_an_address(stad: Stad) -> None:
    adres = f"{NIEUW}klanten/"
    assert stad.kim.get(adres, {"zoek_klant": "Joost"}).status_code == 405
    assert "Joost Jansen" in get_tekst(stad.kim.post(adres, {"zoek_klant": "joost ja"}))
    assert get_tekst(stad.kim.post(adres, {"zoek_klant": "j"})) == ""
    assert "Niemand gevonden." in get_tekst(stad.kim.post(adres, {"zoek_klant": "Quirinus"}))


def test_rubbish_in_the_form_is_no_error(stad: Stad) -> None:
    rommel = {
        "aantal": "9999999",
        "partij": "x",
        "geopend": "gisteren",
        "sleutel": "'",
        "kanaal": "0",
        "team": "-1",
        "bestaande": "x",
    }
    for actie in ("bewaren", "weg-99", "kies-", "snelcode-0", "neem-7", "niets", "verder"):
        assert druk(stad, rommel, actie).status_code in {200, 400}


def test_a_question_of_another_client_cannot_be_taken_along(stad: Stad) -> None:
    van_joost = stad.klantvraag()
    velden = open_scherm(stad) | {"bestaande": str(van_joost)} | vul_vraag(0, "Paspoort")
    assert druk(stad, velden).status_code == 400
    assert len(get_vraagdossier(stad.raadpleging(), van_joost).contacten) == 1
    assert get_vraag(stad, van_joost).versie == 1


def test_who_works_for_two_municipalities_sees_for_which_one_a_team_is(stad: Stad) -> None:
    buren = build_buurgemeente(stad)
    assign_rol(stad.systeem(), stad.medewerkers["kim"], "klantadviseur", buren.gemeente_id, team_id=buren.team_id)
    tekst = get_tekst(stad.kim.get(NIEUW))
    assert "KCC (Wilgenoord)" in tekst
    assert "Mail, internet en telefoon (Lindewaard)" in tekst
    druk(stad, open_scherm(stad, "tess") | {"team": str(buren.team_id)} | vul_vraag(0, "Paspoort"))
    assert list_alles(stad)[-1].team_id == buren.team_id
