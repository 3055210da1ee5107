"""What is written about a confidential question gives nothing away, and the privacy officer hears of a broken glass."""

from stadspunt.stromen.correspondentie.models import Bericht
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.klantcontacten.actions.noodinzage import request_noodinzage
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import mark_vertrouwelijk
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden


def test_receipt_and_answer_do_not_name_the_subject(stad: Stad) -> None:
    add_vertrouwden(stad)
    gewoon, geheim = (stad.klantvraag("Huiselijke kwestie", wie="systeem", kanaal_id=stad.kanaal("email")) for _ in range(2))
    mark_vertrouwelijk(stad.handeling("noor"), geheim)
    stad.werk()
    teksten = {}
    for vraag_id in (gewoon, geheim):
        (bericht,) = Bericht.objects.filter(soort=Berichtsoort.ONTVANGSTBEVESTIGING, vragen__klantvraag_id=vraag_id)
        teksten[vraag_id] = bericht.onderwerp + bericht.tekst
    assert ("Huiselijke" in teksten[gewoon], "Huiselijke" in teksten[geheim]) == (True, False)
    assert get_opzet(stad.raadpleging("noor"), geheim).onderwerp == "Uw vraag"
    assert get_opzet(stad.raadpleging("noor"), gewoon).onderwerp == "Re: Huiselijke kwestie"


def test_the_privacy_officer_is_told_of_a_broken_glass_at_once_and_once(stad: Stad) -> None:
    add_vertrouwden(stad)
    vraag_id = stad.klantvraag(wie="systeem")
    nummer = get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].nummer
    mark_vertrouwelijk(stad.handeling("noor"), vraag_id)
    request_noodinzage(stad.handeling("tess"), nummer, "De klant belt in paniek en niemand anders is er.")
    stad.werk()
    stad.werk()
    (alarm,) = Bericht.objects.filter(soort=Berichtsoort.ALARM)
    assert alarm.aan_adres == "pien@lindewaard.example"
    assert not any(woord in alarm.tekst + alarm.onderwerp for woord in ("Tess", nummer, "paniek"))
