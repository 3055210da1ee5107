"""The contexts of the pages of the style guide."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.safestring import SafeString

from stadspunt.fundament.schermen.onderdelen import Bestand, Blad, Feit, Filter, Kruimel, Stap, Tab, Toast
from stadspunt.fundament.schermen.voorbeelden.cijfers import build_grafieken, list_cijfers
from stadspunt.fundament.schermen.voorbeelden.formulieren import Filterformulier, Voorbeeldformulier
from stadspunt.fundament.schermen.voorbeelden.kaders import build_publiekkader, list_opdrachten, list_strookkaders
from stadspunt.fundament.schermen.voorbeelden.regels import list_lange_regels, list_regels

_BERICHT = SafeString(
    "<p>Goedemorgen,</p><p>Onze container aan de Kastanjelaan is al <strong>twee weken</strong> niet geleegd. "
    "Wanneer komt u langs?</p><p>Groet, Joost Jansen</p>"
)


def _list_bestanden() -> tuple[Bestand, ...]:
    gevaar = "Dit is een programma. Open het alleen als u zeker weet van wie het komt."
    return (
        Bestand("foto-container.jpg", 2_348_112, "Afbeelding", "#", controle="Gecontroleerd: geen virus gevonden."),
        Bestand("factuur.pdf.exe", 81_233, "Programma", "#", gevaar),
        Bestand("aanmaning.zip", 40_112, "ZIP", "#", "Virus gevonden: Win.Trojan.Voorbeeld-1."),
    )


def _list_feiten() -> tuple[Feit, ...]:
    return (
        Feit("Naam", "Joost Jansen", "#"),
        Feit("Voorkeur", "Telefoon, na 17.00 uur"),
        Feit("E-mail", "joost@voorbeeld.nl"),
        Feit("Taal", "Nederlands"),
    )


def build_stijlcontext(moment: datetime) -> dict[str, Any]:
    """Return everything the page /stijl draws."""
    fout = {"email": "jan", "vraag": "Wanneer wordt mijn container geleegd?", "dag": "2026-11-22"}
    return {
        "kruimels": (Kruimel("Werkvoorraad", "#"), Kruimel("2026-004127-3", "#"), Kruimel("Overdragen")),
        "tabs": (Tab("Mijn team", "?", 48, actief=True), Tab("Van mij", "#", 7), Tab("Te laat", "#", 3), Tab("Alles", "#", 1204)),
        "filterformulier": Filterformulier(),
        "filters": (Filter("Kanaal", "E-mail", "?"), Filter("Onderwerp", "Afval", "?")),
        "lege_filterformulier": Filterformulier({"q": "hondenpoep", "kanaal": "telefoon"}, auto_id="leegfilter_%s"),
        "lege_filters": (Filter("Zoek", "hondenpoep", "?"), Filter("Kanaal", "Telefoon", "?")),
        "regels": list_regels(),
        "lange_regels": list_lange_regels(),
        "stroken": list_strookkaders(),
        "opdrachten": list_opdrachten(),
        "blad": Blad(3, 25, 204),
        "formulier": Voorbeeldformulier(auto_id="leeg_%s"),
        "fout_formulier": Voorbeeldformulier(fout, auto_id="fout_%s"),
        "stappen": (Stap("Uw vraag", "klaar", "#"), Stap("Uw gegevens", "nu"), Stap("Controleren", "straks")),
        "bestanden": _list_bestanden(),
        "feiten": _list_feiten(),
        "cijfers": list_cijfers(),
        "bericht_html": _BERICHT,
        "voorbeeldtoasts": (
            Toast("De klantvraag is bewaard."),
            Toast("De afdeling is vandaag dicht.", "let-op"),
            Toast("Het antwoord kon niet worden verstuurd.", "fout"),
            Toast("Het antwoord aan Joost Jansen wordt verstuurd.", "ok", "#meldingen", moment + timedelta(seconds=20)),
        ),
        **build_grafieken(),
    }


def build_publiekcontext() -> dict[str, Any]:
    """Return what the example of the public frame draws."""
    return {
        "kader": build_publiekkader(),
        "kruimels": (Kruimel("Home", "#"), Kruimel("Contact", "#"), Kruimel("Stel uw vraag")),
        "formulier": Voorbeeldformulier(),
        "stappen": (Stap("Uw vraag", "nu"), Stap("Uw gegevens", "straks"), Stap("Controleren", "straks")),
    }


def build_kaalcontext() -> dict[str, Any]:
    """Return what the example of the bare frame draws."""
    return {"formulier": Voorbeeldformulier()}


def build_dialoogcontext() -> dict[str, Any]:
    """Return what the example of a page with a side column, that is also a dialog, draws."""
    return {
        "formulier": Voorbeeldformulier(),
        "bestanden": _list_bestanden(),
        "feiten": _list_feiten(),
    }
