"""Reasons for which a question may wait: list, add, rename, end."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.forms_redenen import WachtredenForm
from stadspunt.deuren.beheer.werkgebied import get_werkgebied
from stadspunt.deuren.beheer.wijzigen import Lijst, Rij, demand_wijzigen, toon_lijst, toon_wijzigen
from stadspunt.fundament.schermen.fouten import errors_on
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.redenen import add_wachtreden, update_wachtreden
from stadspunt.stromen.klantcontacten.beelden import WachtredenBeeld
from stadspunt.stromen.klantcontacten.queries_beheer import get_wachtreden, list_alle_wachtredenen

HIER = "/beheer/wachtredenen/"


@scherm(doel=Doel.BEHEREN)
def wachtredenen(verzoek: Verzoek) -> HttpResponseBase:
    """Show every reason."""
    rijen = tuple(
        Rij(
            een.gemeente_id,
            een.naam,
            f"{HIER}{een.id}/",
            ("De klant is aan zet" if een.op_klant else "Wij zijn aan zet",),
            actief=een.actief,
        )
        for een in list_alle_wachtredenen(verzoek.raadpleging)
    )
    lijst = Lijst(
        "Redenen om te wachten",
        ("Reden", "Wie is aan zet"),
        rijen,
        "Nieuwe reden",
        "Zonder reden kan een vraag niet wachten.",
        "Een klantadviseur laat een vraag wachten tot een moment, en kiest daarbij een van deze redenen.",
    )
    return toon_lijst(verzoek, lijst, HIER)


@scherm(doel=Doel.BEHEREN)
def nieuwe_wachtreden(verzoek: Verzoek) -> HttpResponseBase:
    """Add a reason."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def wachtreden(verzoek: Verzoek, wachtreden_id: int) -> HttpResponseBase:
    """Rename one reason, or take it out of use."""
    return _edit(verzoek, get_wachtreden(verzoek.raadpleging, wachtreden_id))


def _edit(verzoek: Verzoek, nu: WachtredenBeeld | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    begin = {"naam": nu.naam, "op_klant": nu.op_klant, "actief": nu.actief} if nu else None
    werkgebied = get_werkgebied(verzoek.raadpleging)
    form = WachtredenForm(verzoek.POST or None, initial=begin, werkgebied=werkgebied, nieuw=nu is None)
    if form.is_valid():
        naam, op_klant = form.cleaned_data["naam"], form.cleaned_data["op_klant"]
        with errors_on(form):
            if nu is None:
                add_wachtreden(verzoek.handeling, form.gemeente_id, naam, op_klant=op_klant)
            else:
                update_wachtreden(verzoek.handeling, nu.id, naam, op_klant=op_klant, actief=form.cleaned_data["actief"])
            messages.success(verzoek, f"De reden ‘{naam}’ is bewaard.")
            return redirect("beheer:wachtredenen")
    return toon_wijzigen(verzoek, form, f"Reden ‘{nu.naam}’" if nu else "Nieuwe reden om te wachten", HIER)
