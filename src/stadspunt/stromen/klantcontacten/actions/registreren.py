"""Register a contact with its questions."""

from dataclasses import dataclass, replace

from django.db import connection

from stadspunt.bronnen.organisatie.queries import get_ingangen
from stadspunt.bronnen.producten.queries import get_producten
from stadspunt.bronnen.termijnen.queries import get_kalender, get_norm_werkdagen
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.live import announce
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.nummer import format_nummer
from stadspunt.stromen.klantcontacten.events import (
    KlantcontactGeregistreerd,
    KlantvraagAfgehandeld,
    KlantvraagGeopend,
    KlantvraagVertrouwelijkGemaakt,
)
from stadspunt.stromen.klantcontacten.geheimhouding import add_registrator, demand_houder
from stadspunt.stromen.klantcontacten.models import (
    Antwoord,
    Contactvraag,
    Klantcontact,
    Klantvraag,
)
from stadspunt.stromen.klantcontacten.rules import (
    Antwoordwijze,
    NieuwContact,
    NieuweVraag,
    Status,
    check_contact,
    compute_belofte,
)
from stadspunt.stromen.klantcontacten.rules_vertrouwelijk import find_aanleiding
from stadspunt.stromen.klantcontacten.vergrendeling import find_blijver_id, lock_blijver


@dataclass(frozen=True, slots=True)
class Registratie:
    """What a registration made: `nieuw` is False when the same arrival was registered before."""

    klantcontact_id: int
    klantvraag_ids: tuple[int, ...]
    nieuw: bool


@action(recht="klantcontact.registreren")
def register_klantcontact(handeling: Handeling, contact: NieuwContact) -> Registratie:
    """Keep one contact, open its new questions and tie it to existing ones.

    The same `bron_sleutel` a second time changes nothing and returns what the first made,
    also when both come at once: the database has the key. Raises GeweigerdError with every
    reason, NietGevondenError for an existing question that is not for this actor.
    """
    fouten = check_contact(contact, handeling.moment)
    if fouten:
        raise GeweigerdError(*fouten)
    _demand_houder(handeling, contact)
    rij = _insert_klantcontact(handeling, contact)
    if rij is None:
        return _find_eerdere(contact)
    # What is said about a question that went into another one belongs to that one.
    blijvers = sorted({find_blijver_id(vraag_id) for vraag_id in contact.bestaande_vraag_ids})
    bestaande = tuple(dict.fromkeys(lock_blijver(handeling, vraag_id).pk for vraag_id in blijvers))
    geopend = tuple(_open_klantvraag(handeling, contact, rij, vraag) for vraag in contact.vragen)
    vraag_ids = geopend + bestaande
    Contactvraag.objects.bulk_create(Contactvraag(klantcontact=rij, klantvraag_id=vraag_id) for vraag_id in vraag_ids)
    publish(
        handeling,
        KlantcontactGeregistreerd(rij.pk, contact.gemeente_id, contact.kanaal_id, contact.richting, vraag_ids),
    )
    announce(*(f"vraag-{vraag_id}" for vraag_id in bestaande))
    return Registratie(rij.pk, vraag_ids, nieuw=True)


def _demand_houder(handeling: Handeling, contact: NieuwContact) -> None:
    """Refuse to make something confidential that nobody could handle, at the first question for which that is asked."""
    nummer = next((nummer for nummer, vraag in enumerate(contact.vragen) if vraag.vertrouwelijk), None)
    if nummer is not None:
        try:
            demand_houder(handeling, contact.gemeente_id)
        except GeweigerdError as weigering:
            fouten = (replace(fout, veld=f"vraag-{nummer}-{fout.veld}") for fout in weigering.fouten)
            raise GeweigerdError(*fouten) from weigering


def _insert_klantcontact(handeling: Handeling, contact: NieuwContact) -> Klantcontact | None:
    """Return the new row, or None when the arrival is registered already (or just now, by another worker)."""
    rij = Klantcontact(
        gemeente_id=contact.gemeente_id,
        kanaal_id=contact.kanaal_id,
        ingang_id=contact.ingang_id,
        team_id=contact.team_id,
        medewerker_id=handeling.actor.medewerker_id,
        partij_id=contact.partij_id,
        richting=contact.richting,
        gebeurd_op=contact.gebeurd_op,
        geregistreerd_op=handeling.moment,
        samenvatting=contact.samenvatting,
        duur_seconden=contact.duur_seconden,
        bereikt=contact.bereikt,
        bron_sleutel=contact.bron_sleutel,
    )
    if contact.bron_sleutel is None:
        rij.save(force_insert=True)
        return rij
    Klantcontact.objects.bulk_create([rij], ignore_conflicts=True)
    return Klantcontact.objects.filter(uuid=rij.uuid).first()


