"""Keep a question to whom it concerns: mark it, see and change whom it concerns, end the secrecy with four eyes."""

from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_medewerkers, list_houders, list_werkzamen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.rollen import VERTROUWELIJK_ZIEN
from stadspunt.deuren.werkplek.forms_vertrouwelijk import BetrokkeneForm, OpheffenForm, WeghalenForm
from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_moment_kort
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.klantcontacten.actions.vertrouwelijkheid import (
    add_betrokkene,
    confirm_opheffing,
    mark_vertrouwelijk,
    propose_opheffing,
    reject_opheffing,
    remove_betrokkene,
)
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import (
    OpheffingBeeld,
    Vertrouwelijkheid,
    demand_handelbaar,
    find_vertrouwelijkheid,
    find_zichtbare_ids,
    list_geopend,
)

_GEDAAN = {
    "toevoegen": "Deze collega ziet de vraag nu ook.",
    "weghalen": "Deze collega staat niet meer bij deze vraag.",
    "voorstellen": "Het voorstel staat klaar. Een collega met dit recht besluit.",
    "bevestigen": "De vraag is niet meer vertrouwelijk.",
    "afwijzen": "De vraag blijft vertrouwelijk.",
}


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """Somebody whom the question concerns; `weg` is the form to take him away, None when he cannot be."""

    naam: str
    reden: str
    sinds: str
    weg: WeghalenForm | None = None


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def vertrouwelijk(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show whom the question concerns; on POST do what the button says."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    demand_handelbaar(verzoek.raadpleging, vraag.id)
    geheim = vraag.is_vertrouwelijk
    actie = verzoek.POST.get("actie", "") if verzoek.method == "POST" else ""
    if actie == "markeren":
        return _mark(verzoek, vraag)
    collegas = list_werkzamen(vraag.gemeente_id, verzoek.raadpleging.moment) if geheim else []
    formulieren: dict[str, Form] = {
        "toevoegen": BetrokkeneForm(collegas, data=verzoek.POST if actie == "toevoegen" else None, auto_id="id_toevoegen_%s"),
        "weghalen": WeghalenForm(verzoek.POST if actie == "weghalen" else None, auto_id="id_weghalen_%s"),
        "voorstellen": OpheffenForm(verzoek.POST if actie == "voorstellen" else None, auto_id="id_voorstellen_%s"),
    }
    form = formulieren.get(actie)
    if actie in _GEDAAN and (form is None or form.is_valid()):
        try:
            if _act(verzoek, vraag, actie, form):
                return ga_terug(verzoek, vraag, _GEDAAN[actie])
        except GeweigerdError as weigering:
            return _toon(verzoek, vraag, formulieren, melding=get_tekst(weigering), status=409)
    return _toon(verzoek, vraag, formulieren, status=400 if form is not None and form.errors else 200)


def _mark(verzoek: Verzoek, vraag: KlantvraagBeeld) -> HttpResponseBase:
    try:
        mark_vertrouwelijk(verzoek.handeling, vraag.id)
    except GeweigerdError as weigering:
        return _toon(verzoek, vraag, {}, melding=get_tekst(weigering), status=400)
    return ga_terug(verzoek, vraag, "De vraag is nu vertrouwelijk.")


def _act(verzoek: Verzoek, vraag: KlantvraagBeeld, actie: str, form: Form | None) -> bool:
    """Do what was asked; returns whether it was done, else the reasons stand on the form."""
    handeling = verzoek.handeling
    if form is None:
        voorstel = _parse_getal(verzoek.POST.get("voorstel", ""))
        (confirm_opheffing if actie == "bevestigen" else reject_opheffing)(handeling, vraag.id, voorstel)
        return True
    schoon = form.cleaned_data
    with errors_on(form):
        if actie == "toevoegen":
            add_betrokkene(handeling, vraag.id, schoon["medewerker"], schoon["reden"])
        elif actie == "weghalen":
            remove_betrokkene(handeling, vraag.id, schoon["wie"], schoon["reden"])
        else:
            propose_opheffing(handeling, vraag.id, schoon["reden"])
    return not form.errors


def ga_terug(verzoek: Verzoek, vraag: KlantvraagBeeld, gedaan: str) -> HttpResponseBase:
    """Go back to the question, or to the list when it does not concern this agent any more."""
    if vraag.id in find_zichtbare_ids(verzoek.raadpleging, [vraag.id]):
        messages.success(verzoek, gedaan)
        return redirect("werkplek:klantvraag", vraag.nummer)
    messages.success(verzoek, f"{gedaan} U ziet deze vraag niet meer.")
    return redirect("werkplek:werkvoorraad")


def _parse_getal(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 18 else 0


def _toon(
    verzoek: Verzoek, vraag: KlantvraagBeeld, formulieren: dict[str, Form], *, melding: str = "", status: int = 200
) -> HttpResponse:
    raadpleging = verzoek.raadpleging
    geheim = find_vertrouwelijkheid(raadpleging, vraag.id)
    inhoud: dict[str, object] = {
        "vraag": vraag,
        "geheim": geheim,
        "melding": melding,
        "kruimels": (
            Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")),
            Kruimel(vraag.nummer, reverse("werkplek:klantvraag", args=[vraag.nummer])),
            Kruimel("Vertrouwelijk"),
        ),
    }
    if geheim is not None:
        fout = formulieren.get("weghalen")
        houders = list_houders(vraag.gemeente_id, Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN, raadpleging.moment)
        inhoud |= {
            "betrokkenen": _list_betrokkenen(verzoek, vraag, geheim, fout if isinstance(fout, WeghalenForm) else None),
            "geopend": _list_geopend(verzoek, vraag),
            "houders": [een.naam for een in houders],
            "toevoegen": formulieren.get("toevoegen"),
            "voorstellen": formulieren.get("voorstellen"),
            "voorstel": _to_voorstel(verzoek, geheim.opheffing) if geheim.opheffing else None,
        }
    return toon(verzoek, "werkplek/vertrouwelijk.html", inhoud, status=status)


def _list_betrokkenen(
    verzoek: Verzoek, vraag: KlantvraagBeeld, geheim: Vertrouwelijkheid, fout: WeghalenForm | None
) -> list[Betrokkene]:
    """Return who has the question and who is named with it; the form with a fault stands at the name it is about."""
    vandaag = verzoek.raadpleging.vandaag
    ids = {een.medewerker_id for een in geheim.betrokkenen} | ({vraag.behandelaar_id} if vraag.behandelaar_id else set())
    namen = {een.id: een.naam for een in get_medewerkers(ids).values()}
    fout_bij = _parse_getal(fout["wie"].value() or "") if fout is not None and fout.is_bound else 0
    heeft = [Betrokkene(namen.get(vraag.behandelaar_id, ""), "Heeft deze vraag", "")] if vraag.behandelaar_id else []
    return heeft + [
        Betrokkene(
            namen.get(een.medewerker_id, ""),
            een.reden,
            format_moment_kort(een.sinds, vandaag),
            fout
            if fout is not None and fout_bij == een.medewerker_id
            else WeghalenForm(initial={"wie": een.medewerker_id}, auto_id=f"id_weg_{een.medewerker_id}_%s"),
        )
        for een in geheim.betrokkenen
    ]


def _list_geopend(verzoek: Verzoek, vraag: KlantvraagBeeld) -> list[tuple[str, str]]:
    """Return who opened the question, and when first on that day."""
    geopend = list_geopend(verzoek.raadpleging, vraag.id)
    namen = get_medewerkers({wie for wie, _ in geopend})
    return [(namen[wie].naam, format_moment_kort(moment, verzoek.raadpleging.vandaag)) for wie, moment in geopend if wie in namen]


def _to_voorstel(verzoek: Verzoek, opheffing: OpheffingBeeld) -> dict[str, object]:
    actor = verzoek.raadpleging.actor
    wie = get_medewerkers([opheffing.voorgesteld_door_id]).get(opheffing.voorgesteld_door_id)
    van_mij = opheffing.voorgesteld_door_id == actor.medewerker_id
    return {
        "id": opheffing.id,
        "reden": opheffing.reden,
        "wie": "U" if van_mij else wie.naam if wie else "Een collega",
        "wanneer": format_moment_kort(opheffing.voorgesteld_op, verzoek.raadpleging.vandaag),
        "van_mij": van_mij,
        "mag_bevestigen": not van_mij and actor.has_recht(Doel.KLANTVRAAG_BEHANDELEN, "vertrouwelijkheid.opheffen"),
    }
