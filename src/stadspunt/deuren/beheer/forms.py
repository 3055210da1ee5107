"""What an administrator fills in."""

from typing import Any

from django import forms

from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.deuren.beheer.werkgebied import Keuzes, Werkgebied
from stadspunt.fundament.schermen.invoer import Datumveld

_SOORTEN: Keuzes = (
    (Ingangsoort.POSTBUS, "Postbus (e-mailadres)"),
    (Ingangsoort.NUMMER, "Telefoonnummer"),
    (Ingangsoort.BALIE, "Balie"),
    (Ingangsoort.FORMULIER, "Webformulier"),
    (Ingangsoort.ADRES, "Postadres"),
)


def _to_nummer(waarde: Any) -> int | None:
    return int(waarde) if waarde else None


class Nummerkeuze(forms.TypedChoiceField):
    """A choice of one row; the empty choice is None."""

    def __init__(self, *, leeg: str = "", **kwargs: Any) -> None:
        super().__init__(coerce=_to_nummer, empty_value=None, **kwargs)
        self.leeg = leeg

    def fill(self, keuzes: Keuzes) -> None:
        """Put in the choices, with the empty one first."""
        self.choices = (("", self.leeg), *keuzes)


class GemeenteForm(forms.Form):
    """A form for something of a municipality, which is asked only when there are more."""

    gemeente = Nummerkeuze(label="Gemeente", leeg="Kies een gemeente", error_messages={"required": "Kies een gemeente."})

    def __init__(self, *args: Any, werkgebied: Werkgebied, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._eerste: int = werkgebied.gemeenten[0][0]
        if werkgebied.meer:
            self.fields["gemeente"].fill(werkgebied.gemeenten)  # type: ignore[attr-defined]
        else:
            del self.fields["gemeente"]

    @property
    def gemeente_id(self) -> int:
        """The chosen municipality, or the only one."""
        return int(self.cleaned_data.get("gemeente", self._eerste))


class BlijvendForm(GemeenteForm):
    """A form for something that keeps its municipality, and that ends by being taken out of use."""

    actief = forms.BooleanField(label="In gebruik", required=False)

    def __init__(self, *args: Any, nieuw: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actief = self.fields.pop("actief")
        if not nieuw:
            self.fields.pop("gemeente", None)
            self.fields["actief"] = actief


class NieuwKanaalForm(forms.Form):
    """A new channel."""

    naam = forms.CharField(label="Naam van het kanaal", max_length=30, error_messages={"required": "Vul een naam in."})
    eigenaar = Nummerkeuze(label="Eigenaar", leeg="Nog niemand", required=False)
    digitaal = forms.BooleanField(
        label="Digitaal kanaal", help_text="De klant krijgt binnen vijf minuten een ontvangstbevestiging.", required=False
    )

    def __init__(self, *args: Any, medewerkers: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].fill(medewerkers)  # type: ignore[attr-defined]


class KanaalForm(NieuwKanaalForm):
    """One channel."""

    actief = forms.BooleanField(label="In gebruik", required=False)
    field_order = ("naam", "eigenaar", "digitaal", "actief")


class IngangForm(forms.Form):
    """Where the questions of an entrance go."""

    team = Nummerkeuze(label="Team", leeg="Kies een team", error_messages={"required": "Kies een team."})
    eigenaar = Nummerkeuze(label="Eigenaar", leeg="Nog niemand", required=False)
    vertrouwelijk = forms.BooleanField(
        label="Vertrouwelijk",
        required=False,
        help_text="Elke nieuwe vraag die hier binnenkomt, is meteen vertrouwelijk. Vragen van eerder blijven zoals ze zijn.",
    )
    actief = forms.BooleanField(label="In gebruik", required=False)

    def __init__(self, *args: Any, teams: Keuzes, medewerkers: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].fill(teams)  # type: ignore[attr-defined]
        self.fields["eigenaar"].fill(medewerkers)  # type: ignore[attr-defined]


class NieuweIngangForm(IngangForm):
    """A new entrance."""

    soort = forms.ChoiceField(label="Soort", choices=_SOORTEN)
    kanaal = forms.ChoiceField(label="Kanaal", error_messages={"required": "Kies een kanaal."})
    naam = forms.CharField(label="Naam", max_length=100, error_messages={"required": "Vul een naam in."})
    waarde = forms.CharField(
        label="Adres of nummer",
        help_text="Het e-mailadres, het telefoonnummer of de naam waaraan wij de ingang herkennen. "
        "Het webformulier heet contact, dat van een tweede gemeente bijvoorbeeld contact-zuid.",
        max_length=200,
        error_messages={"required": "Vul het adres of nummer in."},
    )
    field_order = ("soort", "kanaal", "naam", "waarde", "team", "eigenaar", "vertrouwelijk")

    def __init__(self, *args: Any, kanalen: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["actief"]
        self.fields["kanaal"].choices = kanalen  # type: ignore[attr-defined]


class RolForm(GemeenteForm):
    """A role for an employee."""

    rol = forms.ChoiceField(label="Rol", error_messages={"required": "Kies een rol."})
    team = Nummerkeuze(label="Team van het KCC", leeg="Geen team", required=False)
    afdeling = Nummerkeuze(label="Afdeling", leeg="Geen afdeling", required=False)
    laatste_dag = Datumveld(
        label="Laatste dag", required=False, help_text="Laat leeg als de rol blijft. Daarna vervallen de rechten vanzelf."
    )

    def __init__(self, *args: Any, rollen: Keuzes, teams: Keuzes, afdelingen: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = rollen  # type: ignore[attr-defined]
        self.fields["team"].fill(teams)  # type: ignore[attr-defined]
        self.fields["afdeling"].fill(afdelingen)  # type: ignore[attr-defined]


class InzageForm(forms.Form):
    """Whose lines to look up in the access log."""

    partij = forms.IntegerField(label="Nummer van de klant", required=False, min_value=1)
    medewerker = Nummerkeuze(label="Medewerker", leeg="Alle medewerkers", required=False)

    def __init__(self, *args: Any, medewerkers: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].fill(medewerkers)  # type: ignore[attr-defined]
