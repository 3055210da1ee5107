"""The agent answers by e-mail: writes, looks, sends, and takes back."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from stadspunt.deuren.werkplek.tests.lezen import get_nummer, get_tekst, get_veld, get_vraag
from stadspunt.deuren.werkplek.tests.test_berichten import ask_by_mail, get_pagina
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon
from stadspunt.stromen.correspondentie.bouw import build_bericht, build_sjablonen
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.mail import to_platte_tekst
from stadspunt.stromen.correspondentie.rules.sjablonen import Sjabloongegevens
from stadspunt.stromen.klantcontacten.actions.overdragen import mark_overgedragen
from stadspunt.stromen.klantcontacten.queries import get_vraagdossier
from tests.stad import Stad

JOOST = "joost.jansen@example.org"


def pad(stad: Stad, vraag_id: int) -> str:
    return f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/beantwoorden/"


def post(stad: Stad, vraag_id: int, wie: str = "kim", **anders: Any) -> HttpResponse:
    velden = {"aan": JOOST, "onderwerp": "Uw vraag", "tekst": "Tot 17.00 uur.", "citeer": "on"}
    velden |= {"soort": "antwoord", "kenmerk": str(uuid4())}
    return stad.browser(wie).post(pad(stad, vraag_id), velden | anders)


def pdf(naam: str = "tarieven.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF", "application/pdf")


def get_bewijzen(antwoord: HttpResponse) -> list[str]:
    """Return what the page remembers of files that were chosen."""
    return re.findall(r'name="bewaard" value="([^"]+)"', antwoord.content.decode())


def list_uitgaand(stad: Stad, vraag_id: int) -> list[Any]:
    return [een for een in list_berichten(stad.systeem().raadpleging, vraag_id) if een.verzending]


# Writing


def test_the_screen_starts_with_the_client_a_salutation_and_the_history(stad: Stad) -> None:
    pagina = stad.kim.get(pad(stad, ask_by_mail(stad)))
    assert get_veld(pagina, "aan") == JOOST
    assert get_veld(pagina, "onderwerp") == "Re: Mijn container"
    for deel in ("Beste Joost Jansen,", "Met vriendelijke groet, Kim de Wit", "> De container zit al een week vol."):
        assert deel in get_tekst(pagina)


def test_a_template_fills_subject_and_text_and_leaves_the_rest(stad: Stad) -> None:
    gegevens = Sjabloongegevens("Openingstijden", "Over {onderwerp}", "{aanhef}\n\nWij zijn open.")
    sjabloon_id = add_sjabloon(stad.systeem(), stad.gemeente_id, gegevens)
    vraag_id = stad.klantvraag("Milieustraat")
    pagina = post(stad, vraag_id, aan="ander@example.org", actie="sjabloon", sjabloon=str(sjabloon_id), bijlagen=pdf())
    assert (get_veld(pagina, "aan"), get_veld(pagina, "onderwerp")) == ("ander@example.org", "Over Milieustraat")
    assert "Beste Joost Jansen, Wij zijn open." in get_tekst(pagina)
    assert len(get_bewijzen(pagina)) == 1
    assert list_uitgaand(stad, vraag_id) == []


def test_pressing_enter_in_a_field_sends_and_does_not_fill_in_a_template(stad: Stad) -> None:
    build_sjablonen(stad.systeem(), stad.gemeente_id)
    bron = stad.kim.get(pad(stad, stad.klantvraag())).content.decode()
    assert re.findall(r'name="actie" value="(\w+)"', bron) == ["versturen", "voorbeeld", "sjabloon", "taal"]


def test_the_preview_is_what_is_sent_letter_for_letter(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    velden = {"tekst": "Beste Joost,\r\n\r\nMorgen <legen> wij & hem.  \r\n", "onderwerp": "Container  legen"}
    voorbeeld = post(stad, vraag_id, actie="voorbeeld", **velden).content.decode()
    assert list_uitgaand(stad, vraag_id) == []
    getoond = re.search(r'<pre class="mailvoorbeeld__tekst"[^>]*>(.*?)</pre>', voorbeeld, re.DOTALL)
    assert getoond is not None
    assert post(stad, vraag_id, **velden).status_code == 302
    (bericht,) = list_uitgaand(stad, vraag_id)
    verzonden = to_platte_tekst(bericht.tekst, bericht.citaat)
    ontsnapt = verzonden.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert getoond[1] == ontsnapt
    assert f"<dd>{bericht.onderwerp}</dd>" in voorbeeld


def test_without_a_mail_server_the_screen_says_that_nothing_leaves(stad: Stad, settings: Any) -> None:
    settings.STADSPUNT_SMTP_UIT = ""
    vraag_id = stad.klantvraag()
    assert "niet naar de klant" in get_tekst(stad.kim.get(pad(stad, vraag_id)))
    settings.STADSPUNT_SMTP_UIT = "127.0.0.1:25"
    assert "niet naar de klant" not in get_tekst(stad.kim.get(pad(stad, vraag_id)))


def test_the_agent_is_warned_when_somebody_else_wrote_about_it_too(stad: Stad) -> None:
    vraag_id = ask_by_mail(stad)
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, van_adres="buur@example.net", tekst="Wat is hier gezegd?")
    tekst = get_tekst(stad.kim.get(pad(stad, vraag_id)))
    assert "schreef ook buur@example.net" in tekst
    assert "> Wat is hier gezegd?" not in tekst


# Sending


def test_an_answer_is_planned_and_closes_the_question_when_it_left(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id)
    (bericht,) = list_uitgaand(stad, vraag_id)
    assert antwoord.headers["Location"] == f"/werkplek/klantvragen/{get_nummer(stad, vraag_id)}/?verstuurd={bericht.id}"
    stad.vooruit(seconds=20)
    stad.werk()
    assert get_vraag(stad, vraag_id).status == "afgehandeld"


def test_after_sending_a_notice_counts_down_with_an_undo(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    gestuurd = post(stad, vraag_id)
    (bericht,) = list_uitgaand(stad, vraag_id)
    bron = stad.kim.get(gestuurd.headers["Location"]).content.decode()
    toasts = bron[bron.index('id="toasts"') :]
    assert "Uw antwoord wordt over 20 seconden verstuurd." in toasts
    assert f'data-tot="{bericht.verzending.niet_voor.isoformat()}"' in toasts
    assert f'action="/werkplek/berichten/{bericht.id}/ongedaan/"' in toasts
    stad.vooruit(seconds=20)
    stad.werk()
    assert "over 20 seconden" not in stad.kim.get(gestuurd.headers["Location"]).content.decode()


def test_every_reason_to_refuse_is_shown_at_once_and_nothing_is_kept(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, aan="", onderwerp="", tekst="")
    assert antwoord.status_code == 400
    for reden in ("Vul het e-mailadres van de klant in", "Vul in waar het bericht over gaat", "Schrijf het bericht op"):
        assert reden in get_tekst(antwoord)
    assert list_uitgaand(stad, vraag_id) == []


def test_what_must_not_leave_is_refused_at_its_field_with_the_text_kept(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, aan="joost", tekst="Uw BSN is 111222333. Beste {naam}")
    assert antwoord.status_code == 400
    for reden in ("lijkt op een burgerservicenummer", "bij {naam}", "naam@voorbeeld.nl"):
        assert reden in get_tekst(antwoord)
    assert "Uw BSN is 111222333. Beste {naam}" in antwoord.content.decode()


def test_what_is_missing_and_what_is_wrong_are_told_together(stad: Stad) -> None:
    antwoord = post(stad, stad.klantvraag(), aan="joost", tekst="", bijlagen=SimpleUploadedFile("x.exe", b"MZ\x90\x00"))
    assert antwoord.status_code == 400
    for reden in ("naam@voorbeeld.nl", "Schrijf het bericht op", "U kunt x.exe niet meesturen"):
        assert reden in get_tekst(antwoord)


def test_a_colleague_who_was_first_is_told_and_the_text_stays(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    antwoord = post(stad, vraag_id, "tess", tekst="Het antwoord van Tess")
    assert antwoord.status_code == 409
    assert "Er gaat al een antwoord naar deze klant" in get_tekst(antwoord)
    assert "Het antwoord van Tess" in antwoord.content.decode()


def test_the_same_form_twice_is_one_answer(stad: Stad) -> None:
    vraag_id, kenmerk = stad.klantvraag(), str(uuid4())
    assert [post(stad, vraag_id, kenmerk=kenmerk).status_code for _ in range(2)] == [302, 302]
    assert len(list_uitgaand(stad, vraag_id)) == 1


# Files


def test_a_chosen_file_goes_along(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id, bijlagen=[pdf("a.pdf"), pdf("b.pdf")])
    (bericht,) = list_uitgaand(stad, vraag_id)
    assert [een.document.naam for een in bericht.bijlagen] == ["a.pdf", "b.pdf"]


def test_a_chosen_file_is_not_lost_when_something_else_is_wrong(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    eerst = post(stad, vraag_id, tekst="", bijlagen=pdf())
    assert "tarieven.pdf" in get_tekst(eerst)
    post(stad, vraag_id, bewaard=get_bewijzen(eerst))
    (bericht,) = list_uitgaand(stad, vraag_id)
    assert [een.document.naam for een in bericht.bijlagen] == ["tarieven.pdf"]


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort"),
    [
        ("factuur.pdf.exe", b"MZ\x90\x00\x03\x00\x00\x00", "application/pdf"),
        ("pagina.html", b"<html><script>alert(1)</script></html>", "text/html"),
        ("plan.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "application/pdf"),
    ],
)
def test_a_file_that_may_be_harmful_is_refused_by_its_content(stad: Stad, naam: str, inhoud: bytes, soort: str) -> None:
    vraag_id = stad.klantvraag()
    antwoord = post(stad, vraag_id, bijlagen=SimpleUploadedFile(naam, inhoud, soort))
    assert antwoord.status_code == 400
    assert f"U kunt {naam} niet meesturen" in get_tekst(antwoord)
    assert (get_bewijzen(antwoord), list_uitgaand(stad, vraag_id)) == ([], [])


def test_a_file_of_another_question_cannot_be_smuggled_in(stad: Stad) -> None:
    ander, vraag_id = stad.klantvraag(), stad.klantvraag()
    bewijzen = get_bewijzen(post(stad, ander, tekst="", bijlagen=pdf()))
    post(stad, vraag_id, bewaard=[*bewijzen, "verzonnen", "1"])
    (bericht,) = list_uitgaand(stad, vraag_id)
    assert bericht.bijlagen == ()


# Taking back, and starting again


def test_taking_back_leads_to_the_text_with_its_files(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    post(stad, vraag_id, tekst="Bijna goed", onderwerp="Openingstijden", bijlagen=pdf())
    (bericht,) = list_uitgaand(stad, vraag_id)
    terug = stad.kim.post(f"/werkplek/berichten/{bericht.id}/ongedaan/", follow=True)
    assert (get_veld(terug, "onderwerp"), "Bijna goed" in get_tekst(terug)) == ("Openingstijden", True)
    post(stad, vraag_id, tekst="Helemaal goed", bewaard=get_bewijzen(terug))
    stad.vooruit(seconds=20)
    stad.werk()
    verzonden = [een for een in list_uitgaand(stad, vraag_id) if een.verzending.status == "verzonden"]
    assert [(een.tekst, [stuk.document.naam for stuk in een.bijlagen]) for een in verzonden] == [
        ("Helemaal goed", ["tarieven.pdf"])
    ]


def test_the_text_of_an_answer_to_somebody_else_is_not_offered(stad: Stad) -> None:
    ander, vraag_id = stad.klantvraag(), stad.klantvraag()
    post(stad, ander, tekst="Geheim van een ander")
    (bericht,) = list_uitgaand(stad, ander)
    for gevraagd in (str(bericht.id), "999999", "abc", "9" * 40, ""):
        antwoord = stad.kim.get(f"{pad(stad, vraag_id)}?bericht={gevraagd}")
        assert antwoord.status_code == 200
        assert "Geheim van een ander" not in antwoord.content.decode()


def test_an_answer_that_waits_for_the_mail_server_says_when_it_is_tried_again(stad: Stad, settings: Any) -> None:
    settings.STADSPUNT_SMTP_UIT = "127.0.0.1:1"
    vraag_id = stad.klantvraag()
    post(stad, vraag_id)
    stad.vooruit(seconds=20)
    stad.werk()
    tekst = get_tekst(get_pagina(stad, vraag_id))
    assert "Wij proberen het weer vandaag 10.11 uur." in tekst
    assert "Uw antwoord gaat zo weg" not in tekst


# Who, and how much it asks


def test_a_question_that_is_not_there_cannot_be_answered(stad: Stad) -> None:
    assert stad.kim.get("/werkplek/klantvragen/2026-999999-9/beantwoorden/").status_code == 404
    vraag_id = stad.klantvraag()
    mark_overgedragen(stad.handeling(), vraag_id, stad.afdelingen["belastingen"])
    assert stad.browser("bram").get(pad(stad, vraag_id)).status_code == 403


def count_queries(stad: Stad, adres: str) -> int:
    kim = stad.kim
    kim.get(adres)
    with CaptureQueriesContext(connection) as gevraagd:
        assert kim.get(adres).status_code == 200
    return len(gevraagd)


def test_fifty_messages_ask_as_many_queries_as_one(stad: Stad) -> None:
    een, veel = stad.klantvraag(), stad.klantvraag()
    for vraag_id, aantal in ((een, 1), (veel, 50)):
        for _ in range(aantal):
            build_bericht(stad.systeem(), stad.gemeente_id, vraag_id)
    assert count_queries(stad, pad(stad, een)) == count_queries(stad, pad(stad, veel))
    vraagpaden = [pad(stad, vraag_id).removesuffix("beantwoorden/") for vraag_id in (een, veel)]
    assert count_queries(stad, vraagpaden[0]) == count_queries(stad, vraagpaden[1])


def test_a_mail_that_was_read_from_a_file_stands_at_its_own_moment(stad: Stad) -> None:
    oud = get_moment()
    vraag_id = stad.klantvraag(wie="systeem", kanaal_id=stad.kanaal("email"))
    stad.vooruit(days=40)
    contact_id = get_vraagdossier(stad.systeem().raadpleging, vraag_id).contacten[0].id
    build_bericht(stad.systeem(), stad.gemeente_id, vraag_id, klantcontact_id=contact_id, tekst="Heel oud bericht")
    bron = get_pagina(stad, vraag_id).content.decode()
    assert f'<time datetime="{oud.isoformat()}"' in bron[: bron.index("Heel oud bericht")].rpartition("<li")[2]
