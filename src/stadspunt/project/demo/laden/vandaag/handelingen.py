"""What people do with a question: register a call, take it, hand it over, answer."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid5

from django.db import connection

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.project.demo.kanalen import INGANG_PER_CODE, Kanaal
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.klantcontacten.actions.behandelen import claim_klantvraag
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens, update_klantvraag
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuwContact, NieuweVraag
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht, return_overdracht
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm

_DEMO = UUID("7f0f6c52-2f0e-4c0e-8d0a-1e5d0c0ffee1")
REDEN_LATER = "De klant weet dat de afdeling meer tijd nodig heeft en vindt dat goed."


def register_gesprek(
    toneel: Toneel,
    login: str,
    ingang: str,
    klant: int | None,
    vragen: Sequence[NieuweVraag],
    samenvatting: str = "",
    duur: int = 240,
) -> tuple[int, ...]:
    """Register a call, a visit or a letter at the moment where the clock stands; returns its questions."""
    waar = INGANG_PER_CODE[ingang]
    contact = NieuwContact(
        gemeente_id=toneel.inrichting.gemeente_id,
        kanaal_id=toneel.inrichting.kanalen[waar.kanaal.value],
        team_id=toneel.inrichting.teams[waar.wachtrij],
        ingang_id=toneel.inrichting.ingangen[ingang],
        gebeurd_op=get_moment(),
        partij_id=None if klant is None else toneel.partij_ids[klant],
        samenvatting=samenvatting or "; ".join(vraag.onderwerp for vraag in vragen),
        duur_seconden=None if waar.kanaal is Kanaal.POST else duur,
        vragen=tuple(vragen),
    )
    return register_klantcontact(toneel.als(login), contact).klantvraag_ids


def take_vraag(toneel: Toneel, login: str, klantvraag_id: int, product: str = "", zwaarte: str = "gemiddeld") -> None:
    """Let somebody take a question and say what it is about."""
    handeling = toneel.als(login)
    claim_klantvraag(handeling, klantvraag_id)
    vraag = get_klantvragen(handeling.raadpleging, [klantvraag_id])[klantvraag_id]
    product_id = toneel.inrichting.producten[product] if product else vraag.product_id
    gegevens = Vraaggegevens(vraag.onderwerp, product_id, Complexiteit(zwaarte))
    update_klantvraag(handeling, klantvraag_id, gegevens, vraag.versie)


def hand_over(toneel: Toneel, login: str, klantvraag_id: int, afdeling: str, gevraagd: str, terug_op: date) -> int:
    """Ask a department; returns the order."""
    voorstel = Voorstel(toneel.inrichting.afdelingen[afdeling], gevraagd, Vorm.ANTWOORDTEKST, terug_op, REDEN_LATER)
    return hand_over_klantvraag(toneel.als(login), klantvraag_id, voorstel)


def give_back(toneel: Toneel, login: str, overdracht_id: int, antwoord: str) -> None:
    """Let somebody of the department take the order and answer it."""
    claim_overdracht(toneel.als(login), overdracht_id)
    return_overdracht(toneel.als(login), overdracht_id, antwoord)


def answer_by_mail(toneel: Toneel, login: str, klantvraag_id: int, aan: str, tekst: str, *, kenmerk: str = "1") -> str:
    """Write an answer by e-mail, which waits its twenty seconds; returns its Message-ID."""
    vraag = get_klantvragen(toneel.systeem().raadpleging, [klantvraag_id])[klantvraag_id]
    uniek = uuid5(_DEMO, f"{klantvraag_id}:{kenmerk}")
    concept = Antwoordopzet(aan, f"Re: {vraag.onderwerp} [{vraag.nummer}]", tekst, uniek)
    bericht_id = send_antwoord(toneel.als(login), klantvraag_id, concept)
    with connection.cursor() as cursor:
        cursor.execute("SELECT message_id FROM correspondentie_bericht WHERE id = %s", [bericht_id])
        return str(cursor.fetchone()[0])


def get_nummer(toneel: Toneel, klantvraag_id: int) -> str:
    """Return the readable number of a question."""
    return get_klantvragen(toneel.systeem().raadpleging, [klantvraag_id])[klantvraag_id].nummer
