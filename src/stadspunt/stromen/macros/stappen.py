"""How each step of a macro is done: by the action with which a person does it. For this room only."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_teams
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.bronnen.tekstblokken.queries import list_bruikbare_tekstblokken
from stadspunt.bronnen.tekstblokken.rules import VRAAGVELDEN
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.fundament.concepten.actions import save_concept
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.waarden.invulplekken import fill_of_markeer, list_open_plekken
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord, send_tussenbericht
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet
from stadspunt.stromen.correspondentie.queries.velden import get_veldwaarden
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie, claim_klantvraag, drop_klantvraag, record_antwoord
from stadspunt.stromen.klantcontacten.actions.wijzigen import Vraaggegevens, move_klantvraag, update_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Complexiteit, Vervalreden
from stadspunt.stromen.macros.rules import Stap, Stapsoort
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag
from stadspunt.stromen.overdracht.rules import Voorstel, Vorm, compute_terugdatum

_WEG = Fout("weg", "Deze macro gebruikt iets wat er niet meer is. Vraag uw beheerder om de macro aan te passen.")


@dataclass(slots=True)
class Sporen:
    """What the steps made, so that it can be taken back. Numbers are ids; '' and 0 mean: nothing."""

    notitie_ids: list[int] = field(default_factory=list)
    antwoord_ids: list[int] = field(default_factory=list)
    overdracht_id: int = 0
    bericht_id: int = 0
    conceptplek: str = ""
    conceptversie: int = 0


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One step to do on one question; `kenmerk` makes a message the same one when it is sent twice."""

    handeling: Handeling
    klantvraag_id: int
    stap: Stap
    kenmerk: UUID
    url: str

    def get_vraag(self) -> KlantvraagBeeld:
        """Return the question as it stands after the steps before this one; it is locked."""
        return get_klantvragen(self.handeling.raadpleging, [self.klantvraag_id])[self.klantvraag_id]

    def fill(self, tekst: str) -> str:
        """Return a text with its fields. Raises GeweigerdError when the record does not know one."""
        gevuld = fill_of_markeer(tekst, get_veldwaarden(self.handeling.raadpleging, self.klantvraag_id).waarden, VRAAGVELDEN)
        if open_plekken := list_open_plekken(gevuld):
            raise GeweigerdError(*(Fout("open-plek", f"Dit is nog niet bekend: {plek}.") for plek in open_plekken))
        return gevuld


def do_stap(opdracht: Opdracht, sporen: Sporen) -> str:
    """Do one step and return in Dutch what it did. Raises what the action raises that does it."""
    return _STAPPEN[opdracht.stap.soort](opdracht, sporen)


def _set_product(opdracht: Opdracht, sporen: Sporen) -> str:
    vraag, product_id = opdracht.get_vraag(), opdracht.stap.id
    namen = {een.id: een.naam for een in get_producten([een for een in (product_id, vraag.product_id) if een]).values()}
    if product_id not in namen:
        raise GeweigerdError(_WEG)
    _update(opdracht, vraag, Vraaggegevens(vraag.onderwerp, product_id, Complexiteit(vraag.complexiteit)))
    return f"Product: {namen[product_id]} (was: {namen.get(vraag.product_id or 0, 'geen')})"


def _set_complexiteit(opdracht: Opdracht, sporen: Sporen) -> str:
    vraag, nieuw = opdracht.get_vraag(), Complexiteit(opdracht.stap.waarde)
    _update(opdracht, vraag, Vraaggegevens(vraag.onderwerp, vraag.product_id, nieuw))
    return f"Soort vraag: {nieuw} (was: {vraag.complexiteit})"


def _update(opdracht: Opdracht, vraag: KlantvraagBeeld, gegevens: Vraaggegevens) -> None:
    update_klantvraag(opdracht.handeling, vraag.id, gegevens, vraag.versie)


def _move(opdracht: Opdracht, sporen: Sporen) -> str:
    vraag = opdracht.get_vraag()
    teams = {een.id: een.naam for een in list_teams([vraag.gemeente_id])}
    if opdracht.stap.id is None or opdracht.stap.id not in teams:
        raise GeweigerdError(_WEG)
    move_klantvraag(opdracht.handeling, vraag.id, opdracht.stap.id, vraag.versie)
    return f"Naar team: {teams[opdracht.stap.id]} (was: {teams.get(vraag.team_id, 'een ander team')})"


def _claim(opdracht: Opdracht, sporen: Sporen) -> str:
    claim_klantvraag(opdracht.handeling, opdracht.klantvraag_id)
    return "Opgepakt"


