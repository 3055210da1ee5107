"""Full frames: of the staff and of the public site."""

from datetime import datetime, timedelta

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
from stadspunt.fundament.schermen.onderdelen import Contacttab, Toast

GEMEENTE = "Lindewaard"


def build_werkkader(moment: datetime) -> Werkkader:
    """Return a full frame, with an active client, two contacts and an answer that can still be stopped."""
    return Werkkader(
        gemeente=GEMEENTE,
        instellingen_url="/mijn/instellingen/",
        menu=(
            Menugroep(
                "",
                (
                    Menuregel("Werkvoorraad", "#werklijst", "lijst", 48, "open klantvragen", sneltoets="g w"),
                    Menuregel("Registreren", "#formulier", "plus", sneltoets="g r"),
                    Menuregel("Terugbellen", "#tijdlijn", "telefoon", 6, "terugbelverzoeken"),
                    Menuregel("Bij afdelingen", "#gegevens", "overdragen", 23, "overdrachten"),
                ),
            ),
            Menugroep(
                "Sturen",
                (
                    Menuregel("Dashboard", "#grafieken", "grafiek"),
                    Menuregel("Stijl", "#inhoud", "boek", actief=True),
                ),
            ),
        ),
        gebruiker=Gebruiker(
            "Kim de Vries", "Medewerker, team Publiekszaken", "#", (Menuregel("Mijn instellingen", "#", "instellingen"),)
        ),
        klant=ActieveKlant("Joost Jansen", "persoon", "#", "#", ("Kastanjelaan 12", "geboren 3 mei 1961")),
        contacten=(
            Contacttab(
                "Joost Jansen", "Container niet geleegd", "Telefoon", "telefoon", "#", "3 min", actief=True, onbewaard=True
            ),
            Contacttab("Bakkerij De Korenaar", "Terras", "E-mail", "email", "#"),
        ),
        nieuw_contact_url="#formulier",
        opdrachten=list_opdrachten(),
        zoek_url="#werklijst",
        toegankelijkheid_url="#",
        toasts=(Toast("Het antwoord aan Joost Jansen wordt verstuurd.", "ok", "#", moment + timedelta(seconds=20)),),
    )


def list_opdrachten() -> tuple[Opdracht, ...]:
    """Return lines of the command bar: something to do and places to go."""
    return (
        Opdracht("Nieuw contact registreren", "#formulier", "Doen", "plus", "n"),
        Opdracht("Werkvoorraad", "#werklijst", icoon="lijst", sneltoets="g w"),
        Opdracht("Dashboard", "#grafieken", icoon="grafiek"),
    )


def list_strookkaders() -> tuple[tuple[str, Werkkader], ...]:
    """Return the strip in each state, with what it shows in words."""
    kort = Contacttab("Joost Jansen", "Container", "Telefoon", "telefoon", "#strook", "3 min", actief=True)
    niet_bewaard = Contacttab("Anoniem", "Nog geen onderwerp", "Balie", "balie", "#strook", "1 min", onbewaard=True)
    lang = Contacttab("Mevrouw Ö. van den Heuvel-Yıldız", "Bezwaar tegen de aanslag van vorig jaar", "E-mail", "email", "#strook")
    nieuw = "#strook"
    persoon = ActieveKlant("Joost Jansen", "persoon", "#strook", "#strook", ("Kastanjelaan 12", "geboren 3 mei 1961"))
    organisatie = ActieveKlant("Bakkerij De Korenaar", "organisatie", "#strook", "#strook", ("KVK 00000000",))
    anoniem = ActieveKlant("Onbekende beller", "anoniem", "#strook", "#strook")
    return (
        ("Geen klant, geen contact", Werkkader("", nieuw_contact_url=nieuw)),
        ("Een persoon en een lopend contact", Werkkader("", klant=persoon, contacten=(kort,), nieuw_contact_url=nieuw)),
        (
            "Een organisatie, meer contacten, niet alles bewaard",
            Werkkader("", klant=organisatie, contacten=(kort, niet_bewaard, lang), nieuw_contact_url=nieuw),
        ),
        ("Anoniem", Werkkader("", klant=anoniem, contacten=(niet_bewaard,), nieuw_contact_url=nieuw)),
        (
            "Meer contacten dan er passen",
            Werkkader("", contacten=(kort, niet_bewaard, lang, lang, lang), nieuw_contact_url=nieuw),
        ),
    )


def build_publiekkader() -> Publiekkader:
    """Return the frame of the public site with two languages."""
    return Publiekkader(
        gemeente=GEMEENTE,
        menu=(Menuregel("Onderwerpen", "#"), Menuregel("Stel uw vraag", "#", actief=True), Menuregel("Contact", "#")),
        talen=(Taal("nl", "Nederlands", "?", actief=True), Taal("en", "English", "?taal=en")),
        telefoon="14 099",
        contact_url="#",
        privacy_url="#",
        toegankelijkheid_url="#",
    )
