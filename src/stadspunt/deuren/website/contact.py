"""Put a question."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import get_language

from stadspunt.bronnen.organisatie.queries import find_ingang
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.website.forms import ContactForm
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.rem import pass_rem, to_remsleutel
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

FORMULIER = "contact"
# A household or an office behind one address may ask this often within an hour; a robot asks more.
MAX_PER_UUR = 20
# Nobody reads the form, types a question and sends it within two seconds.
MINSTE_TIJD = timedelta(seconds=2)
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
        # A robot is told nothing; a person whose form lay open for a day sends it again with a fresh key.
        form = ContactForm(verzoek.POST.copy() | {"eenmalig": _ONDERTEKENAAR.sign(uuid4().hex)})
        return toon(verzoek, "website/contact.html", {"form": form, "bestanden_kwijt": bool(verzoek.FILES)}, status=400)
    herkomst = to_remsleutel("contactformulier", str(verzoek.META.get("REMOTE_ADDR", "")), verzoek.handeling)
    if not pass_rem(verzoek.handeling, herkomst, MAX_PER_UUR, timedelta(hours=1)):
        return toon(verzoek, "website/te_vaak.html", {}, status=429)
    return redirect("website:bedankt", _receive(verzoek, form, eenmalig))


def _receive(verzoek: Verzoek, form: ContactForm, eenmalig: str) -> UUID:
    raise NietGevondenError(eenmalig)


def _read_eenmalig(getekend: str) -> str | None:
    return getekend


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def bedankt(verzoek: Verzoek, ontvangst: UUID) -> HttpResponseBase:
    """Show the number of what was just sent, and what happens next."""
    return toon(verzoek, "website/bedankt.html", {"vragen": ()})
