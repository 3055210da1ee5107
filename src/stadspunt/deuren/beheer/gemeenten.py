"""Municipalities: how they are called, mailed and telephoned."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify

from stadspunt.bronnen.organisatie.actions_inrichting import open_gemeente, update_gemeente
from stadspunt.bronnen.organisatie.queries import get_gemeente, list_gemeenten
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import demand_gemeente
from stadspunt.deuren.beheer.forms_inrichting import InrichtingForm
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm

HIER = "/beheer/gemeenten/"


@scherm(doel=Doel.BEHEREN)
def gemeenten(verzoek: Verzoek) -> HttpResponseBase:
    """Show the municipalities of this administrator."""
    eigen = verzoek.raadpleging.actor.gemeente_ids
    rijen = tuple(
        Rij(een.id, een.naam, f"{HIER}{een.id}/", (een.maildomein, een.telefoon or "Geen"))
        for een in list_gemeenten()
        if een.id in eigen
    )
    lijst = Lijst(
        "Gemeenten", ("Gemeente", "Maildomein", "Telefoonnummer"), rijen, "Nieuwe gemeente", "Voeg de eerste gemeente toe.",
        met_status=False, met_gemeente=False,
    )  # fmt: skip
    return toon_lijst(verzoek, lijst, HIER)


@scherm(doel=Doel.BEHEREN)
def nieuwe_gemeente(verzoek: Verzoek) -> HttpResponseBase:
    """Add a municipality that this contact centre answers for too."""
    demand_wijzigen(verzoek.raadpleging)
    form = InrichtingForm(verzoek.POST or None)
    if form.is_valid():
        naam = form.cleaned_data["naam"]
        with errors_on(form):
            open_gemeente(
                verzoek.handeling,
                naam,
                slugify(naam)[:50],
                form.cleaned_data["maildomein"],
                form.cleaned_data["telefoon"],
                form.cleaned_data["noodinzage_minuten"],
            )
            messages.success(verzoek, f"De gemeente {naam} is toegevoegd. Voeg nu teams, ingangen en sluitingsdagen toe.")
            return redirect("beheer:gemeenten")
    uitleg = "Voeg een gemeente toe als dit KCC ook voor die gemeente vragen beantwoordt. Een gemeente kunt u niet meer weghalen."
    return toon_wijzigen(verzoek, form, "Nieuwe gemeente", HIER, uitleg=uitleg)


@scherm(doel=Doel.BEHEREN)
def gemeente(verzoek: Verzoek, gemeente_id: int) -> HttpResponseBase:
    """Change one municipality."""
    demand_wijzigen(verzoek.raadpleging)
    demand_gemeente(verzoek.raadpleging.actor, gemeente_id)
    nu = get_gemeente(gemeente_id)
    initial = {"naam": nu.naam, "maildomein": nu.maildomein, "telefoon": nu.telefoon, "noodinzage_minuten": nu.noodinzage_minuten}
    form = InrichtingForm(verzoek.POST or None, initial=initial)
    if form.is_valid():
        with errors_on(form):
            update_gemeente(verzoek.handeling, gemeente_id, **form.cleaned_data)
            messages.success(verzoek, "De gemeente is bewaard.")
            return redirect("beheer:gemeenten")
    return toon_wijzigen(verzoek, form, f"Gemeente {nu.naam}", HIER)