def _write_notitie(opdracht: Opdracht, sporen: Sporen) -> str:
    tekst = opdracht.stap.tekst
    if opdracht.stap.id is not None:
        bruikbaar = {een.id: een for een in list_bruikbare_tekstblokken(opdracht.handeling.raadpleging)}
        if opdracht.stap.id not in bruikbaar:
            raise GeweigerdError(_WEG)
        tekst = bruikbaar[opdracht.stap.id].tekst_nl
    sporen.notitie_ids.append(add_notitie(opdracht.handeling, opdracht.klantvraag_id, opdracht.fill(tekst)))
    return "Notitie geschreven"


def _begin_antwoord(opdracht: Opdracht, sporen: Sporen) -> str:
    """Put a template into the answer that this employee is about to write; what he wrote already stays."""
    plek, raadpleging = f"vraag-{opdracht.klantvraag_id}-antwoord", opdracht.handeling.raadpleging
    if find_concept(raadpleging, plek) is not None:
        raise AchterhaaldError(
            Fout("al-begonnen", "U schrijft al een antwoord op deze vraag. Verstuur dat, of gooi het eerst weg.")
        )
    opzet, (naam, soort) = _read_sjabloon(opdracht)
    velden = {
        "aan": [opzet.aan], "onderwerp": [opzet.onderwerp], "tekst": [opzet.tekst], "soort": [soort],
        "kenmerk": [str(opzet.kenmerk)], "citeer": ["on"],
    }  # fmt: skip
    moment = opdracht.handeling.moment
    titel = opdracht.get_vraag().onderwerp
    sporen.conceptversie = save_concept(opdracht.handeling, plek, velden, titel=titel, url=opdracht.url, sinds=moment)
    sporen.conceptplek = plek
    return f"Antwoord begonnen met sjabloon ‘{naam}’"


def _read_sjabloon(opdracht: Opdracht) -> tuple[Antwoordopzet, tuple[str, str]]:
    """Return the message that the template becomes, with the name of the template and the kind of message."""
    opzet = get_opzet(opdracht.handeling.raadpleging, opdracht.klantvraag_id, opdracht.stap.id)
    sjabloon = next((een for een in opzet.sjablonen if een.id == opdracht.stap.id), None)
    if sjabloon is None:
        raise GeweigerdError(Fout("past-niet", "Het sjabloon van deze macro past niet bij deze vraag."))
    return Antwoordopzet(opzet.aan, opzet.onderwerp, opzet.tekst, opdracht.kenmerk), (sjabloon.naam, sjabloon.soort)


def _hand_over(opdracht: Opdracht, sporen: Sporen) -> str:
    vraag, stap = opdracht.get_vraag(), opdracht.stap
    afdelingen = {een.id: een.naam for een in list_afdelingen([vraag.gemeente_id])}
    if stap.id is None or stap.id not in afdelingen:
        raise GeweigerdError(_WEG)
    terug_op = compute_terugdatum(vraag.beloofd, get_kalender(vraag.gemeente_id), opdracht.handeling.vandaag)
    voorstel = Voorstel(stap.id, opdracht.fill(stap.tekst), Vorm(stap.waarde), terug_op)
    sporen.overdracht_id = hand_over_klantvraag(opdracht.handeling, vraag.id, voorstel)
    return f"Overgedragen aan {afdelingen[stap.id]}, terug op {format_dag(terug_op)}"


def _send(opdracht: Opdracht, sporen: Sporen) -> str:
    opzet, (naam, soort) = _read_sjabloon(opdracht)
    send = send_antwoord if soort == Berichtsoort.ANTWOORD else send_tussenbericht
    sporen.bericht_id = send(opdracht.handeling, opdracht.klantvraag_id, opzet)
    return f"E-mail klaargezet met sjabloon ‘{naam}’"


def _answer(opdracht: Opdracht, sporen: Sporen) -> str:
    tekst, wijze = opdracht.fill(opdracht.stap.tekst), Antwoordwijze(opdracht.stap.waarde)
    sporen.antwoord_ids.append(record_antwoord(opdracht.handeling, opdracht.klantvraag_id, tekst, wijze))
    return f"Vastgelegd dat de klant antwoord heeft ({wijze})"


def _drop(opdracht: Opdracht, sporen: Sporen) -> str:
    reden = Vervalreden(opdracht.stap.waarde)
    drop_klantvraag(opdracht.handeling, opdracht.klantvraag_id, reden)
    return f"Vervallen: {reden}"


_STAPPEN: dict[Stapsoort, Callable[[Opdracht, Sporen], str]] = {
    Stapsoort.PRODUCT: _set_product,
    Stapsoort.COMPLEXITEIT: _set_complexiteit,
    Stapsoort.TEAM: _move,
    Stapsoort.OPPAKKEN: _claim,
    Stapsoort.NOTITIE: _write_notitie,
    Stapsoort.SJABLOON: _begin_antwoord,
    Stapsoort.OVERDRAGEN: _hand_over,
    Stapsoort.VERSTUREN: _send,
    Stapsoort.BEANTWOORD: _answer,
    Stapsoort.VERVALLEN: _drop,
}
