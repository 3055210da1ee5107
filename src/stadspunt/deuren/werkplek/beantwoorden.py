"""Answer a question by e-mail: it leaves after a short time in which it can be taken back."""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.queries.antwoorden import get_concept
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordconcept
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.overdracht.queries import get_overdracht


class BeantwoordenForm(forms.Form):
    """An answer as somebody means to send it."""

    aan = forms.CharField(label="Aan", max_length=254, error_messages={"required": "Vul het e-mailadres van de klant in."})
    onderwerp = forms.CharField(label="Onderwerp", max_length=200, error_messages={"required": "Vul een onderwerp in."})
    tekst = forms.CharField(
        label="Uw antwoord",
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Schrijf het antwoord op."},
    )
    citeer = forms.BooleanField(label="Zet de eerdere berichten eronder", required=False)
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def beantwoorden(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the answer as it would start; on POST plan it, and go back to the question."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    form = BeantwoordenForm(verzoek.POST) if verzoek.method == "POST" else _build_form(verzoek, vraag)
    if form.is_bound and form.is_valid():
        with errors_on(form):
            send_antwoord(verzoek.handeling, vraag.id, Antwoordconcept(**form.cleaned_data))
            messages.success(verzoek, "Uw antwoord wordt over 20 seconden verstuurd.")
            return redirect("werkplek:klantvraag", nummer)
    terug_url = reverse("werkplek:klantvraag", args=[nummer])
    inhoud = {
        "vraag": vraag,
        "form": form,
        "terug_url": terug_url,
        "kruimels": (
            Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")),
            Kruimel(nummer, terug_url),
            Kruimel("Beantwoorden"),
        ),
    }
    return toon(verzoek, "werkplek/beantwoorden.html", inhoud, status=400 if form.errors else 200)


def _build_form(verzoek: Verzoek, vraag: KlantvraagBeeld) -> BeantwoordenForm:
    concept = get_concept(verzoek.raadpleging, vraag.id)
    tekst = _find_vakantwoord(verzoek, vraag) or concept.tekst
    begin = {"aan": concept.aan, "onderwerp": concept.onderwerp, "tekst": tekst, "citeer": True, "kenmerk": uuid4()}
    return BeantwoordenForm(initial=begin)


def _find_vakantwoord(verzoek: Verzoek, vraag: KlantvraagBeeld) -> str:
    """Return the answer of the department that was just checked, when it belongs to this question."""
    try:
        opdracht = get_overdracht(verzoek.raadpleging, UUID(verzoek.GET.get("overdracht", "")))
    except (ValueError, NietGevondenError):
        return ""
    return opdracht.antwoord if opdracht.klantvraag_id == vraag.id else ""
