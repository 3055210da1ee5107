"""Copy the e-mails and forms of the year: what came in, the receipt, and the answer with its delivery."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stadspunt.fundament.toegang.actor import ActorSoort
from stadspunt.project.demo import gemeente as stad
from stadspunt.project.demo.jaarvorm import Jaarcontact
from stadspunt.project.demo.kanalen import INGANG_PER_CODE, Kanaal
from stadspunt.project.demo.laden.jaarsleutels import Jaarwereld
from stadspunt.project.demo.laden.kopieren import Rij, copy_rows, make_uuid7_at, reserve_ids
from stadspunt.project.demo.organisatie import MEDEWERKER_PER_LOGIN
from stadspunt.stromen.correspondentie.rules.bevestiging import Bevestigingsinhoud, compose_bevestiging
from stadspunt.stromen.correspondentie.rules.mail import to_message_id

_BERICHT = (
    "id", "uuid", "gemeente_id", "klantcontact_id", "medewerker_id", "richting", "soort", "sleutel", "onderwerp",
    "tekst", "citaat", "html", "van_naam", "van_adres", "antwoord_adres", "aan_naam", "aan_adres", "message_id",
    "in_reply_to", "ruw_hash", "taal", "mag_automatisch_antwoord", "geregistreerd_op", "verzonden_op",
)  # fmt: skip
_VERZENDING = (
    "bericht_id", "soort", "antwoord_op_id", "sleutel", "status", "niet_voor", "pogingen", "volgende_poging_op",
    "begonnen_op", "verzonden_op", "laatste_fout", "bounce_status", "bounce_diagnose",
)  # fmt: skip
_AFZENDER = f"Gemeente {stad.NAAM}"
_INFO = INGANG_PER_CODE["mail-info"].waarde
_BEDENKTIJD = timedelta(seconds=20)
_BEVESTIGD_NA = timedelta(seconds=40)


@dataclass(frozen=True, slots=True)
class Jaarbericht:
    """One message of the year. `sleutel` is the key of its question; `contact` the place of its contact, None for a receipt."""

    moment: datetime
    sleutel: int
    richting: str
    soort: str
    onderwerp: str
    tekst: str
    taal: str
    contact: int | None
    klant: int | None
    medewerker: str = ""
    postbus: str = _INFO

    @property
    def actor_soort(self) -> ActorSoort:
        """Return what kind of actor made it."""
        return ActorSoort.MEDEWERKER if self.medewerker else ActorSoort.SYSTEEM


def list_jaarberichten(wereld: Jaarwereld) -> list[Jaarbericht]:
    """Return every message of the year, oldest first."""
    berichten: list[Jaarbericht] = []
    for plek, contact in enumerate(wereld.contacten):
        if not contact.tekst:
            continue
        sleutel = contact.vervolg_op if contact.vervolg_op is not None else contact.vragen[0].sleutel
        onderwerp = contact.onderwerp
        if contact.vervolg_op is not None:
            onderwerp = f"{onderwerp} [{wereld.nummers[sleutel]}]"
        soort = "gewoon" if contact.richting == "in" else "antwoord"
        berichten.append(
            Jaarbericht(
                moment=contact.moment,
                sleutel=sleutel,
                richting=contact.richting,
                soort=soort,
                onderwerp=onderwerp,
                tekst=contact.tekst,
                taal=contact.taal,
                contact=plek,
                klant=contact.partij,
                medewerker=contact.medewerker,
                postbus=_get_postbus(contact),
            )
        )
        if contact.vragen and contact.partij is not None:
            berichten.append(_make_bevestiging(wereld, contact, contact.partij))
    return sorted(berichten, key=lambda bericht: bericht.moment)


def _get_postbus(contact: Jaarcontact) -> str:
    return INGANG_PER_CODE[contact.ingang].waarde if contact.kanaal is Kanaal.EMAIL and contact.ingang else _INFO


def _make_bevestiging(wereld: Jaarwereld, contact: Jaarcontact, partij: int) -> Jaarbericht:
    vraag = contact.vragen[0]
    nummer = wereld.nummers[vraag.sleutel]
    inhoud = Bevestigingsinhoud(nummer, wereld.partijen[partij].naam, vraag.onderwerp, vraag.beloofd, stad.NAAM, stad.TELEFOON)
    onderwerp, tekst = compose_bevestiging(inhoud, contact.taal)
    return Jaarbericht(
        contact.moment + _BEVESTIGD_NA, vraag.sleutel, "uit", "ontvangstbevestiging", f"{onderwerp} [{nummer}]", tekst,
        contact.taal, None, partij,
    )  # fmt: skip


def load_berichten(wereld: Jaarwereld, berichten: list[Jaarbericht]) -> list[int]:
    """Copy the messages, their questions and their deliveries (all done long ago); returns the ids of the messages."""
    ids = reserve_ids("correspondentie.Bericht", len(berichten))
    uuids = [make_uuid7_at(bericht.moment) for bericht in berichten]
    copy_rows("correspondentie.Bericht", _BERICHT, _list_rijen(wereld, berichten, ids, uuids))
    copy_rows(
        "correspondentie.Berichtvraag",
        ("bericht_id", "klantvraag_id"),
        ((bericht_id, wereld.vraag_ids[bericht.sleutel]) for bericht_id, bericht in zip(ids, berichten, strict=True)),
    )
    copy_rows("correspondentie.Verzending", _VERZENDING, _list_verzendingen(wereld, berichten, ids, uuids))
    return ids


def _list_rijen(wereld: Jaarwereld, berichten: list[Jaarbericht], ids: list[int], uuids: list[UUID]) -> Iterator[Rij]:
    for bericht_id, uuid, bericht in zip(ids, uuids, berichten, strict=True):
        klant = None if bericht.klant is None else wereld.partijen[bericht.klant]
        naam, adres = (klant.naam, klant.email) if klant else ("", "")
        in_komend = bericht.richting == "in"
        afzender = MEDEWERKER_PER_LOGIN[bericht.medewerker].naam if bericht.medewerker else _AFZENDER
        vraag_id = wereld.vraag_ids[bericht.sleutel]
        yield (
            bericht_id,
            uuid,
            wereld.inrichting.gemeente_id,
            None if bericht.contact is None else wereld.contact_ids[bericht.contact],
            wereld.get_medewerker_id(bericht.medewerker),
            bericht.richting,
            bericht.soort,
            f"ontvangstbevestiging:{vraag_id}" if bericht.soort == "ontvangstbevestiging" else f"jaar:{uuid}",
            bericht.onderwerp,
            bericht.tekst,
            "",
            "",
            naam if in_komend else afzender,
            adres if in_komend else _INFO,
            "",
            "" if in_komend else naam,
            bericht.postbus if in_komend else adres,
            f"<{uuid.hex}@{adres.rpartition('@')[2] or 'example.org'}>" if in_komend else to_message_id(uuid, stad.MAILDOMEIN),
            "",
            "",
            bericht.taal,
            in_komend,
            bericht.moment,
            bericht.moment,
        )


def _list_verzendingen(wereld: Jaarwereld, berichten: list[Jaarbericht], ids: list[int], uuids: list[UUID]) -> Iterator[Rij]:
    for bericht_id, uuid, bericht in zip(ids, uuids, berichten, strict=True):
        if bericht.richting == "in":
            continue
        vraag_id = wereld.vraag_ids[bericht.sleutel]
        is_antwoord = bericht.soort == "antwoord"
        begonnen = bericht.moment - timedelta(seconds=1)
        yield (
            bericht_id,
            bericht.soort,
            vraag_id if is_antwoord else None,
            f"bericht:{uuid}" if is_antwoord else f"ontvangstbevestiging:{vraag_id}",
            "verzonden",
            bericht.moment - _BEDENKTIJD if is_antwoord else begonnen,
            1,
            begonnen,
            begonnen,
            bericht.moment,
            "",
            "",
            "",
        )
