"""Put a question."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import structlog
from django.core import signing
from django.db import DatabaseError
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stadspunt.bronnen.organisatie.queries import find_ingang
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.website.forms import ContactForm
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.rem import pass_rem, to_remsleutel
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.actions.ontvangen import receive_formulier
from stadspunt.stromen.intake.actions.verwerken import process_ontvangst
from stadspunt.stromen.intake.queries.ontvangsten import find_uitkomst
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.klantcontacten.queries import get_klantvraag

FORMULIER = "contact"
# A household or an office behind one address may ask this often within an hour; a robot asks more.
MAX_PER_UUR = 20
# Nobody reads the form, types a question and sends it within two seconds.
MINSTE_TIJD = timedelta(seconds=2)
log = structlog.get_logger(__name__)
_ONDERTEKENAAR = signing.TimestampSigner(salt="contactformulier")


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def contact(verzoek: Verzoek) -> HttpResponseBase:
    """Show the form; on POST keep what was sent, register it, and show its number.

    What arrives is stored before anything is done with it. The same form sent twice is one
    question: the form carries a key that is used once.
    """
    if verzoek.method != "POST":
        form = ContactForm(initial={"eenmalig": _ONDERTEKENAAR.sign(uuid4().hex)})
        return toon(verzoek, "website/contact.html", {"form": form})
    form = ContactForm(verzoek.POST, verzoek.FILES)
    if not form.is_valid():
        return toon(verzoek, "website/contact.html", {"form": form, "bestanden_kwijt": bool(verzoek.FILES)}, status=400)
    eenmalig = _read_eenmalig(str(form.cleaned_data["eenmalig"]))
    if form.cleaned_data["website"] or eenmalig is None:
        return _ask_again(verzoek)
    herkomst = to_remsleutel("contactformulier", str(verzoek.META.get("REMOTE_ADDR", "")), verzoek.handeling)
    if not pass_rem(verzoek.handeling, herkomst, MAX_PER_UUR, timedelta(hours=1)):
        return toon(verzoek, "website/te_vaak.html", {}, status=429)
    return redirect("website:bedankt", _receive(verzoek, form, eenmalig))


def _ask_again(verzoek: Verzoek) -> HttpResponseBase:
    """Show the form with all that was typed and a fresh key: a person presses once more, a robot gets nowhere."""
    gegevens = verzoek.POST.copy()
    gegevens["eenmalig"] = _ONDERTEKENAAR.sign(uuid4().hex)
    gegevens["website"] = ""
    form = ContactForm(gegevens)
    form.add_error(None, _("Er ging iets mis bij het versturen. Druk nog een keer op Versturen."))
    return toon(verzoek, "website/contact.html", {"form": form, "bestanden_kwijt": bool(verzoek.FILES)}, status=400)


def _receive(verzoek: Verzoek, form: ContactForm, eenmalig: str) -> UUID:
    """Store the form, then register it at once so that the visitor sees his number; returns the key of the arrival."""
    gegevens = form.cleaned_data
    anoniem = bool(gegevens["anoniem"])
    ingang = find_ingang(Ingangsoort.FORMULIER, FORMULIER)
    if ingang is None:
        raise NietGevondenError("er is geen ingang voor het webformulier")
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
        eenmalig,
    )
    # Stored is stored: when registering fails here, the worker does it again and the number goes by mail.
    try:
        process_ontvangst(build_systeem("website", verzoek.handeling.moment), ontvangen.id, wacht=True)
    except DatabaseError:
        log.warning("formulier_wacht_op_database", ontvangst_id=ontvangen.id)
    return ontvangen.uuid


def _read_eenmalig(getekend: str) -> str | None:
    """Return the one-time key of the form, or None when it is not ours, too old, or filled in faster than anybody types."""
    try:
        sleutel = _ONDERTEKENAAR.unsign(getekend, max_age=timedelta(days=1))
    except signing.BadSignature:
        return None
    try:
        _ONDERTEKENAAR.unsign(getekend, max_age=MINSTE_TIJD)
    except signing.SignatureExpired:
        return sleutel
    return None


@dataclass(frozen=True, slots=True)
class Bevestigd:
    """What a sender hears of his question."""

    nummer: str
    beloofd: str


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def bedankt(verzoek: Verzoek, ontvangst: UUID) -> HttpResponseBase:
    """Show the number of what was just sent, and what happens next; the address is known to the sender only."""
    systeem = build_systeem("website", verzoek.handeling.moment).raadpleging
    vragen = [
        Bevestigd(nummer, date_format(get_klantvraag(systeem, nummer).beloofd, "l j F Y"))
        for nummer in find_uitkomst(verzoek.raadpleging, ontvangst).nummers
    ]
    return toon(verzoek, "website/bedankt.html", {"vragen": vragen})
