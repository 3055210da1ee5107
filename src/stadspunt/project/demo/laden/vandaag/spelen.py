"""Play an ordinary piece of work: it comes in, somebody takes it, it goes to the department and comes back."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from stadspunt.fundament.tijd.dagen import NEDERLAND, to_dag, to_moment
from stadspunt.project.demo.laden.vandaag.binnenkomst import Post, hash_text, receive_form, receive_mail
from stadspunt.project.demo.laden.vandaag.handelingen import give_back, hand_over, register_gesprek, take_vraag
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.project.demo.laden.vandaag.werkstukken import Werkstuk
from stadspunt.project.demo.onderwerpkeuze import PASSENDE_ONDERWERPEN
from stadspunt.project.demo.producten import PRODUCT_PER_CODE
from stadspunt.project.demo.slots import fill_slots, find_woonplek
from stadspunt.project.demo.teksten import CASUSSEN
from stadspunt.project.demo.teksten.vervolg import AFSLUITINGEN
from stadspunt.project.demo.teksten.vorm import Casus
from stadspunt.project.demo.toeval import Toeval
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuweVraag
from stadspunt.stromen.overdracht.actions.beantwoorden import claim_overdracht
from stadspunt.stromen.overdracht.actions.toetsen import record_toetsing
from stadspunt.stromen.overdracht.rules import Oordeel, Toetspunt

_CASUS_PER_ONDERWERP = {casus.onderwerp: casus for casus in CASUSSEN}
_GESPROKEN = frozenset({"telefoon", "balie-stadhuis", "balie-de-schakel"})
_NA_BALIE = timedelta(minutes=12)


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words of a piece: `bron` is what was written or noted, with its gaps still open."""

    casus: Casus
    bron: str
    onderwerp: str
    vulling: dict[str, str]
    naam: str
    email: str

    def fill(self, tekst: str) -> str:
        """Return a text of the case with its gaps filled."""
        return tekst.format_map(self.vulling)


def find_woorden(toneel: Toneel, stuk: Werkstuk, moment: datetime) -> Woorden:
    """Return the words of `stuk`, the same every time for the same day."""
    plek = toneel.find_klant(stuk.klant, organisatie=stuk.organisatie)
    klant = toneel.partijen[plek]
    toeval = Toeval(hash_text(stuk.naam), 3)
    bedrijf = klant.naam if stuk.organisatie else ""
    vulling = fill_slots(toeval, to_dag(moment), toneel.rooster, find_woonplek(plek), bedrijf)
    casus = _CASUS_PER_ONDERWERP[stuk.casus]
    bron = casus.notities[stuk.variant] if stuk.ingang in _GESPROKEN else casus.vragen[stuk.variant].tekst
    onderwerp = toeval.kies(PASSENDE_ONDERWERPEN[casus.onderwerp, bron]).format_map(vulling)
    return Woorden(casus, bron, onderwerp, vulling, klant.naam, klant.email)


def play_werkstuk(toneel: Toneel, stuk: Werkstuk) -> int:
    """Play one piece from its first moment to where it stands now; returns its question."""
    moment = toneel.back(stuk.dagen, stuk.tijd)
    woorden = find_woorden(toneel, stuk, moment)
    with toneel.op(moment):
        vraag_id = _open(toneel, stuk, woorden)
    if not stuk.door:
        return vraag_id
    gepakt = _find_werkmoment(toneel, moment, minuten=35)
    with toneel.op(gepakt):
        take_vraag(toneel, stuk.door, vraag_id, woorden.casus.product, woorden.casus.zwaarte.value)
    if stuk.terug is not None:
        _play_overdracht(toneel, stuk, woorden, vraag_id, gepakt + _NA_BALIE)
    return vraag_id


def _open(toneel: Toneel, stuk: Werkstuk, woorden: Woorden) -> int:
    casus = woorden.casus
    if stuk.ingang == "formulier":
        inzending = Formulierinzending(
            woorden.naam, woorden.email, "", woorden.onderwerp, woorden.fill(woorden.bron), casus.product
        )
        return receive_form(toneel, inzending)
    if stuk.ingang.startswith("mail"):
        toon = casus.vragen[stuk.variant].toon
        tekst = f"{woorden.fill(woorden.bron)}\n\n{AFSLUITINGEN[toon][-1].format(naam=woorden.naam)}".rstrip()
        vraag_id = receive_mail(toneel, Post(woorden.naam, woorden.email, woorden.onderwerp, tekst, stuk.ingang))
        if vraag_id is None:
            raise RuntimeError(f"{stuk.naam} became no question")
        return vraag_id
    klant = toneel.find_klant(stuk.klant, organisatie=stuk.organisatie)
    vraag = NieuweVraag(
        woorden.onderwerp,
        woorden.fill(woorden.bron),
        toneel.inrichting.producten[casus.product],
        Complexiteit(casus.zwaarte.value),
    )
    return register_gesprek(toneel, stuk.door, stuk.ingang, klant, [vraag])[0]


def _find_werkmoment(toneel: Toneel, moment: datetime, minuten: int) -> datetime:
    """Return when somebody gets to it: `minuten` later within office hours, but never in the future."""
    wandklok = moment.astimezone(NEDERLAND).replace(tzinfo=None)
    later = toneel.rooster.add_werktijd(wandklok, minuten)
    return min(to_moment(later.date(), later.time()), toneel.nu - timedelta(seconds=2))


def _play_overdracht(toneel: Toneel, stuk: Werkstuk, woorden: Woorden, vraag_id: int, moment: datetime) -> None:
    casus = woorden.casus
    afdeling = casus.afdeling or PRODUCT_PER_CODE[casus.product].afdeling
    with toneel.op(moment):
        terug_op = max(toneel.straks(stuk.terug or 0), toneel.als(stuk.door).vandaag)
        overdracht_id = hand_over(toneel, stuk.door, vraag_id, afdeling, woorden.fill(casus.gevraagd), terug_op)
    if not stuk.vakmedewerker:
        return
    if stuk.terug_sinds is None:
        with toneel.op(_find_werkmoment(toneel, moment, minuten=60)):
            claim_overdracht(toneel.als(stuk.vakmedewerker), overdracht_id)
        return
    terug = max(toneel.back(stuk.terug_sinds, time(11, 20)), moment + _NA_BALIE)
    with toneel.op(terug):
        give_back(toneel, stuk.vakmedewerker, overdracht_id, woorden.fill(casus.vakantwoord))
    if stuk.getoetst:
        with toneel.op(max(toneel.back(0, time(8, 50)), terug + _NA_BALIE)):
            oordelen = {punt: Oordeel(akkoord=True) for punt in Toetspunt}
            record_toetsing(toneel.als(stuk.door), overdracht_id, oordelen)
