"""The list of a department: what must be back, first what must be back first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.beelden import AfdelingBeeld
from stadspunt.bronnen.organisatie.queries import get_medewerkers, list_afdelingen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.vakafdeling.weergave import to_termijn, to_teruggegeven_termijn
from stadspunt.deuren.vakafdeling.zoeken import PERIODEN, Lijstkeuze, build_filter, parse_lijstkeuze
from stadspunt.fundament.schermen.onderdelen import Blad, Tab, Termijn
from stadspunt.fundament.schermen.onderdelen import Filter as Filterlabel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.beelden import Overdrachtlijst
from stadspunt.stromen.overdracht.queries import (
    PAGINAGROOTTE,
    Filter,
    Lijst,
    count_overdrachten,
    list_overdrachten,
)
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Vorm

TABNAMEN: dict[Lijst, str] = {Lijst.OPEN: "Open", Lijst.TE_LAAT: "Te laat", Lijst.TERUGGEGEVEN: "Teruggegeven"}
_LEEG: dict[Lijst, tuple[str, str]] = {
    Lijst.OPEN: ("Het KCC wacht nergens op", "Zodra het KCC u iets vraagt, ziet u het hier."),
    Lijst.TE_LAAT: ("Niets is te laat", "Alles wat openstaat, kan nog op tijd terug."),
    Lijst.TERUGGEGEVEN: ("Nog niets teruggegeven", "Wat u hebt beantwoord, kunt u hier teruglezen."),
}


@dataclass(frozen=True, slots=True)
class Opdrachtregel:
    """One row of the list, ready to draw."""

    url: str
    nummer: str
    onderwerp: str
    klant: str
    vorm: str
    opnieuw: bool
    termijn: Termijn
    gevraagd_op: str
    wie: str
    afdeling: str


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def lijst(verzoek: Verzoek) -> HttpResponseBase:
    """Show one of the three lists of the departments of this employee, with what he searched and chose in it."""
    raadpleging = verzoek.raadpleging
    keuze = parse_lijstkeuze(verzoek.GET.dict())
    filter_ = build_filter(raadpleging, keuze)
    gevonden = list_overdrachten(raadpleging, filter_)
    afdelingen = {een.id: een for een in list_afdelingen(raadpleging.actor.gemeente_ids)}
    eigen = [een for een in afdelingen.values() if een.id in raadpleging.actor.afdeling_ids]
    labels = _build_filterlabels(keuze, afdelingen)
    inhoud = {
        "keuze": keuze,
        "tabs": _build_tabs(raadpleging, keuze, filter_),
        "tabnaam": TABNAMEN[keuze.lijst],
        "teruggegeven": keuze.lijst is Lijst.TERUGGEGEVEN,
        "perioden": [(waarde, naam) for waarde, (naam, _) in PERIODEN.items()],
        "afdelingen": eigen if len(eigen) > 1 else [],
        "actieve_filters": labels,
        "wis_url": f"?lijst={keuze.lijst}",
        "regels": _to_regels(raadpleging, gevonden, afdelingen),
        "meer_afdelingen": len(eigen) > 1,
        "blad": Blad(gevonden.pagina, PAGINAGROOTTE, gevonden.aantal),
        "leeg": _LEEG[keuze.lijst],
        "ververs_url": verzoek.get_full_path(),
        "live_afdeling_ids": sorted(raadpleging.actor.afdeling_ids),
    }
    deel = "vakafdeling/delen/lijst.html" if verzoek.headers.get("HX-Request") else "vakafdeling/lijst.html"
    return toon(verzoek, deel, inhoud)


def _build_tabs(raadpleging: Raadpleging, keuze: Lijstkeuze, filter_: Filter) -> list[Tab]:
    return [
        Tab(naam, keuze.build_url(lijst), count_overdrachten(raadpleging, replace(filter_, lijst=lijst)), lijst is keuze.lijst)
        for lijst, naam in TABNAMEN.items()
    ]


def _build_filterlabels(keuze: Lijstkeuze, afdelingen: Mapping[int, AfdelingBeeld]) -> list[Filterlabel]:
    afdeling = afdelingen.get(keuze.afdeling_id or 0)
    gekozen = (
        ("q", "Gezocht", keuze.tekst),
        ("wie", "Van wie", "Van mij" if keuze.van_mij else ""),
        ("afdeling", "Afdeling", afdeling.naam if afdeling else ""),
        ("periode", "Teruggegeven", PERIODEN[keuze.periode][0] if keuze.periode else ""),
    )
    return [Filterlabel(kop, waarde, keuze.build_url(keuze.lijst, zonder=naam)) for naam, kop, waarde in gekozen if waarde]


def _to_regels(
    raadpleging: Raadpleging, gevonden: Overdrachtlijst, afdelingen: Mapping[int, AfdelingBeeld]
) -> list[Opdrachtregel]:
    """Join the rows with names: one question to each room, whatever the number of rows."""
    vandaag = raadpleging.vandaag
    partijen = get_partijen(raadpleging, {regel.partij_id for regel in gevonden.regels if regel.partij_id})
    medewerkers = get_medewerkers({regel.behandelaar_id for regel in gevonden.regels if regel.behandelaar_id})
    kalenders = {gemeente_id: get_kalender(gemeente_id) for gemeente_id in sorted(raadpleging.actor.gemeente_ids)}
    regels = []
    for regel in gevonden.regels:
        afdeling = afdelingen.get(regel.afdeling_id)
        kalender = kalenders[afdeling.gemeente_id if afdeling else min(kalenders)]
        klant = partijen.get(regel.partij_id or 0)
        wie = medewerkers.get(regel.behandelaar_id or 0)
        regels.append(
            Opdrachtregel(
                url=reverse("vakafdeling:opdracht", args=[regel.uuid]),
                nummer=regel.klantvraag_nummer,
                onderwerp=regel.onderwerp,
                klant=klant.weergavenaam if klant else "Anoniem",
                vorm=VORMNAMEN[Vorm(regel.vorm)],
                opnieuw=regel.ronde > 1,
                termijn=to_termijn(regel.terug_op, vandaag, kalender)
                if regel.teruggegeven_op is None
                else to_teruggegeven_termijn(regel.terug_op, to_dag(regel.teruggegeven_op), vandaag),
                gevraagd_op=format_dag_kort(to_dag(regel.verzonden_op), vandaag),
                wie="Ik" if regel.behandelaar_id == raadpleging.actor.medewerker_id else wie.naam if wie else "",
                afdeling=afdeling.naam if afdeling else "",
            )
        )
    return regels
