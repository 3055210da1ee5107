"""From what stands in the registration screen to its forms and to what the template draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from stadspunt.bronnen.organisatie.beelden import TeamBeeld
from stadspunt.bronnen.producten.queries import ProductBeeld
from stadspunt.deuren.werkplek.klantzijde import Klantzijde, find_klantzijde
from stadspunt.deuren.werkplek.registreren.forms import RESULTATEN, ContactForm, KlantForm, Registratieformulieren, VraagForm
from stadspunt.deuren.werkplek.registreren.invulling import Invulling
from stadspunt.deuren.werkplek.registreren.omgeving import Omgeving
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.velden import Foutregel, list_foutregels
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN


@dataclass(frozen=True, slots=True)
class Vraagdeel:
    """One question in the screen, with the product that was chosen for it."""

    nummer: int
    form: VraagForm
    product: ProductBeeld | None

    @property
    def onderwerp(self) -> str:
        """What the question is about, as the menu names it; '' as long as nothing was filled in."""
        return str(self.form["onderwerp"].value() or self.form["product"].value() or "").strip()

    @property
    def resultaat(self) -> str:
        """What is done with it, in the words of the screen; '' as long as that was not chosen."""
        return dict(RESULTATEN).get(str(self.form["resultaat"].value()), "")

    @property
    def versturen(self) -> str:
        """The name of its button that sends, as the place where the cursor goes."""
        return f"vraag-{self.nummer}-versturen"


def build_formulieren(
    raadpleging: Raadpleging, invulling: Invulling, omgeving: Omgeving, team: TeamBeeld, geopend_op: datetime
) -> Registratieformulieren:
    """Return the forms with what was typed, without checking anything yet."""
    producten, afdelingen = omgeving.get_producten_op_naam(team.gemeente_id), omgeving.list_afdelingen(team.gemeente_id)
    contact = ContactForm(omgeving.kanalen, omgeving.teams, geopend_op, initial=_met_inhoud(invulling.waarden))
    _offer_vragen(raadpleging, contact, find_gekozen_klant(raadpleging, invulling, team), invulling)
    vragen = tuple(
        VraagForm(producten, afdelingen, prefix=f"vraag-{nummer}", initial=_met_inhoud(invulling.get_vraag(nummer)))
        for nummer in range(invulling.aantal)
    )
    return Registratieformulieren(contact, KlantForm(omgeving.kanalen, initial=invulling.waarden), vragen)


def bind_formulieren(
    raadpleging: Raadpleging,
    gegevens: QueryDict,
    invulling: Invulling,
    omgeving: Omgeving,
    team: TeamBeeld,
    geopend_op: datetime,
) -> Registratieformulieren:
    """Return the forms ready to be checked. A question left blank beside others is not asked for."""
    producten, afdelingen = omgeving.get_producten_op_naam(team.gemeente_id), omgeving.list_afdelingen(team.gemeente_id)
    contact = ContactForm(omgeving.kanalen, omgeving.teams, geopend_op, data=gegevens)
    _offer_vragen(raadpleging, contact, find_gekozen_klant(raadpleging, invulling, team), invulling)
    mag_leeg = invulling.aantal > 1 or bool(gegevens.getlist("bestaande"))
    vragen = tuple(
        VraagForm(producten, afdelingen, prefix=f"vraag-{nummer}", data=gegevens, empty_permitted=mag_leeg)
        for nummer in range(invulling.aantal)
    )
    return Registratieformulieren(contact, KlantForm(omgeving.kanalen, data=gegevens), vragen)


def _met_inhoud(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty, so that the form's own beginning (now, simple, incoming) stays."""
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in ("", [], None)}


def find_gekozen_klant(raadpleging: Raadpleging, invulling: Invulling, team: TeamBeeld) -> Klantzijde | None:
    """Return the client that was chosen, None when there is none or he belongs to another municipality."""
    tekst = str(invulling.waarden.get("partij", ""))
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 18):
        return None
    try:
        klant = find_klantzijde(raadpleging, int(tekst))
    except NietGevondenError:
        return None
    return klant if klant is not None and klant.gemeente_id == team.gemeente_id else None


def _offer_vragen(raadpleging: Raadpleging, contact: ContactForm, klant: Klantzijde | None, invulling: Invulling) -> None:
    """Let the agent choose from the open questions of the client: the first ones, and those that he added from their page."""
    contact.klant = klant
    if klant is None:
        return
    keuzes = {vraag.id: f"{vraag.nummer} {vraag.onderwerp}" for vraag in klant.andere_vragen}
    gekozen = {
        int(een) for een in invulling.waarden.get("bestaande") or () if een.isascii() and een.isdecimal() and len(een) < 18
    }
    for vraag in get_klantvragen(raadpleging, gekozen - keuzes.keys()).values():
        if vraag.partij_id == klant.id and vraag.status in OPEN_STATUSSEN:
            keuzes[vraag.id] = f"{vraag.nummer} {vraag.onderwerp}"
    contact.offer_vragen(list(keuzes.items()))


def build_inhoud(
    invulling: Invulling, formulieren: Registratieformulieren, omgeving: Omgeving, team: TeamBeeld
) -> dict[str, Any]:
    """Return what the template draws."""
    producten = omgeving.get_producten_op_naam(team.gemeente_id)
    waarden = invulling.waarden
    return {
        "contact": formulieren.contact,
        "klantform": formulieren.klant,
        "klant": formulieren.contact.klant,
        "vragen": [
            Vraagdeel(nummer, form, producten.get(str(form["product"].value() or "").strip().casefold()))
            for nummer, form in enumerate(formulieren.vragen)
        ],
        "aantal": len(formulieren.vragen),
        "meer_teams": len(omgeving.teams) > 1,
        "producten": omgeving.list_producten(team.gemeente_id),
        "snelcodes": omgeving.list_snelcodes(team.gemeente_id),
        "zoek_klant": waarden.get("zoek_klant", ""),
        "nieuw_open": bool(waarden.get("nieuw_open") or any(waarden.get(veld) for veld in ("naam", "email", "telefoon"))),
        "fouten": list_fouten(formulieren),
    }


def list_fouten(formulieren: Registratieformulieren) -> tuple[Foutregel, ...]:
    """Return every fault of all forms, in the order of the screen; a question says which one it is."""
    if not formulieren.contact.is_bound:
        return ()
    fouten = list_foutregels(formulieren.contact) + list_foutregels(formulieren.klant)
    for nummer, form in enumerate(formulieren.vragen):
        voor = f"Vraag {nummer + 1}: " if len(formulieren.vragen) > 1 else ""
        fouten += tuple(Foutregel(voor + regel.tekst, regel.doel) for regel in list_foutregels(form))
    return fouten
