"""The agent writes to a client without closing the question, and in the language that the client reads."""

import re
from datetime import date

import pytest
from django.http import HttpResponse

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens, Taal
from stadspunt.deuren.werkplek.sjabloonkeuze import to_groepen
from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_veld, get_vraag
from stadspunt.deuren.werkplek.tests.test_beantwoorden import JOOST, list_uitgaand, pad, pdf, post
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon
from stadspunt.stromen.correspondentie.bouw import build_sjablonen
from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from tests.stad import Stad


def get_soort(pagina: HttpResponse) -> str:
    """Return the kind of message that is chosen on the screen."""
    gekozen = re.search(r'<input[^>]*name="soort"[^>]*value="(\w+)"[^>]*checked', pagina.content.decode())
    return gekozen[1] if gekozen else ""


def get_sjabloon_id(stad: Stad, vraag_id: int, naam: str) -> str:
    return next(str(een.id) for een in get_opzet(stad.raadpleging(), vraag_id).sjablonen if een.naam == naam)


def wacht(stad: Stad) -> None:
    stad.vooruit(seconds=20)
    stad.werk()


# The choice


def test_the_screen_asks_whether_this_is_the_answer(stad: Stad) -> None:
    pagina = stad.kim.get(pad(stad, stad.klantvraag()))
    for keuze in ("Is de vraag hiermee klaar?", "Dit is het antwoord", "De vraag blijft open"):
        assert keuze in get_tekst(pagina)
    assert get_soort(pagina) == "antwoord"


def test_without_a_choice_nothing_is_sent(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, soort="")
    assert (antwoord.status_code, "Kies of dit het antwoord is" in get_tekst(antwoord)) == (400, True)
    assert list_uitgaand(stad, vraag_id) == []


def test_a_template_brings_its_kind_and_what_was_chosen_by_hand_stays(stad: Stad) -> None:
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    vraag_id = stad.klantvraag()
    keuze = get_sjabloon_id(stad, vraag_id, "Wij missen nog iets")
    assert get_soort(post(stad, vraag_id, actie="sjabloon", sjabloon=keuze)) == "tussenbericht"
    assert get_soort(post(stad, vraag_id, actie="voorbeeld", soort="tussenbericht")) == "tussenbericht"


# What it does


