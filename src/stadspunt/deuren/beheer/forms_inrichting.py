"""What an administrator fills in for municipalities, departments, teams, norms, closing days and mailboxes."""

from typing import Any

from django import forms

from stadspunt.bronnen.termijnen.rules import MAX_WERKDAGEN
from stadspunt.deuren.beheer.forms import BlijvendForm, GemeenteForm, Nummerkeuze
from stadspunt.deuren.beheer.werkgebied import Keuzes
from stadspunt.fundament.schermen.invoer import Datumveld
from stadspunt.stromen.intake.rules.postbus import Beveiliging, check_geheim_variabele

_NAAM = {"required": "Vul een naam in."}
_BEVEILIGING = (
    (Beveiliging.TLS.value, "TLS (vaak poort 993)"),
    (Beveiliging.STARTTLS.value, "STARTTLS (vaak poort 143)"),
    (Beveiliging.GEEN.value, "Geen, alleen voor een server op deze machine"),
)


class InrichtingForm(forms.Form):
    """A municipality."""

    naam = forms.CharField(label="Naam", help_text="Zonder het woord ‘gemeente’.", error_messages=_NAAM)
    maildomein = forms.CharField(
        label="Maildomein",
        help_text="Het deel na het apenstaartje in de e-mailadressen, bijvoorbeeld lindewaard.nl.",
        error_messages={"required": "Vul het maildomein in."},
    )
    telefoon = forms.CharField(
        label="Telefoonnummer", max_length=30, required=False, help_text="Dit nummer staat op de website en in e-mails."
    )
    noodinzage_minuten = forms.IntegerField(
        label="Noodinzage duurt (minuten)",
        initial=60,
        required=False,
        help_text="Zo lang ziet een medewerker een vertrouwelijke vraag na noodinzage. Leeg is 60.",
        error_messages={"invalid": "Vul een aantal minuten in, in cijfers."},
    )

    def clean_noodinzage_minuten(self) -> int:
        minuten: int | None = self.cleaned_data["noodinzage_minuten"]
        return 60 if minuten is None else minuten


class AfdelingForm(BlijvendForm):
    """A department."""

    naam = forms.CharField(label="Naam", error_messages=_NAAM)


class TeamForm(BlijvendForm):
    """A team; whether it is one of the KCC is chosen once."""

    naam = forms.CharField(label="Naam", error_messages=_NAAM)
    afdeling = Nummerkeuze(
        label="Hoort bij",
        leeg="Het KCC",
        required=False,
        help_text="Alleen een team van het KCC kan eigenaar van een vraag zijn.",
    )

    def __init__(self, *args: Any, afdelingen: Keuzes, nieuw: bool, **kwargs: Any) -> None:
        super().__init__(*args, nieuw=nieuw, **kwargs)
        self.fields["afdeling"].fill(afdelingen)  # type: ignore[attr-defined]
        if not nieuw:
            del self.fields["afdeling"]


class NormForm(GemeenteForm):
    """A norm for a channel from a day on."""

    kanaal = Nummerkeuze(label="Kanaal", leeg="Kies een kanaal", error_messages={"required": "Kies een kanaal."})
    werkdagen = forms.IntegerField(
        label="Werkdagen",
        error_messages={
            "required": "Vul een aantal werkdagen in.",
            "invalid": f"Vul een aantal werkdagen in van 0 tot en met {MAX_WERKDAGEN}.",
        },
    )
    vanaf = Datumveld(label="Geldt vanaf")

    def __init__(self, *args: Any, kanalen: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kanaal"].fill(kanalen)  # type: ignore[attr-defined]


class SluitingsdagForm(GemeenteForm):
    """A day on which a municipality is closed."""

    datum = Datumveld(label="Dag")
    naam = forms.CharField(label="Waarom", error_messages={"required": "Vul in waarom de gemeente dicht is."})


class PostbusForm(forms.Form):
    """A mailbox. What is no name of a variable may be a password, so it never comes back on the screen."""

    ingang_id = Nummerkeuze(
        label="Ingang", leeg="Kies een e-mailadres", error_messages={"required": "Kies het e-mailadres van deze postbus."}
    )
    host = forms.CharField(label="Mailserver", error_messages={"required": "Vul de naam van de mailserver in."})
    poort = forms.IntegerField(
        label="Poort",
        error_messages={"required": "Vul een poort in. Vaak is dat 993.", "invalid": "Vul een getal in. Vaak is dat 993."},
    )
    beveiliging = forms.TypedChoiceField(label="Beveiliging", choices=_BEVEILIGING, coerce=Beveiliging)
    gebruiker = forms.CharField(label="Gebruikersnaam", error_messages={"required": "Vul de gebruikersnaam van de postbus in."})
    geheim_variabele = forms.CharField(
        label="Naam van de omgevingsvariabele met het wachtwoord",
        help_text="Bijvoorbeeld POSTBUS_INFO. Het wachtwoord zelf staat alleen in de omgeving van het onderdeel ‘inkomend’.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Vul de naam van de omgevingsvariabele in."},
    )
    map = forms.CharField(label="Map", error_messages={"required": "Vul de map in, bijvoorbeeld INBOX."})
    verwerkt_map = forms.CharField(
        label="Map voor verwerkte berichten", required=False, help_text="Laat leeg als berichten moeten blijven staan."
    )
    actief = forms.BooleanField(label="Deze postbus wordt geleegd", required=False)

    def __init__(self, *args: Any, ingangen: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ingang_id"].fill(ingangen)  # type: ignore[attr-defined]

    def clean_geheim_variabele(self) -> str:
        """Refuse what is no name, at once, and forget it."""
        naam: str = self.cleaned_data["geheim_variabele"]
        if fouten := check_geheim_variabele(naam):
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["geheim_variabele"] = ""  # type: ignore[index]
            raise forms.ValidationError([fout.tekst for fout in fouten])
        return naam
