"""One order: read it, answer it, and see what happens when somebody else was first."""

from datetime import date
from uuid import UUID, uuid4

from django.test import Client

from stadspunt.bronnen.documenten.actions import Bestand, record_oordeel, record_scanner, store_document
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce, register_inkomend_bericht
from stadspunt.stromen.correspondentie.actions.verzenden import (
    claim_verzending,
    record_mislukt,
    record_verzonden,
    withdraw_verzending,
)
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding, InkomendBericht, InkomendeBijlage
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.klantcontacten.actions.behandelen import reopen_klantvraag
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import ask_again, hand_over_klantvraag, withdraw_overdracht
from stadspunt.stromen.overdracht.beelden import OverdrachtBeeld
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Status, Voorstel, Vorm
from tests.stad import Stad

AFDELING = Doel.OVERDRACHT_BEANTWOORDEN


def voorstel(stad: Stad, gevraagd: str = "Is het bezwaar op tijd?", afdeling: str = "belastingen") -> Voorstel:
    return Voorstel(stad.afdelingen[afdeling], gevraagd, Vorm.ANTWOORDTEKST, date(2026, 11, 26))


def overdragen(stad: Stad, onderwerp: str = "Bezwaar tegen mijn aanslag", **anders: str) -> OverdrachtBeeld:
    vraag_id = stad.klantvraag(onderwerp, toelichting="Ik kreeg de aanslag op 2 november.")
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad, **anders))
    return laatste(stad, vraag_id)


def laatste(stad: Stad, vraag_id: int) -> OverdrachtBeeld:
    return list_overdrachten_van_klantvraag(stad.raadpleging(), vraag_id)[-1]


def adres(opdracht: OverdrachtBeeld, daad: str = "") -> str:
    return f"/afdeling/opdrachten/{opdracht.uuid}/{daad}"


def html(browser: Client, opdracht: OverdrachtBeeld) -> str:
    antwoord = browser.get(adres(opdracht))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def mail(stad: Stad, vraag_id: int, soort: Berichtsoort = Berichtsoort.GEWOON, **anders: object) -> None:
    velden: dict[str, object] = {
        "gemeente_id": stad.gemeente_id, "soort": soort, "sleutel": f"mail-{soort}", "onderwerp": "Mijn bezwaar",
        "tekst": "Ik ben het niet eens met de aanslag.", "van_naam": "Joost Jansen", "klantvraag_ids": (vraag_id,),
    }  # fmt: skip
    register_inkomend_bericht(stad.systeem(), InkomendBericht(**(velden | anders)))


def test_the_page_tells_what_is_asked_in_which_form_and_by_when(stad: Stad) -> None:
    pagina = html(stad.browser("bram"), overdragen(stad))
    for tekst in (
        "Is het bezwaar op tijd?",
        "Een tekst voor de klant",
        "nog 2 werkdagen",
        "do 26 nov",
        "Kim de Wit",
        "Joost Jansen",
    ):
        assert tekst in pagina, tekst


def test_the_page_shows_what_the_client_wrote_with_its_files(stad: Stad) -> None:
    opdracht = overdragen(stad)
    document = store_document(stad.systeem(), Bestand("aanslag.pdf", "application/pdf", b"%PDF-1.7 aanslag"))
    mail(stad, opdracht.klantvraag_id, citaat="Eerdere post", bijlagen=(InkomendeBijlage(document),))
    bram = stad.browser("bram")
    pagina = html(bram, opdracht)
    for tekst in ("Ik kreeg de aanslag op 2 november.", "Ik ben het niet eens met de aanslag.", "Eerdere post", "aanslag.pdf"):
        assert tekst in pagina, tekst
    assert "PDF, " in pagina
    antwoord = bram.get(_bestandsadres(stad, opdracht))
    assert antwoord.getvalue() == b"%PDF-1.7 aanslag"
    assert antwoord.headers["Content-Disposition"].startswith("attachment")
    assert antwoord.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def _bestandsadres(stad: Stad, opdracht: OverdrachtBeeld) -> str:
    (bericht,) = list_berichten(stad.raadpleging(), opdracht.klantvraag_id)
    return adres(opdracht, f"bestanden/{bericht.bijlagen[0].document.uuid}/")


def test_a_file_of_another_question_is_not_given_out(stad: Stad) -> None:
    eigen, ander = overdragen(stad), overdragen(stad, "Dakkapel", afdeling="vergunningen")
    document = store_document(stad.systeem(), Bestand("tekening.pdf", "application/pdf", b"%PDF-1.7"))
    mail(stad, ander.klantvraag_id, bijlagen=(InkomendeBijlage(document),))
    vreemd = _bestandsadres(stad, ander)
    assert stad.browser("vera").get(vreemd).status_code == 200
    assert stad.browser("bram").get(vreemd).status_code == 404
    assert stad.browser("bram").get(vreemd.replace(str(ander.uuid), str(eigen.uuid))).status_code == 404