def test_the_question_stays_open_and_the_timeline_tells_it(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    gestuurd = post(stad, vraag_id, soort="tussenbericht", tekst="Wij zoeken het uit.", bijlagen=pdf())
    bron = stad.kim.get(gestuurd.headers["Location"]).content.decode()
    assert "Uw bericht wordt over 20 seconden verstuurd." in bron
    assert "Uw bericht gaat zo weg" in bron
    wacht(stad)
    assert get_vraag(stad, vraag_id).status == "in_behandeling"
    tekst = get_tekst(stad.kim.get(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"))
    for deel in ("Tussenbericht aan de klant", "Wij zoeken het uit.", "tarieven.pdf", "U hebt deze vraag", "Verzonden"):
        assert deel in tekst
    assert "De klant heeft antwoord" not in tekst


def test_two_on_their_way_can_each_be_taken_back(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    eerste, _ = (post(stad, vraag_id, soort="tussenbericht", tekst=tekst) for tekst in ("Een", "Twee"))
    toasts = stad.kim.get(eerste.headers["Location"]).content.decode().partition('id="toasts"')[2]
    assert f'action="/werkplek/berichten/{list_uitgaand(stad, vraag_id)[0].id}/ongedaan/"' in toasts


def test_taking_it_back_leads_to_its_text_and_its_kind(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id, soort="tussenbericht", tekst="Bijna goed")
    (bericht,) = list_uitgaand(stad, vraag_id)
    terug = stad.kim.post(f"/werkplek/berichten/{bericht.id}/ongedaan/", follow=True)
    assert ("Bijna goed" in get_tekst(terug), get_soort(terug)) == (True, "tussenbericht")


def test_beside_an_answer_that_waits_it_may_go(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    assert post(stad, vraag_id, "tess").status_code == 409
    assert post(stad, vraag_id, "tess", soort="tussenbericht").status_code == 302


def test_on_a_closed_question_the_choice_says_why_not(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    antwoord = post(stad, vraag_id, soort="tussenbericht")
    assert (antwoord.status_code, "Deze vraag is niet meer open" in get_tekst(antwoord)) == (400, True)


def test_while_the_department_is_busy_the_client_can_be_told(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    voorstel = Voorstel(stad.afdelingen["belastingen"], "Klopt dit?", Vorm.ADVIES, date(2026, 11, 26))
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel)
    bron = stad.kim.get(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/").content.decode()
    assert f'href="{pad(stad, vraag_id)}?soort=tussenbericht"' in bron
    assert get_soort(stad.kim.get(f"{pad(stad, vraag_id)}?soort=tussenbericht")) == "tussenbericht"
    assert get_soort(stad.kim.get(f"{pad(stad, vraag_id)}?soort=bounce")) == "antwoord"


def test_who_has_the_question_sees_that_the_client_reacted(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    adres = f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"
    assert "Klant reageerde" not in get_tekst(stad.kim.get(adres))
    record_klantreactie(stad.systeem(), vraag_id)
    tekst = get_tekst(stad.kim.get(adres))
    assert ("Klant reageerde" in tekst, "De klant heeft gereageerd. Beloofd voor" in tekst) == (True, True)


def test_one_that_comes_back_asks_for_somebody(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id, soort="tussenbericht")
    wacht(stad)
    # The folder in which mail stands here knows its identifier; the mail server of the client refuses it.
    message_id = Bericht.objects.get(soort="tussenbericht").message_id
    record_bounce(stad.systeem(), Bouncemelding(message_id, JOOST, "5.1.1", "550 User unknown", permanent=True))
    tekst = get_tekst(stad.kim.get(f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/"))
    assert "Uw bericht kwam niet aan Het adres bestaat niet." in tekst


# Holes


@pytest.mark.parametrize("gat", ["U hoort op [vul in: datum van antwoord] van ons.", "Wij missen nog:\r\n\r\n- \r\n\r\nGroet"])
def test_a_text_with_a_hole_is_refused_at_the_text_and_stays(stad: Stad, gat: str) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, tekst=gat)
    assert antwoord.status_code == 400
    assert re.search(r"Vul in wat er moet staan bij \[vul in: datum|een streepje met niets erachter", get_tekst(antwoord))
    assert list_uitgaand(stad, vraag_id) == []


def test_what_is_not_known_is_marked_in_the_text(stad: Stad) -> None:
    gegevens = Sjabloongegevens("Aanvragen", "Zo vraagt u {product} aan", "{aanhef}\n\nDoe het zo.")
    sjabloon_id = add_sjabloon(stad.systeem(), stad.gemeente_id, gegevens)
    pagina = post(stad, stad.klantvraag(), actie="sjabloon", sjabloon=str(sjabloon_id))
    assert get_veld(pagina, "onderwerp") == "Zo vraagt u [vul in: de naam van het product] aan"


# Templates in the list


def test_the_templates_stand_in_groups_with_other_languages_apart(stad: Stad) -> None:
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    sjablonen = get_opzet(stad.raadpleging(), stad.klantvraag()).sjablonen
    groepen = [(groep.naam, [naam for _, naam in groep.keuzes]) for groep in to_groepen(sjablonen, "nl")]
    assert groepen == [
        ("Antwoord", ["Antwoord op uw vraag"]),
        ("De vraag blijft open", ["Wij hebben meer tijd nodig", "Wij missen nog iets"]),
        ("Engels: antwoord", ["Answer to your question"]),
    ]
    assert [groep.naam for groep in to_groepen(sjablonen, "en")] == [
        "Antwoord", "Nederlands: antwoord", "Nederlands: de vraag blijft open",
    ]  # fmt: skip


# What the client prefers


def ask_of(stad: Stad, **voorkeur: object) -> int:
    gegevens = Partijgegevens("Grace Okafor", JOOST, **voorkeur)  # type: ignore[arg-type]
    return stad.klantvraag(partij_id=register_partij(stad.systeem(), stad.gemeente_id, gegevens))


def test_who_would_rather_be_called_is_shown_before_one_writes(stad: Stad) -> None:
    pagina = get_tekst(stad.kim.get(pad(stad, ask_of(stad, voorkeurskanaal_id=stad.kanaal("telefoon")))))
    assert "Liefst via telefoon" in pagina


@pytest.mark.parametrize("slug", ["email", None])
def test_who_likes_mail_or_has_no_wish_asks_for_no_warning(stad: Stad, slug: str | None) -> None:
    pagina = get_tekst(stad.kim.get(pad(stad, ask_of(stad, voorkeurskanaal_id=stad.kanaal(slug) if slug else None))))
    assert "Liefst via" not in pagina


def test_the_language_of_the_question_can_be_changed_while_one_writes(stad: Stad) -> None:
    vraag_id = ask_of(stad, voorkeurstaal=Taal.ENGELS)
    begin = stad.kim.get(pad(stad, vraag_id))
    assert "De klant leest liefst Engels." in get_tekst(begin)
    anders = post(stad, vraag_id, actie="taal", taal="en", tekst=get_opzet(stad.raadpleging(), vraag_id).tekst)
    assert "Dear Grace Okafor," in get_tekst(anders)
    assert get_vraag(stad, vraag_id).taal == "en"
    assert "De klant leest liefst" not in get_tekst(anders)


def test_what_was_typed_already_stays_when_the_language_changes(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    pagina = post(stad, vraag_id, actie="taal", taal="en", tekst="Half af", soort="tussenbericht", bijlagen=pdf())
    assert ("Half af" in get_tekst(pagina), get_soort(pagina), "tarieven.pdf" in get_tekst(pagina)) == (
        True,
        "tussenbericht",
        True,
    )
    assert get_vraag(stad, vraag_id).taal == "en"


def test_a_language_that_we_do_not_write_changes_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    assert post(stad, vraag_id, actie="taal", taal="fr").status_code == 200
    assert get_vraag(stad, vraag_id).taal == "nl"
