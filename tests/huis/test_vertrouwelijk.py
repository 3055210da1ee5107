"""Everything the house can show, opened by who may not see a confidential question: not a word of it leaves.

The same walk by those whom it concerns does find every word, so that this test can fail.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client

from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.concepten.actions import save_concept
from stadspunt.fundament.gebeurtenissen.models import Gebeurtenis
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.project.live_poort import mag_volgen
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_tussenbericht
from stadspunt.stromen.correspondentie.models import Bericht, Berichtbijlage, Verzending
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.intake.tests.poststukken import mail, verwerk
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, claim_klantvraag
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import mark_vertrouwelijk
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.overdracht.actions.beantwoorden import return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.models import Overdracht
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm
from stadspunt.sturing.stuurinformatie.rules import Cijfer
from tests.huis.test_poorten import ZONDER_POORT, list_adressen
from tests.huis.test_rollentabel import INVULLING
from tests.stad import Stad
from tests.stad.vertrouwden import add_vertrouwden

ONDERWERP, NAAM, MAILTEKST, BESTAND = "Onderduikkwestie", "Zwartepoort", "Schuilplaatsverhaal", "zwaluwnest"
NOTITIE, CONCEPT, OPDRACHT, VAKANTWOORD, BERICHT = (
    "Notitiewoordje", "Conceptzinnetje", "Opdrachtraadsel", "Vakgeheimpje", "Tussenbrieven",
)  # fmt: skip
WOORDEN = (ONDERWERP, NAAM, MAILTEKST, BESTAND, NOTITIE, CONCEPT, OPDRACHT, VAKANTWOORD, BERICHT)
ADRES = "w.zwartepoort@schuil.example"
# One of each kind of look: an agent, a department, an administrator, the privacy officer, a visitor. A walk takes half a minute.
BUITENSTAANDERS = ("kim", "bram", "fatma", "pien", None)


@dataclass
class Toneel:
    """The city with one confidential question in it, and everything that can stand in an address."""

    stad: Stad
    vraag_id: int
    nummer: str
    delen: dict[str, tuple[str, ...]] = field(default_factory=dict)


@pytest.fixture
def toneel(stad: Stad) -> Toneel:
    add_vertrouwden(stad)
    ruw = mail(
        f"{MAILTEKST} begint hier.",
        van=f"W. {NAAM} <{ADRES}>",
        onderwerp=ONDERWERP,
        bijlagen=((f"{BESTAND}.pdf", b"%PDF-1.4 x"),),
    )
    ontvangst = verwerk(stad, ruw, mail_from=ADRES)
    vraag_id = ontvangst.klantvraag_id
    assert vraag_id is not None
    # Kim had begun an answer when it became confidential: her own words stay hers, but for what they are about.
    _draft(stad, "kim", vraag_id, "Ik zoek het voor u uit.")
    noor = stad.handeling("noor")
    claim_klantvraag(noor, vraag_id)
    mark_vertrouwelijk(noor, vraag_id)
    add_notitie(noor, vraag_id, NOTITIE)
    _draft(stad, "noor", vraag_id, CONCEPT)
    vraag = get_klantvragen(noor.raadpleging, [vraag_id])[vraag_id]
    opzet = Antwoordopzet(ADRES, "Uw vraag", f"{BERICHT} van ons.", vraag.uuid)
    send_tussenbericht(noor, vraag_id, opzet)
    opdracht = hand_over_klantvraag(
        noor, vraag_id, Voorstel(stad.afdelingen["belastingen"], OPDRACHT, Vorm.ADVIES, date(2026, 11, 26))
    )
    return_overdracht(stad.handeling("ines", Doel.OVERDRACHT_BEANTWOORDEN), opdracht, VAKANTWOORD)
    stad.vooruit(minutes=1)
    stad.werk()
    toneel = Toneel(stad, vraag_id, vraag.nummer)
    documenten = Berichtbijlage.objects.filter(bericht__vragen__klantvraag_id=vraag_id).values_list("document_id", flat=True)
    uuids = _list_document_uuids(stad, list(documenten))
    toneel.delen = {
        "<str:nummer>": (vraag.nummer,),
        "<int:partij_id>": (str(vraag.partij_id),),
        "<int:klantcontact_id>": (str(ontvangst.klantcontact_id),),
        "<int:bericht_id>": tuple(str(een) for een in Bericht.objects.values_list("pk", flat=True)),
        "<int:verzending_id>": tuple(str(een) for een in Verzending.objects.values_list("pk", flat=True)),
        "<uuid:ontvangst>": (str(ontvangst.uuid),),
        "<uuid:document_uuid>": uuids,
        "<uuid:uuid>": (*uuids, str(Overdracht.objects.get().uuid)),
        "<slug:cijfer>": tuple(een.value for een in Cijfer),
        "<slug:gemeente>": ("lindewaard",),
    }
    return toneel


def _draft(stad: Stad, wie: str, vraag_id: int, tekst: str) -> None:
    plek = f"vraag-{vraag_id}-antwoord"
    velden = {"tekst": [tekst], "kenmerk": ["x"]}
    save_concept(stad.handeling(wie), plek, velden, titel=ONDERWERP, url="/werkplek/", sinds=get_moment())


def _list_document_uuids(stad: Stad, ids: list[int]) -> tuple[str, ...]:
    return tuple(str(een.uuid) for een in get_documenten(stad.systeem().raadpleging, ids).values())


def list_paden(toneel: Toneel) -> Iterator[str]:
    """Yield every address of the house, with everything of this question in it that fits."""
    for patroon, _ in list_adressen():
        if patroon.strip("/") in ZONDER_POORT:
            continue
        gebruikt = [deel for deel in toneel.delen if deel in patroon]
        for keuze in product(*(toneel.delen[deel] for deel in gebruikt)):
            pad = patroon
            for deel, waarde in zip(gebruikt, keuze, strict=True):
                pad = pad.replace(deel, waarde)
            for soort, waarde in INVULLING.items():
                while f"<{soort}:" in pad:
                    begin = pad.index(f"<{soort}:")
                    pad = pad[:begin] + waarde + pad[pad.index(">", begin) + 1 :]
            yield "/" + pad


def list_vragen(toneel: Toneel) -> list[dict[str, str]]:
    """Return what stands behind the question mark: nothing, words to search, and everything that chooses."""
    partij = toneel.delen["<int:partij_id>"][0]
    return [
        {},
        {"q": ONDERWERP},
        {"q": ADRES},
        {"q": toneel.nummer},
        {"q": f"W. {NAAM}", "lijst": "open", "partij": partij, "klant": partij, "zoek_klant": NAAM},
        {"lijst": "controleren", "team": str(toneel.stad.teams["mit"])},
        {
            "lijst": "afdeling",
            "bericht": toneel.delen["<int:bericht_id>"][0],
            "contact": toneel.delen["<int:klantcontact_id>"][0],
        },
        {"lijst": "verwerkt", "waarvoor": toneel.nummer, "hier": f"/werkplek/klantvragen/{toneel.nummer}/"},
        {"waarvoor": f"vraag-{toneel.vraag_id}", "overdracht": toneel.delen["<uuid:uuid>"][-1], "verstuurd": "1"},
        {"lijst": "onderweg"},
        {"lijst": "teruggegeven", "nummer": toneel.nummer, "zoek": NAAM, "naam": NAAM, "email": ADRES},
    ]


def read_alles(antwoord: HttpResponseBase) -> str:
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return inhoud.decode("utf-8", "replace") + "\n".join(f"{kop}: {waarde}" for kop, waarde in antwoord.headers.items())


def walk(toneel: Toneel, wie: str | None, *, alleen_lezen: bool = False) -> Iterator[tuple[str, str]]:
    """Open everything as one person, as a page, as a part and as a POST; yield what was asked and all that came back.

    With `alleen_lezen` only as a page: enough for whom it concerns, who must find each word somewhere.
    """
    client = toneel.stad.browser(wie)
    client.raise_request_exception = False
    for pad in list_paden(toneel):
        for vraag in list_vragen(toneel):
            yield f"GET {pad} {vraag}", read_alles(client.get(pad, vraag))
        if alleen_lezen:
            continue
        yield f"HX {pad}", read_alles(client.get(pad, headers={"HX-Request": "true"}))
        # To sign out would end the walk.
        if "/uit/" not in pad:
            yield f"POST {pad}", read_alles(client.post(pad))


def find_gelekt(toneel: Toneel, wie: str | None) -> list[str]:
    """Return what was found where; what was typed to search for comes back in the box, and tells nothing."""
    return [
        f"{gevraagd}: {woord}"
        for gevraagd, antwoord in walk(toneel, wie)
        for woord in (*WOORDEN, toneel.nummer)
        if woord.casefold() in antwoord.casefold() and woord.casefold() not in gevraagd.casefold()
        # Who holds the unguessable address behind his own form reads his own number there.
        if not (woord == toneel.nummer and "/bedankt/" in gevraagd)
    ]


@pytest.mark.parametrize("wie", BUITENSTAANDERS)
def test_not_a_word_reaches_who_may_not_see(toneel: Toneel, wie: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert find_gelekt(toneel, wie) == []
    logboek = "".join(capsys.readouterr())
    assert [woord for woord in (*WOORDEN, ADRES) if woord.casefold() in logboek.casefold()] == []


def test_the_same_walk_finds_every_word_for_whom_it_concerns(toneel: Toneel) -> None:
    assert find_gemist(toneel, "noor", (*WOORDEN, toneel.nummer)) == set()
    assert find_gemist(toneel, "ines", (ONDERWERP, NAAM, MAILTEKST, OPDRACHT, VAKANTWOORD)) == set()


def find_gemist(toneel: Toneel, wie: str, woorden: tuple[str, ...]) -> set[str]:
    """Return the words that stand nowhere on the walk; it ends where the last one is found."""
    gemist = set(woorden)
    for _, antwoord in walk(toneel, wie, alleen_lezen=True):
        gemist = {woord for woord in gemist if woord not in antwoord}
        if not gemist:
            break
    return gemist


def test_no_fact_and_no_mail_to_a_colleague_tells_a_word(toneel: Toneel) -> None:
    feiten = str(list(Gebeurtenis.objects.values_list("inhoud", flat=True)))
    alarmen = str(
        list(Bericht.objects.exclude(vragen__klantvraag_id=toneel.vraag_id).values_list("onderwerp", "tekst", "aan_naam"))
    )
    assert [woord for woord in WOORDEN if woord in feiten + alarmen] == []


def test_nobody_follows_live_what_he_may_not_see(toneel: Toneel) -> None:
    lijsten = [f"vraag-{toneel.vraag_id}", f"lezers-{toneel.vraag_id}"]

    def volg(wie: str) -> list[str]:
        sessie = toneel.stad.browser(wie).cookies[settings.SESSION_COOKIE_NAME].value
        return async_to_sync(mag_volgen)({settings.SESSION_COOKIE_NAME: sessie}, lijsten)

    assert volg("noor") == lijsten
    assert [wie for wie in BUITENSTAANDERS if wie and volg(wie)] == []


def test_the_answer_is_the_same_as_for_a_number_that_does_not_exist(toneel: Toneel) -> None:
    geen = "2026-999999-9"
    client = toneel.stad.kim
    paden = {pad for pad in list_paden(toneel) if toneel.nummer in pad}
    assert len(paden) > 10
    for pad in sorted(paden):
        assert _ask(client, pad, toneel.nummer) == _ask(client, pad.replace(toneel.nummer, geen), geen), pad


def _ask(client: Client, pad: str, nummer: str) -> list[tuple[int, str, dict[str, str]]]:
    antwoorden = [client.get(pad), client.get(pad, headers={"HX-Request": "true"}), client.post(pad, {"actie": "markeren"})]
    wisselend = {"X-Request-ID", "Server-Timing"}
    return [
        (
            een.status_code,
            een.content.decode().replace(nummer, "NUMMER"),
            {k: v for k, v in een.headers.items() if k not in wisselend},
        )
        for een in antwoorden
    ]