def test_a_file_that_may_be_harmful_is_named_and_not_given_out(stad: Stad) -> None:
    opdracht = overdragen(stad)
    document = store_document(stad.systeem(), Bestand("rekening.exe", "application/x-msdownload", b"MZ", gevaar="programma"))
    mail(stad, opdracht.klantvraag_id, bijlagen=(InkomendeBijlage(document),))
    bram = stad.browser("bram")
    pagina = html(bram, opdracht)
    assert "rekening.exe" in pagina
    assert "Vraag het KCC." in pagina
    assert bram.get(_bestandsadres(stad, opdracht)).status_code == 404


def test_a_file_is_given_out_only_when_the_scanner_found_it_clean(stad: Stad) -> None:
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    opdracht, bram = overdragen(stad), stad.browser("bram")
    document = store_document(stad.systeem(), Bestand("tekening.pdf", "application/pdf", b"%PDF-1.7"))
    mail(stad, opdracht.klantvraag_id, bijlagen=(InkomendeBijlage(document),))
    assert "Nog niet gecontroleerd op virussen. Hebt u het nodig? Vraag het KCC." in html(bram, opdracht)
    assert bram.get(_bestandsadres(stad, opdracht)).status_code == 404
    record_oordeel(stad.systeem(), document, Oordeel(Virusstand.SCHOON))
    assert bram.get(_bestandsadres(stad, opdracht)).status_code == 200


def test_a_file_with_a_virus_is_named_and_not_given_out(stad: Stad) -> None:
    record_scanner(stad.systeem(), Scannerversie("ClamAV 1.4.6"))
    opdracht, bram = overdragen(stad), stad.browser("bram")
    document = store_document(stad.systeem(), Bestand("tekening.pdf", "application/pdf", b"%PDF-1.7"))
    mail(stad, opdracht.klantvraag_id, bijlagen=(InkomendeBijlage(document),))
    record_oordeel(stad.systeem(), document, Oordeel(Virusstand.BESMET, "Win.Trojan.Voorbeeld-1"))
    assert "Virus gevonden: Win.Trojan.Voorbeeld-1." in html(bram, opdracht)
    assert bram.get(_bestandsadres(stad, opdracht)).status_code == 404


def test_text_of_a_client_is_shown_as_text(stad: Stad) -> None:
    opdracht = overdragen(stad)
    mail(stad, opdracht.klantvraag_id, tekst="<script>alert(1)</script>")
    assert "<script>alert" not in html(stad.browser("bram"), opdracht)


def test_robots_do_not_stand_between_the_messages(stad: Stad) -> None:
    opdracht = overdragen(stad)
    mail(stad, opdracht.klantvraag_id, Berichtsoort.AUTOMATISCH, tekst="Ik ben met vakantie.")
    assert "Ik ben met vakantie." not in html(stad.browser("bram"), opdracht)


def answer(stad: Stad, vraag_id: int) -> int:
    """Let Kim answer the client by mail; returns the id of its way out."""
    concept = Antwoordopzet("joost.jansen@example.org", "Uw bezwaar", "U bent op tijd.", uuid4())
    send_antwoord(stad.handeling(), vraag_id, concept)
    verzending = list_berichten(stad.raadpleging(), vraag_id)[-1].verzending
    assert verzending is not None
    return verzending.id


def test_an_answer_that_the_client_never_got_is_not_told_as_an_answer(stad: Stad) -> None:
    vraag_id, bram = stad.klantvraag("Bezwaar tegen mijn aanslag"), stad.browser("bram")
    verzending_id = answer(stad, vraag_id)
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    opdracht = laatste(stad, vraag_id)
    assert "U bent op tijd." not in html(bram, opdracht), "het wacht nog"
    withdraw_verzending(stad.handeling(), verzending_id)
    assert "U bent op tijd." not in html(bram, opdracht), "het is teruggenomen"
    verzending_id = answer(stad, vraag_id)
    stad.vooruit(seconds=30)
    claim_verzending(stad.systeem(), verzending_id)
    record_mislukt(stad.systeem(), verzending_id, "550 Mailbox bestaat niet")
    pagina = html(bram, opdracht)
    assert "Antwoord van het KCC, niet verzonden" in pagina
    assert "Het KCC antwoordde" not in pagina


def test_an_answer_that_came_back_says_so(stad: Stad) -> None:
    vraag_id = stad.klantvraag("Bezwaar tegen mijn aanslag")
    verzending_id = answer(stad, vraag_id)
    stad.vooruit(seconds=30)
    claim_verzending(stad.systeem(), verzending_id)
    record_verzonden(stad.systeem(), verzending_id)
    reopen_klantvraag(stad.handeling(), vraag_id)
    hand_over_klantvraag(stad.handeling(), vraag_id, voorstel(stad))
    opdracht, bram = laatste(stad, vraag_id), stad.browser("bram")
    assert "Het KCC antwoordde" in html(bram, opdracht)
    uuid = list_berichten(stad.raadpleging(), vraag_id)[-1].uuid
    melding = Bouncemelding(f"<{uuid}@lindewaard.example>", "joost.jansen@example.org", "5.1.1", "550 User unknown", True)
    record_bounce(stad.systeem(), melding)
    assert "Antwoord van het KCC, niet aangekomen bij de klant" in html(bram, opdracht)


