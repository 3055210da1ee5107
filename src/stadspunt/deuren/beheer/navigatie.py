"""The parts of the administration in groups: all on the overview, and beside a page only those of its own group."""

from dataclasses import dataclass

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.schermen.onderdelen import Tab
from stadspunt.fundament.toegang.actor import Raadpleging


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the administration; `uitleg` says on the overview what can be done there."""

    naam: str
    url: str
    recht: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Groep:
    """Parts that belong together."""

    naam: str
    onderdelen: tuple[Onderdeel, ...]


_GROEPEN: tuple[Groep, ...] = (
    Groep(
        "Antwoorden en termijnen",
        (
            Onderdeel("Sjablonen", "/beheer/sjablonen/", "beheer.lezen", "Teksten voor antwoorden en de ontvangstbevestiging."),
            Onderdeel("Tekstblokken", "/beheer/tekstblokken/", "beheer.lezen", "Vaste zinnen die een medewerker met :: invoegt."),
            Onderdeel("Macro’s", "/beheer/macros/", "beheer.lezen", "Vaste stappen die een medewerker in één keer doet."),
            Onderdeel("Producten", "/beheer/producten/", "beheer.lezen", "Waar vragen over gaan en welke afdeling erbij hoort."),
            Onderdeel("Snelcodes", "/beheer/snelcodes/", "beheer.lezen", "Eenvoudige vragen met hun vaste antwoord."),
            Onderdeel(
                "Redenen om te wachten", "/beheer/wachtredenen/", "beheer.lezen", "Waarom een vraag tot een moment mag wachten."
            ),
            Onderdeel(
                "Servicenormen", "/beheer/servicenormen/", "beheer.lezen", "Binnen hoeveel werkdagen een klant antwoord heeft."
            ),
            Onderdeel("Sluitingsdagen", "/beheer/sluitingsdagen/", "beheer.lezen", "Dagen waarop de gemeente dicht is."),
        ),
    ),
    Groep(
        "Hoe vragen binnenkomen",
        (
            Onderdeel("Kanalen", "/beheer/kanalen/", "beheer.lezen", "Telefoon, e-mail, balie en andere manieren."),
            Onderdeel("Ingangen", "/beheer/ingangen/", "beheer.lezen", "Adressen, nummers en balies, met hun team en eigenaar."),
            Onderdeel("Postbussen", "/beheer/postbussen/", "techniek.lezen", "Mailboxen die worden geleegd."),
        ),
    ),
    Groep(
        "Organisatie",
        (
            Onderdeel("Medewerkers", "/beheer/medewerkers/", "beheer.lezen", "Wie hier werkt en wat diegene mag."),
            Onderdeel(
                "Tweede stap", "/beheer/tweede-stap/", "beheer.wijzigen", "Bij welke rollen een app of passkey verplicht is."
            ),
            Onderdeel("Teams", "/beheer/teams/", "beheer.lezen", "Groepen met een eigen werkvoorraad."),
            Onderdeel("Afdelingen", "/beheer/afdelingen/", "beheer.lezen", "Vakafdelingen die vragen van het KCC krijgen."),
            Onderdeel("Gemeenten", "/beheer/gemeenten/", "beheer.lezen", "Naam, telefoonnummer en maildomein."),
        ),
    ),
    Groep(
        "Toezicht",
        (
            Onderdeel("Binnengekomen", "/beheer/ontvangsten/", "techniek.lezen", "Berichten die niet zijn verwerkt of wachten."),
            Onderdeel(
                "Verzonden", "/beheer/verzendingen/", "techniek.lezen", "Berichten die niet zijn aangekomen of onderweg zijn."
            ),
            Onderdeel("Doorgeven", "/beheer/afleveringen/", "techniek.lezen", "Gebeurtenissen die nog niet overal bekend zijn."),
            Onderdeel("Gezondheid", "/beheer/gezondheid/", "techniek.lezen", "Of alles werkt, en wat u doet als dat niet zo is."),
            Onderdeel(
                "Aanmeldlogboek", "/beheer/aanmeldlogboek/", "aanmeldlogboek.lezen", "Wie zich aanmeldde, en wat mislukte."
            ),
            Onderdeel("Inzage", "/beheer/inzage/", "inzagelogboek.lezen", "Wie welke klant heeft gezien, en waarvoor."),
            Onderdeel(
                "Noodinzage", "/beheer/noodinzagen/", "noodinzage.toezien", "Wie een vertrouwelijke vraag in een noodgeval zag."
            ),
        ),
    ),
)


def list_groepen(raadpleging: Raadpleging) -> tuple[Groep, ...]:
    """Return the groups with the parts that this actor may open."""
    mogelijk = (
        Groep(groep.naam, tuple(een for een in groep.onderdelen if raadpleging.actor.has_recht(Doel.BEHEREN, een.recht)))
        for groep in _GROEPEN
    )
    return tuple(groep for groep in mogelijk if groep.onderdelen)


def build_tabs(raadpleging: Raadpleging, hier: str) -> tuple[Tab, ...]:
    """Return the way back to the overview and the parts in the group of `hier`, the address of the open one."""
    groep = next((een.onderdelen for een in list_groepen(raadpleging) if hier in {deel.url for deel in een.onderdelen}), ())
    return (Tab("Overzicht", "/beheer/"), *(Tab(deel.naam, deel.url, actief=deel.url == hier) for deel in groep))
