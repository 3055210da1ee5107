"""What the style guide shows: invented words and figures of the invented municipality Lindewaard."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from stadspunt.fundament.schermen.duur import to_termijn
from stadspunt.fundament.schermen.grafiek import Grafiek, Reeks
from stadspunt.fundament.schermen.invoer import Datumveld, Tijdveld, Zoekinvoer
from stadspunt.fundament.schermen.kader import (
    ActieveKlant,
    Gebruiker,
    Menugroep,
    Menuregel,
    Opdracht,
    Publiekkader,
    Taal,
    Werkkader,
)
from stadspunt.fundament.schermen.onderdelen import (
    Bestand,
    Blad,
    Contacttab,
    Feit,
    Filter,
    Kerncijfer,
    Kruimel,
    Niveau,
    Stap,
    Tab,
    Termijn,
    Toast,
)

_GEMEENTE = "Lindewaard"


@dataclass(frozen=True, slots=True)
class Voorbeeldregel:
    """One row of the example list."""

    nummer: str
    onderwerp: str
    klant: str
    kanaal: str
    icoon: str
    status: str
    soort: str
    termijn: Termijn
    wie: str


class Voorbeeldformulier(forms.Form):
    """Every kind of field."""

    naam = forms.CharField(label="Naam", error_messages={"required": "Vul uw naam in."})
    email = forms.EmailField(
        label="E-mailadres",
        help_text="Hier sturen we het antwoord naartoe.",
        error_messages={"invalid": "Vul een e-mailadres in met een @, bijvoorbeeld naam@voorbeeld.nl."},
    )
    vraag = forms.CharField(label="Uw vraag", widget=forms.Textarea(attrs={"rows": 4}), max_length=500)
    onderwerp = forms.ChoiceField(
        label="Onderwerp",
        choices=[("", "Kies een onderwerp"), ("parkeren", "Parkeren"), ("afval", "Afval"), ("paspoort", "Paspoort")],
        required=False,
    )
    antwoord = forms.ChoiceField(
        label="Hoe wilt u antwoord?",
        widget=forms.RadioSelect,
        choices=[("email", "Per e-mail"), ("telefoon", "Per telefoon"), ("post", "Per brief")],
        error_messages={"required": "Kies hoe u antwoord wilt."},
    )
    kanalen = forms.MultipleChoiceField(
        label="Welke kanalen wilt u zien?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("email", "E-mail"), ("telefoon", "Telefoon"), ("balie", "Balie")],
        required=False,
    )
    dag = Datumveld(label="Dag")
    tijd = Tijdveld(label="Tijd", required=False)
    bijlage = forms.FileField(label="Bijlage", required=False, help_text="Een bestand tot 10 MB.")
    zoek = forms.CharField(label="Zoek een klant", widget=Zoekinvoer, required=False)
    akkoord = forms.BooleanField(label="Ik heb alles goed ingevuld", error_messages={"required": "Vink aan dat alles klopt."})


class Filterformulier(forms.Form):
    """The filters above the example list."""

    q = forms.CharField(label="Zoek op nummer, naam of woord", widget=Zoekinvoer, required=False)
    kanaal = forms.ChoiceField(label="Kanaal", choices=[("", "Alle"), ("email", "E-mail"), ("telefoon", "Telefoon")], required=False)
    status = forms.ChoiceField(label="Status", choices=[("", "Alle"), ("open", "Open"), ("wacht", "Wacht")], required=False)


def _list_regels() -> tuple[Voorbeeldregel, ...]:
    uur = timedelta(hours=1)
    return (
        Voorbeeldregel("2026-004127-3", "Container aan de Kastanjelaan is al twee weken niet geleegd", "Joost Jansen", "E-mail", "email", "Open", "actief", to_termijn(-2 * uur, 1.2, "ma 23 nov 15.00"), "Kim de Vries"),
        Voorbeeldregel("2026-004131-9", "Parkeervergunning op een ander kenteken", "Mevrouw Ö. Yıldız", "Telefoon", "telefoon", "Bij afdeling", "let-op", to_termijn(3 * uur, 0.8, "di 24 nov 17.00"), "Kim de Vries"),
        Voorbeeldregel("2026-004140-1", "Bezwaar tegen de aanslag voor de hondenbelasting van vorig jaar", "Bakkerij De Korenaar", "Formulier", "formulier", "Wacht op klant", "wacht", to_termijn(27 * uur, 0.4, "wo 25 nov 17.00"), "Niemand"),
        Voorbeeldregel("2026-004152-0", "Afspraak voor een paspoort van twee kinderen", "Anoniem", "Balie", "balie", "Beantwoord", "klaar", Termijn("beantwoord", Niveau.KLAAR), "Tess Bakker"),
    )


def build_werkkader(moment: datetime) -> Werkkader:
    """Return a full frame, with an active client, two contacts and an answer that can still be stopped."""
    return Werkkader(
        gemeente=_GEMEENTE,
        menu=(
            Menugroep("", (
                Menuregel("Werkvoorraad", "#werklijst", "lijst", 48, "open klantvragen", sneltoets="g w"),
                Menuregel("Registreren", "#formulier", "plus", sneltoets="g r"),
                Menuregel("Terugbellen", "#tijdlijn", "telefoon", 6, "terugbelverzoeken"),
                Menuregel("Bij afdelingen", "#gegevens", "overdragen", 23, "overdrachten"),
            )),
            Menugroep("Sturen", (
                Menuregel("Dashboard", "#grafieken", "grafiek"),
                Menuregel("Stijl", "#inhoud", "boek", actief=True),
            )),
        ),
        gebruiker=Gebruiker("Kim de Vries", "Medewerker, team Publiekszaken", "#", (Menuregel("Mijn instellingen", "#", "instellingen"),)),
        klant=ActieveKlant("Joost Jansen", "persoon", "#", "#", ("Kastanjelaan 12", "geboren 3 mei 1961")),
        contacten=(
            Contacttab("Joost Jansen", "Container niet geleegd", "Telefoon", "telefoon", "#", "3 min", actief=True, onbewaard=True),
            Contacttab("Bakkerij De Korenaar", "Terras", "E-mail", "email", "#"),
        ),
        nieuw_contact_url="#formulier",
        opdrachten=(
            Opdracht("Nieuw contact registreren", "#formulier", "Doen", "plus", "n"),
            Opdracht("Werkvoorraad", "#werklijst", icoon="lijst", sneltoets="g w"),
            Opdracht("Dashboard", "#grafieken", icoon="grafiek"),
        ),
        zoek_url="#werklijst",
        toegankelijkheid_url="#",
        toasts=(Toast("Het antwoord aan Joost Jansen wordt verstuurd.", "ok", "#", moment + timedelta(seconds=20)),),
    )


def _build_grafieken() -> dict[str, Grafiek]:
    dagen = ("ma", "di", "wo", "do", "vr")
    return {
        "staaf": Grafiek("per-onderwerp", "Vragen per onderwerp", "Afval komt het meest voor, daarna parkeren.", "Onderwerp", ("Afval", "Parkeren", "Paspoort en identiteitskaart", "Belastingen"), (Reeks("Vragen", (132, 97, 88, 41)),), "Aantal, deze week", norm=100),
        "lijn": Grafiek("per-dag", "Binnengekomen en beantwoord", "Op maandag komt het meeste binnen; op donderdag is niets gemeten bij beantwoord.", "Dag", dagen, (Reeks("Binnengekomen", (210, 160, 148, 139, 120)), Reeks("Beantwoord", (150, 171, 152, None, 131))), "Aantal per dag", norm=180, norm_naam="Bezetting"),
        "stapel": Grafiek("per-kanaal", "Contacten per kanaal", "Telefoon is elke dag het grootste kanaal.", "Dag", dagen, (Reeks("Telefoon", (120, 96, 90, 84, 70)), Reeks("E-mail", (60, 44, 40, 38, 36)), Reeks("Balie", (30, 20, 18, 17, 14))), "Aantal per dag"),
    }


def build_stijlcontext(moment: datetime) -> dict[str, Any]:
    """Return everything the page /stijl draws."""
    leeg = {"email": "jan", "vraag": "Wanneer wordt mijn container geleegd?", "dag": "31-02-2026"}
    return {
        "kader": build_werkkader(moment),
        "kruimels": (Kruimel("Werkvoorraad", "#"), Kruimel("2026-004127-3", "#"), Kruimel("Overdragen")),
        "tabs": (Tab("Mijn team", "?", 48, actief=True), Tab("Van mij", "#", 7), Tab("Te laat", "#", 3), Tab("Alles", "#", 1204)),
        "filterformulier": Filterformulier(),
        "filters": (Filter("Kanaal", "E-mail", "?"), Filter("Onderwerp", "Afval", "?")),
        "regels": _list_regels(),
        "blad": Blad(3, 25, 204),
        "formulier": Voorbeeldformulier(auto_id="leeg_%s"),
        "fout_formulier": Voorbeeldformulier(leeg, auto_id="fout_%s"),
        "stappen": (Stap("Uw vraag", "klaar", "#"), Stap("Uw gegevens", "nu"), Stap("Controleren", "straks")),
        "bestanden": (
            Bestand("foto-container.jpg", 2_348_112, "Afbeelding", "#"),
            Bestand("factuur.pdf.exe", 81_233, "Programma", "#", "Dit is een programma. Open het alleen als u zeker weet van wie het komt."),
        ),
        "feiten": (
            Feit("Naam", "Joost Jansen", "#"),
            Feit("Voorkeur", "Telefoon, na 17.00 uur"),
            Feit("E-mail", "joost@voorbeeld.nl"),
            Feit("Taal", "Nederlands"),
        ),
        "cijfers": (
            Kerncijfer("Vandaag binnen", "212", "Alle klantcontacten die vandaag zijn geregistreerd, over alle kanalen.", "#", verschil="18 meer dan vorige maandag"),
            Kerncijfer("Wacht op antwoord", "48", "Klantvragen zonder antwoord, van alle teams.", "#", verschil="3 te laat", niveau=Niveau.BIJNA),
            Kerncijfer("Oudste", "6", "Werkdagen sinds het eerste contact van de oudste open klantvraag.", "#", "werkdagen", niveau=Niveau.TE_LAAT),
            Kerncijfer("In één keer beantwoord", "71", "Deel van de klantvragen van deze week dat bij het eerste contact een antwoord kreeg.", "#", "%", "norm is 80%"),
        ),
        "bericht_html": SafeString("<p>Goedemorgen,</p><p>Onze container aan de Kastanjelaan is al <strong>twee weken</strong> niet geleegd. Wanneer komt u langs?</p><p>Groet, Joost Jansen</p>"),
        "voorbeeldtoasts": (Toast("De klantvraag is bewaard."), Toast("De afdeling is vandaag dicht.", "let-op"), Toast("Het antwoord kon niet worden verstuurd.", "fout")),
        **_build_grafieken(),
    }


def build_publiekcontext() -> dict[str, Any]:
    """Return what the example of the public frame draws."""
    return {
        "kader": Publiekkader(
            gemeente=_GEMEENTE,
            menu=(Menuregel("Onderwerpen", "#"), Menuregel("Stel uw vraag", "#", actief=True), Menuregel("Contact", "#")),
            talen=(Taal("nl", "Nederlands", "?", actief=True), Taal("en", "English", "?taal=en")),
            telefoon="14 099",
            contact_url="#",
            privacy_url="#",
            toegankelijkheid_url="#",
        ),
        "kruimels": (Kruimel("Home", "#"), Kruimel("Contact", "#"), Kruimel("Stel uw vraag")),
        "formulier": Voorbeeldformulier(),
        "stappen": (Stap("Uw vraag", "nu"), Stap("Uw gegevens", "straks"), Stap("Controleren", "straks")),
    }


def build_kaalcontext() -> dict[str, Any]:
    """Return what the example of the bare frame draws."""
    return {"kader": Werkkader(gemeente=_GEMEENTE), "formulier": Voorbeeldformulier()}


def build_dialoogcontext() -> dict[str, Any]:
    """Return what the example of a page that is also a dialog draws."""
    return {"kader": Werkkader(gemeente=_GEMEENTE), "formulier": Voorbeeldformulier()}