def test_the_order_of_another_department_does_not_exist(stad: Stad) -> None:
    opdracht = overdragen(stad)
    vera = stad.browser("vera")
    onbekend = UUID(int=7)
    assert vera.get(adres(opdracht)).status_code == 404
    assert vera.get(f"/afdeling/opdrachten/{onbekend}/").status_code == 404
    for daad in ("teruggeven/", "oppakken/", "vrijgeven/"):
        assert vera.post(adres(opdracht, daad), {"antwoord": "Nee."}).status_code == 404
    assert laatste(stad, opdracht.klantvraag_id).status == Status.OPEN


def test_a_department_sees_nothing_else_of_the_house(stad: Stad) -> None:
    bram = stad.browser("bram")
    assert {bram.get(pad).status_code for pad in ("/sturing/", "/beheer/", "/werkplek/")} <= {403, 404}


def test_an_answer_goes_to_the_kcc(stad: Stad) -> None:
    opdracht = overdragen(stad)
    antwoord = stad.browser("bram").post(adres(opdracht, "teruggeven/"), {"antwoord": "Ja, het is op tijd."})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/afdeling/")
    assert laatste(stad, opdracht.klantvraag_id).antwoord == "Ja, het is op tijd."


def test_an_empty_answer_is_asked_for_at_its_field(stad: Stad) -> None:
    opdracht = overdragen(stad)
    antwoord = stad.browser("bram").post(adres(opdracht, "teruggeven/"), {"antwoord": "  "})
    assert antwoord.status_code == 400
    assert 'href="#id_antwoord">Schrijf uw antwoord aan het KCC op.' in antwoord.content.decode()
    assert laatste(stad, opdracht.klantvraag_id).status == Status.OPEN


def test_an_answer_after_the_kcc_took_it_back_is_not_lost_for_who_typed_it(stad: Stad) -> None:
    opdracht = overdragen(stad)
    withdraw_overdracht(stad.handeling(), opdracht.id)
    antwoord = stad.browser("bram").post(adres(opdracht, "teruggeven/"), {"antwoord": "Hier heb ik een uur aan gewerkt."})
    assert antwoord.status_code == 409
    for tekst in ("Deze opdracht is ingetrokken", "Uw tekst is niet verstuurd", "Hier heb ik een uur aan gewerkt."):
        assert tekst in antwoord.content.decode(), tekst


def test_a_second_press_of_the_button_shows_the_answer_that_stands(stad: Stad) -> None:
    opdracht = overdragen(stad)
    bram = stad.browser("bram")
    bram.post(adres(opdracht, "teruggeven/"), {"antwoord": "Ja."})
    antwoord = bram.post(adres(opdracht, "teruggeven/"), {"antwoord": "Nee."})
    assert antwoord.status_code == 409
    assert laatste(stad, opdracht.klantvraag_id).antwoord == "Ja."


def test_who_takes_an_order_can_put_it_back(stad: Stad) -> None:
    opdracht = overdragen(stad)
    bram = stad.browser("bram")
    bram.post(adres(opdracht, "oppakken/"))
    assert "U werkt hieraan." in html(bram, opdracht)
    bram.post(adres(opdracht, "vrijgeven/"))
    assert "Nog niemand." in html(bram, opdracht)


def test_taking_an_order_that_was_taken_back_shows_how_it_is(stad: Stad) -> None:
    opdracht = overdragen(stad)
    withdraw_overdracht(stad.handeling(), opdracht.id)
    antwoord = stad.browser("bram").post(adres(opdracht, "oppakken/"))
    assert antwoord.status_code == 409
    assert "U hoeft niets meer te doen." in antwoord.content.decode()


def test_an_act_is_never_a_link(stad: Stad) -> None:
    opdracht = overdragen(stad)
    assert stad.browser("bram").get(adres(opdracht, "oppakken/")).status_code == 405


def test_the_page_of_a_second_round_shows_the_first(stad: Stad) -> None:
    eerste = overdragen(stad)
    return_overdracht(stad.handeling("bram", AFDELING), eerste.id, "Ja, op tijd.")
    ask_again(stad.handeling(), eerste.id, voorstel(stad, "En hoe lang duurt het nog?"))
    pagina = html(stad.browser("bram"), laatste(stad, eerste.klantvraag_id))
    for tekst in ("Eerder gevraagd", "Is het bezwaar op tijd?", "Ja, op tijd.", "En hoe lang duurt het nog?"):
        assert tekst in pagina, tekst


def test_who_read_the_order_stands_in_the_access_log(stad: Stad) -> None:
    from stadspunt.fundament.toegang.models import Inzage

    html(stad.browser("bram"), overdragen(stad))
    gezien = Inzage.objects.filter(medewerker_id=stad.medewerkers["bram"], partij_id=stad.partijen["joost"])
    assert gezien.exists()
    assert {regel.doel for regel in gezien} == {"overdracht-beantwoorden"}
