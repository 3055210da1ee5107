"""Ask a department for an answer by a date and take that back, or give the question to another team of the KCC."""

from django.contrib import messages
from django.http import HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stadspunt.bronnen.organisatie.queries import list_afdelingen, list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.producten.queries import ProductBeeld, get_product
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.werkplek.actieve_klant import find_anderklant
from stadspunt.deuren.werkplek.forms import VerplaatsenForm
from stadspunt.deuren.werkplek.forms_overdracht import Afspraak, OverdragenForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.fundament.fouten import AchterhaaldError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.onderdelen import Feit, Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.wijzigen import move_klantvraag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.rules import Status, is_toegestaan
from stadspunt.stromen.overdracht.actions.overdragen import hand_over_klantvraag, withdraw_overdracht
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag
from stadspunt.stromen.overdracht.rules import Status as Opdrachtstatus

NAAR_TEAM = "team"


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def overdragen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the form; on POST hand over, or move to another team, and go back to the question."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    if verzoek.POST.get("bestemming") == NAAR_TEAM:
        return _verplaats(verzoek, vraag)
    if verzoek.method != "POST" and not is_toegestaan(Status(vraag.status), Status.OVERGEDRAGEN):
        return redirect("werkplek:klantvraag", nummer)
    product = get_product(vraag.product_id) if vraag.product_id else None
    form = _build_form(verzoek, vraag, product)
    if form.is_valid():
        try:
            with errors_on(form):
                hand_over_klantvraag(verzoek.handeling, vraag.id, form.get_voorstel())
                messages.success(verzoek, "De afdeling heeft uw vraag. U ziet het hier zodra er antwoord is.")
                return redirect("werkplek:klantvraag", nummer)
        except AchterhaaldError as weigering:
            return _toon_achterhaald(verzoek, nummer, weigering)
    return _toon_keuze(verzoek, vraag, form, _build_teamform(vraag))


def _verplaats(verzoek: Verzoek, vraag: KlantvraagBeeld) -> HttpResponseBase:
    """Put the question with another team of the KCC, with a note when there is something to say."""
    form = _build_teamform(vraag, verzoek.POST)
    if form.is_valid():
        gegevens = form.cleaned_data
        try:
            with errors_on(form):
                move_klantvraag(verzoek.handeling, vraag.id, gegevens["team"], gegevens["versie"], gegevens["notitie"])
                messages.success(verzoek, "De vraag staat nu in de lijst van het andere team.")
                return redirect("werkplek:klantvraag", vraag.nummer)
        except AchterhaaldError as weigering:
            return _toon_achterhaald(verzoek, vraag.nummer, weigering)
    product = get_product(vraag.product_id) if vraag.product_id else None
    return _toon_keuze(verzoek, vraag, _build_form(verzoek, vraag, product, met_invoer=False), form)


def _toon_keuze(verzoek: Verzoek, vraag: KlantvraagBeeld, form: OverdragenForm, teamform: VerplaatsenForm) -> HttpResponseBase:
    product = get_product(vraag.product_id) if vraag.product_id else None
    inhoud = {
        "vraag": vraag,
        "anderklant": find_anderklant(verzoek, vraag),
        "form": form,
        "teamform": teamform,
        "meer_teams": len(teamform.fields["team"].choices) > 1,  # type: ignore[attr-defined]
        "naar_team": teamform.is_bound,
        "feiten": _build_feiten(vraag, product),
        "knip": product.knip if product else "",
        "terug_url": reverse("werkplek:klantvraag", args=[vraag.nummer]),
        "kruimels": build_kruimels(vraag, "Overdragen"),
    }
    return toon(verzoek, "werkplek/overdragen.html", inhoud, status=400 if form.errors or teamform.errors else 200)


def _build_teamform(vraag: KlantvraagBeeld, gegevens: QueryDict | None = None) -> VerplaatsenForm:
    andere = [team for team in list_teams([vraag.gemeente_id], alleen_kcc=True) if team.id != vraag.team_id]
    return VerplaatsenForm(andere, data=gegevens, initial={"versie": vraag.versie})


def _build_form(
    verzoek: Verzoek, vraag: KlantvraagBeeld, product: ProductBeeld | None, *, met_invoer: bool = True
) -> OverdragenForm:
    return OverdragenForm(
        build_afspraak(verzoek, vraag),
        list_afdelingen([vraag.gemeente_id]),
        verzoek.POST if met_invoer and verzoek.method == "POST" else None,
        voorstel=product.afdeling_id if product else None,
    )


def _build_feiten(vraag: KlantvraagBeeld, product: ProductBeeld | None) -> tuple[Feit, ...]:
    product_feit = (Feit("Product", product.naam),) if product else ()
    return (Feit("Nummer", vraag.nummer), *product_feit, Feit("Beloofd aan de klant", format_dag(vraag.beloofd)))


def build_afspraak(verzoek: Verzoek, vraag: KlantvraagBeeld) -> Afspraak:
    """Return what bounds the day on which a department may give its answer."""
    return Afspraak(vraag.beloofd, get_kalender(vraag.gemeente_id), verzoek.raadpleging.vandaag)


def build_kruimels(vraag: KlantvraagBeeld, hier: str) -> tuple[Kruimel, ...]:
    """Return the way from the work list to a screen under the question."""
    return (
        Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")),
        Kruimel(vraag.nummer, reverse("werkplek:klantvraag", args=[vraag.nummer])),
        Kruimel(hier),
    )


def _toon_achterhaald(verzoek: Verzoek, nummer: str, weigering: AchterhaaldError) -> HttpResponseBase:
    vers = get_klantvraag(verzoek.raadpleging, nummer)
    return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_POST
def terughalen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Take the open order back; when the department was first, show what it is now (409)."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    opdrachten = list_overdrachten_van_klantvraag(verzoek.raadpleging, vraag.id)
    laatste = opdrachten[-1] if opdrachten else None
    if laatste is None or laatste.status == Opdrachtstatus.INGETROKKEN:
        return redirect("werkplek:klantvraag", nummer)
    try:
        withdraw_overdracht(verzoek.handeling, laatste.id)
    except AchterhaaldError as weigering:
        return _toon_achterhaald(verzoek, nummer, weigering)
    messages.success(verzoek, "De opdracht is ingetrokken. De vraag is weer bij u.")
    return redirect("werkplek:klantvraag", nummer)
