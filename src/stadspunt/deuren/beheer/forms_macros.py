"""What an administrator fills in for a macro: each step is a field, in the order in which the steps are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from stadspunt.deuren.beheer.forms import BlijvendForm, Nummerkeuze
from stadspunt.deuren.beheer.werkgebied import Keuzes
from stadspunt.stromen.klantcontacten.rules import Antwoordwijze, Complexiteit, Vervalreden
from stadspunt.stromen.macros.rules import MAX_MINUTEN, MINUTEN, Macrogegevens, Stap, Stapsoort
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Vorm

_NIETS = ("", "Niets doen")
_COMPLEXITEITEN = [
    (Complexiteit.EENVOUDIG.value, "Eenvoudig"),
    (Complexiteit.GEMIDDELD.value, "Gemiddeld"),
    (Complexiteit.COMPLEX.value, "Complex"),
]
_WIJZEN = [
    (Antwoordwijze.MONDELING.value, "Mondeling"),
    (Antwoordwijze.BRIEF.value, "Per brief"),
    (Antwoordwijze.EMAIL.value, "Per e-mail, buiten StadsPunt om"),
]
_REDENEN = [
    (Vervalreden.DUBBEL.value, "De vraag staat er al: dubbel"),
    (Vervalreden.INGETROKKEN.value, "De klant trekt de vraag in"),
    (Vervalreden.VERGISSING.value, "De vraag is per ongeluk vastgelegd"),
    (Vervalreden.SPAM.value, "Het is reclame of misbruik"),
]
# The field in which the word of a step stands, where that is not the field of the step itself.
_WOORDVELD = {Stapsoort.OVERDRAGEN: "overdragen_vorm"}
_MET_ID = (Stapsoort.PRODUCT, Stapsoort.TEAM, Stapsoort.NOTITIE, Stapsoort.SJABLOON, Stapsoort.OVERDRAGEN, Stapsoort.VERSTUREN)
_MET_TEKST = (Stapsoort.NOTITIE, Stapsoort.OVERDRAGEN, Stapsoort.BEANTWOORD)


@dataclass(frozen=True, slots=True)
class Stapkeuzes:
    """What can be chosen for each kind of step."""

    producten: Keuzes
    teams: Keuzes
    tekstblokken: Keuzes
    sjablonen: Keuzes
    afdelingen: Keuzes


def _tekst(label: str, hulp: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, help_text=hulp, widget=forms.Textarea(attrs={"rows": 3}))


class MacroForm(BlijvendForm):
    """A macro. What its steps must be is checked where it is kept, all at once."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    uitleg = forms.CharField(label="Uitleg", required=False, help_text="Wanneer gebruikt een medewerker deze macro?")
    minuten = forms.IntegerField(
        label="Hoeveel minuten kan dit ongedaan worden gemaakt?",
        initial=MINUTEN,
        error_messages={
            "required": "Vul een aantal minuten in.",
            "invalid": f"Vul een aantal minuten in van 1 tot en met {MAX_MINUTEN}.",
        },
    )
    product = Nummerkeuze(label="Stap: product kiezen", leeg="Niets doen", required=False)
    complexiteit = forms.ChoiceField(label="Stap: soort vraag kiezen", choices=[_NIETS, *_COMPLEXITEITEN], required=False)
    team = Nummerkeuze(label="Stap: naar een ander team", leeg="Niets doen", required=False)
    oppakken = forms.BooleanField(label="Stap: oppakken", required=False)
    notitie = Nummerkeuze(label="Stap: notitie met een tekstblok", leeg="Geen tekstblok", required=False)
    notitie_tekst = _tekst(
        "Stap: notitie met eigen tekst", "Alleen als u geen tekstblok kiest. U kunt velden gebruiken, zoals {naam}."
    )
    sjabloon = Nummerkeuze(
        label="Stap: een antwoord beginnen met een sjabloon",
        leeg="Niets doen",
        required=False,
        help_text="Het antwoord gaat niet weg. De medewerker schrijft verder.",
    )
    overdragen = Nummerkeuze(
        label="Laatste stap: overdragen aan een afdeling",
        leeg="Niets doen",
        required=False,
        help_text="De dag waarop de afdeling antwoordt, volgt uit wat de klant is beloofd.",
    )
    overdragen_vorm = forms.ChoiceField(
        label="Wat wilt u van de afdeling?", choices=[(een.value, naam) for een, naam in VORMNAMEN.items()], required=False
    )
    overdragen_tekst = _tekst("Wat vraagt u aan de afdeling?")
    versturen = Nummerkeuze(
        label="Laatste stap: een e-mail versturen met een sjabloon",
        leeg="Niets doen",
        required=False,
        help_text="De e-mail gaat na 20 seconden weg. Daarna kan de macro niet meer ongedaan worden gemaakt.",
    )
    beantwoord = forms.ChoiceField(
        label="Laatste stap: vastleggen dat de klant antwoord heeft", choices=[_NIETS, *_WIJZEN], required=False
    )
    beantwoord_tekst = _tekst("Welk antwoord kreeg de klant?")
    vervallen = forms.ChoiceField(label="Laatste stap: laten vervallen", choices=[_NIETS, *_REDENEN], required=False)

    def __init__(self, *args: Any, keuzes: Stapkeuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, mogelijk in (
            ("product", keuzes.producten),
            ("team", keuzes.teams),
            ("notitie", keuzes.tekstblokken),
            ("sjabloon", keuzes.sjablonen),
            ("versturen", keuzes.sjablonen),
            ("overdragen", keuzes.afdelingen),
        ):
            self.fields[naam].fill(mogelijk)  # type: ignore[attr-defined]

    def get_gegevens(self) -> Macrogegevens:
        """Return the value that the action takes."""
        schoon = self.cleaned_data
        stappen = tuple(stap for soort in Stapsoort if (stap := self._read_stap(soort)) is not None)
        return Macrogegevens(schoon["naam"], stappen, schoon["uitleg"], schoon["minuten"], schoon.get("actief", True))

    def _read_stap(self, soort: Stapsoort) -> Stap | None:
        schoon = self.cleaned_data
        tekst = schoon.get(f"{soort}_tekst", "").replace("\r\n", "\n").strip() if soort in _MET_TEKST else ""
        if soort is Stapsoort.NOTITIE:
            return Stap(soort, schoon[soort], tekst="" if schoon[soort] else tekst) if schoon[soort] or tekst else None
        if not schoon[soort]:
            return None
        if soort is Stapsoort.OPPAKKEN:
            return Stap(soort)
        woord = schoon[_WOORDVELD[soort]] if soort in _WOORDVELD else "" if soort in _MET_ID else schoon[soort]
        return Stap(soort, schoon[soort] if soort in _MET_ID else None, woord, tekst)


def to_begin(gegevens: Macrogegevens) -> dict[str, Any]:
    """Return a macro as the beginning of its form."""
    begin: dict[str, Any] = {naam: getattr(gegevens, naam) for naam in ("naam", "uitleg", "minuten", "actief")}
    for stap in gegevens.stappen:
        begin |= {stap.soort: stap.id or stap.waarde or True, f"{stap.soort}_tekst": stap.tekst}
        if stap.soort is Stapsoort.NOTITIE:
            begin[stap.soort] = stap.id
        if stap.soort in _WOORDVELD:
            begin[_WOORDVELD[stap.soort]] = stap.waarde or Vorm.ANTWOORDTEKST
    return begin


def describe_stappen(stappen: Sequence[Stap]) -> str:
    """Return the steps of a macro in a few words."""
    return ", ".join(_STAPNAMEN[stap.soort] for stap in stappen)


_STAPNAMEN: dict[Stapsoort, str] = {
    Stapsoort.PRODUCT: "product",
    Stapsoort.COMPLEXITEIT: "soort vraag",
    Stapsoort.TEAM: "ander team",
    Stapsoort.OPPAKKEN: "oppakken",
    Stapsoort.NOTITIE: "notitie",
    Stapsoort.SJABLOON: "antwoord beginnen",
    Stapsoort.OVERDRAGEN: "overdragen",
    Stapsoort.VERSTUREN: "e-mail versturen",
    Stapsoort.BEANTWOORD: "beantwoord",
    Stapsoort.VERVALLEN: "laten vervallen",
}
