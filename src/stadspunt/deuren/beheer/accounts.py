"""How employees sign in: one account, the roles that ask a second step, and the sign-in log."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect

from stadspunt.bronnen.organisatie.actions_accounts import set_tweede_stap
from stadspunt.bronnen.organisatie.queries_accounts import get_account_van, get_accountnamen, list_rolstappen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.beheer.navigatie import build_tabs
from stadspunt.deuren.beheer.wijzigen import demand_wijzigen, toon_wijzigen
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.logboek import list_gebeurtenissen
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.toegang.sessielijst import end_alle_sessies, list_sessies
from stadspunt.fundament.toegang.toegangslinks import make_herstellink, make_uitnodiging
from stadspunt.fundament.toegang.tweede_stap import get_factoren, take_tweede_stap

MEDEWERKERS, STAPPEN, LOGBOEK = "/beheer/medewerkers/", "/beheer/tweede-stap/", "/beheer/aanmeldlogboek/"


class TweedeStapForm(forms.Form):
    """Which roles ask a second step."""

    rollen = forms.MultipleChoiceField(
        label="Rollen die een tweede stap vragen", required=False, widget=forms.CheckboxSelectMultiple
    )


@scherm(doel=Doel.BEHEREN)
def account(verzoek: Verzoek, medewerker_id: int) -> HttpResponseBase:
    """Show how an employee signs in; on POST make a link, end his sessions, or take his second step away."""
    wie, link = get_account_van(verzoek.raadpleging, medewerker_id), ""
    actie = verzoek.POST.get("actie", "")
    try:
        if actie in {"herstel", "uitnodiging"}:
            maak = make_herstellink if actie == "herstel" else make_uitnodiging
            link = maak(verzoek.handeling, wie.account_id)
        elif actie == "afmelden":
            end_alle_sessies(verzoek.handeling, wie.account_id)
            messages.success(verzoek, f"{wie.naam} is overal afgemeld.")
            return redirect("beheer:account", medewerker_id)
        elif actie == "tweede-stap":
            take_tweede_stap(verzoek.handeling, wie.account_id)
            messages.success(verzoek, f"De tweede stap van {wie.naam} is weggehaald.")
            return redirect("beheer:account", medewerker_id)
    except GeweigerdError as fout:
        messages.error(verzoek, get_tekst(fout))
        return redirect("beheer:account", medewerker_id)
    inhoud = {
        "wie": wie,
        "medewerker_id": medewerker_id,
        # Only on the page that answers the POST: it is kept nowhere and can not be asked again.
        "link": link,
        "uitnodiging": actie == "uitnodiging",
        "factoren": get_factoren(verzoek.raadpleging, wie.account_id),
        "sessies": list_sessies(verzoek.raadpleging, wie.account_id),
        "gebeurtenissen": [(regel, wie.naam) for regel in list_gebeurtenissen(verzoek.raadpleging, wie.account_id, 25)],
        "tabs": build_tabs(verzoek.raadpleging, MEDEWERKERS),
    }
    return toon(verzoek, "beheer/account.html", inhoud)


@scherm(doel=Doel.BEHEREN)
def tweede_stap(verzoek: Verzoek) -> HttpResponseBase:
    """Choose the roles that ask a second step."""
    demand_wijzigen(verzoek.raadpleging)
    rollen = list_rolstappen(verzoek.raadpleging)
    form = TweedeStapForm(
        verzoek.POST if verzoek.method == "POST" else None, initial={"rollen": [rol.slug for rol in rollen if rol.tweede_stap]}
    )
    form.fields["rollen"].choices = [(rol.slug, rol.naam) for rol in rollen]  # type: ignore[attr-defined]
    if form.is_valid():
        set_tweede_stap(verzoek.handeling, form.cleaned_data["rollen"])
        messages.success(verzoek, "De keuze is bewaard.")
        return redirect("beheer:tweede_stap")
    uitleg = (
        "Wie zo'n rol heeft, meldt zich aan met een wachtwoord en een app of passkey. Wie nog geen tweede stap heeft, stelt die "
        "eerst in. Dat geldt meteen, ook voor uzelf."
    )
    return toon_wijzigen(verzoek, form, "Tweede stap", STAPPEN, uitleg=uitleg)


@scherm(doel=Doel.BEHEREN)
def aanmeldlogboek(verzoek: Verzoek) -> HttpResponseBase:
    """Show the newest lines of the sign-in log."""
    regels = list_gebeurtenissen(verzoek.raadpleging)
    namen = get_accountnamen(verzoek.raadpleging, {regel.account_id for regel in regels if regel.account_id is not None})
    inhoud = {
        "gebeurtenissen": [(regel, namen.get(regel.account_id or 0, "Onbekende inlognaam")) for regel in regels],
        "tabs": build_tabs(verzoek.raadpleging, LOGBOEK),
    }
    return toon(verzoek, "beheer/aanmeldlogboek.html", inhoud)
