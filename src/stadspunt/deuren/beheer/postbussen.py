"""The mailboxes: their health, the count of each day, what was refused; add one, change one, try the connection.

A password is never asked or shown: the administrator names the environment variable it stands in.
"""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import list_ingangen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.beheer.forms_inrichting import PostbusForm
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.wijzigen import demand_wijzigen, mag_wijzigen, toon_wijzigen
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.intake.actions.postbussen import add_postbus, request_proef, update_postbus
from stadspunt.stromen.intake.beelden import PostbusBeeld
from stadspunt.stromen.intake.queries.postbussen import (
    get_postbus,
    list_aansluitingen,
    list_alarmen,
    list_postbussen,
    list_weigeringen,
)
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens

HIER = "/beheer/postbussen/"


@scherm(doel=Doel.BEHEREN)
def postbussen(verzoek: Verzoek) -> HttpResponseBase:
    """Show alarms first, then every mailbox, the daily counts and the refusals."""
    raadpleging = verzoek.raadpleging
    bussen = list_postbussen(raadpleging)
    namen = {bus.id: f"{bus.gebruiker} ({bus.host})" for bus in bussen}
    inhoud = {
        "alarmen": list_alarmen(raadpleging),
        "postbussen": bussen,
        "aansluitingen": [(namen.get(een.postbus_id, ""), een) for een in list_aansluitingen(raadpleging, 30)],
        "weigeringen": [(namen.get(een.postbus_id, ""), een) for een in list_weigeringen(raadpleging, 50)],
        "mag_wijzigen": mag_wijzigen(raadpleging),
        "tabs": build_tabs(raadpleging, HIER),
    }
    return toon(verzoek, "beheer/postbussen.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def nieuwe_postbus(verzoek: Verzoek) -> HttpResponseBase:
    """Add a mailbox; it is emptied within half a minute."""
    return _edit(verzoek, None)


@scherm(doel=Doel.BEHEREN)
def postbus(verzoek: Verzoek, postbus_id: int) -> HttpResponseBase:
    """Change one mailbox, or stop emptying it."""
    return _edit(verzoek, get_postbus(verzoek.raadpleging, postbus_id))


def _edit(verzoek: Verzoek, nu: PostbusBeeld | None) -> HttpResponseBase:
    demand_wijzigen(verzoek.raadpleging)
    ingangen = [een for een in list_ingangen(Ingangsoort.POSTBUS) if een.gemeente_id in verzoek.raadpleging.actor.gemeente_ids]
    form = PostbusForm(
        verzoek.POST or None,
        initial=asdict(nu) if nu else {"poort": 993, "beveiliging": Beveiliging.TLS, "map": "INBOX", "actief": True},
        ingangen=tuple((een.id, een.waarde) for een in ingangen),
    )
    if form.is_valid():
        gegevens = Postbusgegevens(**form.cleaned_data)
        with errors_on(form):
            if nu is None:
                add_postbus(verzoek.handeling, gegevens)
            else:
                update_postbus(verzoek.handeling, nu.id, gegevens)
            messages.success(verzoek, f"De postbus {gegevens.gebruiker} is bewaard.")
            return redirect("beheer:postbussen")
    return toon_wijzigen(verzoek, form, f"Postbus {nu.gebruiker}" if nu else "Nieuwe postbus", HIER)


@scherm(doel=Doel.BEHEREN)
@require_POST
def postbus_proberen(verzoek: Verzoek, postbus_id: int) -> HttpResponseBase:
    """Let the process that empties mailboxes try the connection: it has the password, and this page need not wait."""
    try:
        request_proef(verzoek.handeling, postbus_id)
        messages.success(
            verzoek, "De verbinding wordt geprobeerd. Dat duurt hooguit een minuut. Open deze bladzijde daarna opnieuw."
        )
    except GeweigerdError as fout:
        messages.error(verzoek, get_tekst(fout))
    return redirect("beheer:postbussen")
