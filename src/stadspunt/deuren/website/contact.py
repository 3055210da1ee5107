"""Put a question."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from django.db import DatabaseError
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stadspunt.bronnen.organisatie.beelden import IngangBeeld
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.website.forms import ContactForm
from stadspunt.deuren.website.gemeente import Plek, find_formulier, find_plek
from stadspunt.deuren.website.start import toon_keuze
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.rem import pass_rem, to_remsleutel
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.actions.ontvangen import receive_formulier
from stadspunt.stromen.intake.actions.verwerken import process_ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import find_uitkomst
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.klantcontacten.queries import get_klantvraag

# A household or an office behind one address may ask this often within an hour; a robot asks more.
MAX_PER_UUR = 20
_MAX_SLEUTEL = 64
log = structlog.get_logger(__name__)


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def contact(verzoek: Verzoek, gemeente: str = "") -> HttpResponseBase:
    """Show the form; on POST keep what was sent, register it, and show its number.

    What arrives is stored before anything is done with it. The same form sent twice is one
    question: the form carries a key that is used once, and the same words of the same sender
    are the same question for some hours.
    """
    plek = find_plek(verzoek)
    if plek.gemeente is None:
        return toon_keuze(verzoek, plek, "contact")
    ingang = find_formulier(plek.gemeente)
    if ingang is None:
        return toon(verzoek, "website/geen_formulier.html", {"gemeente": plek.gemeente}, status=404)
    if verzoek.method != "POST":
        return _toon_form(verzoek, plek, ContactForm(initial={"eenmalig": uuid4().hex}))
    form = ContactForm(verzoek.POST, verzoek.FILES)
    if not form.is_valid():
        return _toon_form(verzoek, plek, form, status=400)
    if form.cleaned_data["website"]:
        return _toon_form(verzoek, plek, _empty_val(verzoek), status=400)
    herkomst = to_remsleutel("contactformulier", str(verzoek.META.get("REMOTE_ADDR", "")), verzoek.handeling)
    if not pass_rem(verzoek.handeling, herkomst, MAX_PER_UUR, timedelta(hours=1)):
        te_vaak = _("Vanaf uw internetverbinding zijn kort na elkaar veel vragen gesteld. Wacht een uur en probeer het opnieuw.")
        form.add_error(None, te_vaak)
        return _toon_form(verzoek, plek, form, status=429)
    return redirect(plek.build_url("bedankt", ontvangst=_receive(verzoek, form, ingang)))


def _toon_form(verzoek: Verzoek, plek: Plek, form: ContactForm, status: int = 200) -> HttpResponseBase:
    """Show the form with all that was typed; chosen files are named, for a browser does not send them again by itself."""
    kwijt = tuple(bestand.name or "" for bestand in verzoek.FILES.getlist("bestanden"))
    inhoud = {"form": form, "bestanden_kwijt": kwijt, "gemeente": plek.gemeente, "keuze": len(plek.gemeenten) > 1}
    return toon(verzoek, "website/contact.html", inhoud, status=status)


def _empty_val(verzoek: Verzoek) -> ContactForm:
    """Return the form with the trap emptied: a browser that filled it in by itself comes through at the second press."""
    gegevens = verzoek.POST.copy()
    gegevens["website"] = ""
    form = ContactForm(gegevens)
    form.add_error(
        None,
        _(
            "In een verborgen veld stond tekst. Dat doet uw browser soms vanzelf. "
            "Wij hebben dat veld leeggemaakt. Druk nog een keer op Versturen."
        ),
    )
    return form


def _receive(verzoek: Verzoek, form: ContactForm, ingang: IngangBeeld) -> UUID:
    """Store the form, then register it at once so that the visitor sees his number; returns the key of the arrival."""
    gegevens = form.cleaned_data
    anoniem = bool(gegevens["anoniem"])
    ontvangen = receive_formulier(
        verzoek.handeling,
        ingang.id,
        Formulierinzending(
            naam="" if anoniem else gegevens["naam"],
            email="" if anoniem else gegevens["email"],
            telefoon="" if anoniem else gegevens["telefoon"],
            onderwerp=gegevens["onderwerp"],
            vraag=gegevens["vraag"],
            taal=(get_language() or "nl")[:2],
        ),
        tuple((bestand.name or "bestand", bestand.read()) for bestand in gegevens["bestanden"]),
        str(gegevens["eenmalig"])[:_MAX_SLEUTEL] or uuid4().hex,
        # Only this browser holds it; it goes in as part of a hash that nobody can read back.
        str(verzoek.META.get("CSRF_COOKIE", "")),
    )
    # Stored is stored: when registering fails here, the worker does it again and the number goes by mail.
    try:
        process_ontvangst(build_systeem("website", verzoek.handeling.moment), ontvangen.id, wacht=True)
    except DatabaseError:
        log.warning("formulier_wacht_op_database", ontvangst_id=ontvangen.id)
    return ontvangen.uuid


@dataclass(frozen=True, slots=True)
class Bevestigd:
    """What a sender hears of his question."""

    nummer: str
    beloofd: str


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def bedankt(verzoek: Verzoek, ontvangst: UUID, gemeente: str = "") -> HttpResponseBase:
    """Show the number of what was just sent, and what happens next; the address is known to the sender only."""
    systeem = build_systeem("website", verzoek.handeling.moment).raadpleging
    uitkomst = find_uitkomst(verzoek.raadpleging, ontvangst)
    vragen = [Bevestigd(nummer, date_format(get_klantvraag(systeem, nummer).beloofd, "l j F Y")) for nummer in uitkomst.nummers]
    return toon(verzoek, "website/bedankt.html", {"vragen": vragen, "antwoord_per": uitkomst.antwoord_per})