def _find_eerdere(contact: NieuwContact) -> Registratie:
    eerder = Klantcontact.objects.get(bron_sleutel=contact.bron_sleutel)
    vraag_ids = Contactvraag.objects.filter(klantcontact=eerder).order_by("id").values_list("klantvraag_id", flat=True)
    return Registratie(eerder.pk, tuple(vraag_ids), nieuw=False)


def _next_nummer(jaar: int) -> str:
    """Return a klantvraag number that was never given out, as '2026-000123-4'. A gap after a refusal is no loss."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('klantcontacten_klantvraag_volgnummer')")
        return format_nummer(jaar, cursor.fetchone()[0])


def _open_klantvraag(handeling: Handeling, contact: NieuwContact, rij: Klantcontact, vraag: NieuweVraag) -> int:
    beantwoord = bool(vraag.antwoord.strip())
    ontvangen = to_dag(contact.gebeurd_op)
    product = get_producten([vraag.product_id]).get(vraag.product_id) if vraag.product_id else None
    ingang = get_ingangen([contact.ingang_id]).get(contact.ingang_id) if contact.ingang_id else None
    aanleiding = find_aanleiding(
        gevraagd=vraag.vertrouwelijk,
        product=product is not None and product.vertrouwelijk,
        ingang=ingang is not None and ingang.vertrouwelijk,
    )
    nieuw = Klantvraag.objects.create(
        nummer=_next_nummer(to_dag(handeling.moment).year),
        gemeente_id=contact.gemeente_id,
        eigenaar_team_id=vraag.team_id or contact.team_id,
        behandelaar_id=handeling.actor.medewerker_id,
        partij_id=contact.partij_id,
        product_id=vraag.product_id,
        kanaal_id=contact.kanaal_id,
        ingang_id=contact.ingang_id,
        onderwerp=vraag.onderwerp.strip(),
        toelichting=vraag.toelichting,
        complexiteit=vraag.complexiteit,
        taal=contact.taal,
        status=Status.AFGEHANDELD if beantwoord else _first_status(handeling),
        ontvangen_op=contact.gebeurd_op,
        beloofd_datum=compute_belofte(
            ontvangen,
            get_norm_werkdagen(contact.gemeente_id, contact.kanaal_id, ontvangen),
            product.norm_werkdagen if product else None,
            get_kalender(contact.gemeente_id),
        ),
        afgehandeld_op=handeling.moment if beantwoord else None,
        vertrouwelijk_op=handeling.moment if aanleiding else None,
    )
    publish(
        handeling,
        KlantvraagGeopend(
            nieuw.pk, rij.pk, nieuw.gemeente_id, nieuw.kanaal_id, nieuw.eigenaar_team_id, nieuw.product_id, nieuw.beloofd_datum
        ),
    )
    if aanleiding:
        add_registrator(handeling, nieuw, handeling.actor.medewerker_id)
        publish(handeling, KlantvraagVertrouwelijkGemaakt(nieuw.pk, aanleiding))
    if beantwoord:
        _give_antwoord(handeling, nieuw, vraag.antwoord)
    announce(f"team-{nieuw.eigenaar_team_id}")
    return nieuw.pk


def _first_status(handeling: Handeling) -> Status:
    """A question that an employee registers is in his hands; one that arrives by itself waits in the queue."""
    return Status.NIEUW if handeling.actor.medewerker_id is None else Status.IN_BEHANDELING


def _give_antwoord(handeling: Handeling, vraag: Klantvraag, tekst: str) -> None:
    antwoord = Antwoord.objects.create(
        klantvraag=vraag,
        medewerker_id=handeling.actor.medewerker_id,
        wijze=Antwoordwijze.MONDELING,
        tekst=tekst,
        gegeven_op=handeling.moment,
    )
    publish(handeling, KlantvraagAfgehandeld(vraag.pk, antwoord.pk, Antwoordwijze.MONDELING, eerste_contact=True))
