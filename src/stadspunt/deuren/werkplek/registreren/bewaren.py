"""From filled-in forms to one kept conversation."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.beelden import IngangBeeld, TeamBeeld
from stadspunt.bronnen.partijen.rules import Partijgegevens, check_partijgegevens
from stadspunt.deuren.werkplek.registreren.doorzetten import check_opdrachten, list_opdrachten
from stadspunt.deuren.werkplek.registreren.forms import (
    DOORZETTEN,
    LIJST,
    OPPAKKEN,
    ContactForm,
    Registratieformulieren,
    VraagForm,
)
from stadspunt.deuren.werkplek.registreren.klantkeuze import Kandidaat, list_dubbelgangers
from stadspunt.deuren.werkplek.stukken import Stukken
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.actions.stukken import register_gesprek_met_stukken
from stadspunt.stromen.klantcontacten.actions.gesprek import Gesprek
from stadspunt.stromen.klantcontacten.rules import NieuwContact, Richting, check_contact

# Names of the domain beside those of the screen.
_VELDEN = {"gebeurd_op": "datum", "duur_seconden": "duur", "vragen": None}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a contact came in and whose it becomes; without an entrance when we sought the contact, or the channel has none."""

    team: TeamBeeld
    ingang: IngangBeeld | None


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came of it: the contact, or (None) faults on the forms and who may be meant by the new client."""

    klantcontact_id: int | None = None
    dubbelgangers: tuple[Kandidaat, ...] = ()


def bewaar(
    handeling: Handeling, formulieren: Registratieformulieren, plaats: Plaats, stukken: Stukken, *, toch_nieuw: bool
) -> Uitkomst:
    """Keep the contact with its client, questions and files, or put every fault on the forms and keep nothing."""
    formulieren.has_fouten()  # checks all of them, so that every fault is told at once
    klant = _get_nieuwe_klant(formulieren)
    dubbelgangers = (
        tuple(list_dubbelgangers(handeling.raadpleging, klant, plaats.team.gemeente_id)) if klant and not toch_nieuw else ()
    )
    if dubbelgangers:
        formulieren.klant.add_error(
            None, "We kennen dit adres of nummer al. Kies de klant, of geef aan dat het iemand anders is."
        )
    vragen = formulieren.list_gebruikte_vragen()
    _check_bereikbaar(formulieren.contact, vragen, klant)
    if stukken.fout:
        formulieren.contact.add_error("bijlagen", stukken.fout)
    fouten = check_partijgegevens(klant) if klant else ()
    if not formulieren.contact.errors:
        los = _build_gesprek(handeling, formulieren.contact, (), klant, plaats).contact
        fouten += tuple(fout for fout in check_contact(los, handeling.moment) if fout.veld != "vragen" or not vragen)
        check_opdrachten(handeling, los, vragen)
    for fout in fouten:
        _add_fout(formulieren, vragen, fout)
    if formulieren.has_fouten():
        return Uitkomst(dubbelgangers=dubbelgangers)
    try:
        gesprek = _build_gesprek(handeling, formulieren.contact, vragen, klant, plaats)
        gemaakt = register_gesprek_met_stukken(handeling, gesprek, stukken.document_ids, list_opdrachten(vragen))
    except GeweigerdError as weigering:
        for fout in weigering.fouten:
            _add_fout(formulieren, vragen, fout)
        return Uitkomst()
    return Uitkomst(gemaakt.klantcontact_id)


def _get_nieuwe_klant(formulieren: Registratieformulieren) -> Partijgegevens | None:
    """Return the client to add; nobody when a known one was chosen."""
    if formulieren.contact.klant is not None or formulieren.klant.errors:
        return None
    return formulieren.klant.get_gegevens()


def _check_bereikbaar(contact: ContactForm, vragen: tuple[VraagForm, ...], klant: Partijgegevens | None) -> None:
    """Who must get an answer later has to be known, unless he does not want that: a call-back to nobody gets lost."""
    if contact.klant is not None or klant is not None or contact.cleaned_data.get("anoniem"):
        return
    if any(form.cleaned_data.get("resultaat") in (OPPAKKEN, LIJST, DOORZETTEN) for form in vragen):
        contact.add_error(
            "anoniem", "Wie krijgt straks het antwoord? Kies een klant, vul een nieuwe in, of kies ‘blijft anoniem’."
        )


def _build_gesprek(
    handeling: Handeling, contact: ContactForm, vragen: tuple[VraagForm, ...], klant: Partijgegevens | None, plaats: Plaats
) -> Gesprek:
    schoon = contact.cleaned_data
    onderwerpen = "; ".join(form.cleaned_data["onderwerp"].strip() for form in vragen)
    nieuw = NieuwContact(
        gemeente_id=plaats.team.gemeente_id,
        kanaal_id=schoon["kanaal"],
        ingang_id=plaats.ingang.id if plaats.ingang else None,
        team_id=plaats.team.id,
        gebeurd_op=contact.get_gebeurd_op(),
        richting=Richting(schoon["richting"]),
        partij_id=contact.klant.id if contact.klant else None,
        samenvatting=schoon["samenvatting"].strip() or onderwerpen,
        duur_seconden=contact.compute_duur(handeling.moment),
        bereikt=contact.get_bereikt(),
        bron_sleutel=contact.get_bron_sleutel(handeling.actor.medewerker_id),
        taal=contact.klant.taalcode if contact.klant else klant.voorkeurstaal if klant else "nl",
        vragen=tuple(form.get_vraag() for form in vragen),
        bestaande_vraag_ids=tuple(schoon["bestaande"]),
    )
    lijst = frozenset(positie for positie, form in enumerate(vragen) if form.cleaned_data["resultaat"] == LIJST)
    return Gesprek(nieuw, klant, lijst)


def _add_fout(formulieren: Registratieformulieren, vragen: tuple[VraagForm, ...], fout: Fout) -> None:
    """Put a refusal of the domain at the field that the agent knows it by."""
    delen = fout.veld.split("-")
    if delen[0] == "vraag" and len(delen) == 3 and int(delen[1]) < len(vragen):
        vragen[int(delen[1])].add_error(delen[2], fout.tekst)
    elif fout.veld in formulieren.klant.fields:
        formulieren.klant.add_error(fout.veld, fout.tekst)
    else:
        veld = _VELDEN.get(fout.veld, fout.veld)
        formulieren.contact.add_error(veld if veld in formulieren.contact.fields else None, fout.tekst)
