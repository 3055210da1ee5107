"""What stands around a screen: the values that the page frames draw."""

from dataclasses import dataclass

from stadspunt.fundament.schermen.onderdelen import Contacttab, Toast


@dataclass(frozen=True, slots=True)
class Menuregel:
    """A link in a menu.

    `telling` is how much waits behind it, `telling_betekenis` says what is counted
    ("open klantvragen") for who hears the page. `sneltoets` is the key that goes there.
    """

    naam: str
    url: str
    icoon: str = ""
    telling: int | None = None
    telling_betekenis: str = ""
    actief: bool = False
    sneltoets: str = ""


@dataclass(frozen=True, slots=True)
class Menugroep:
    """A part of the main menu; the first one usually has no name."""

    naam: str
    regels: tuple[Menuregel, ...]


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """Who is signed in: name, role or team in words, and the links of the menu under the name."""

    naam: str
    functie: str
    uitloggen_url: str
    regels: tuple[Menuregel, ...] = ()


@dataclass(frozen=True, slots=True)
class ActieveKlant:
    """The client for whom everything on the screen is done until released.

    `soort` is "persoon", "organisatie" or "anoniem"; `kenmerken` are two or three facts
    to recognise the client by; `loslaten_url` is posted to.
    """

    naam: str
    soort: str
    url: str
    loslaten_url: str
    kenmerken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A line of the command bar: something to do or a place to go."""

    naam: str
    url: str
    groep: str = "Ga naar"
    icoon: str = "pijl-rechts"
    sneltoets: str = ""


@dataclass(frozen=True, slots=True)
class Werkkader:
    """The frame of the staff's screens (`schermen/werk.html`)."""

    gemeente: str
    menu: tuple[Menugroep, ...] = ()
    gebruiker: Gebruiker | None = None
    klant: ActieveKlant | None = None
    contacten: tuple[Contacttab, ...] = ()
    nieuw_contact_url: str = ""
    opdrachten: tuple[Opdracht, ...] = ()
    zoek_url: str = ""
    # Where the command bar asks for hits while somebody types, by POST; '' when it does not.
    treffers_url: str = ""
    live_url: str = "/live/"
    # Where a field asks for pieces of text when somebody types `::`; '' where there are none.
    tekstblokken_url: str = ""
    # Where one sets up how he works, and whether he uses keys of one letter.
    instellingen_url: str = ""
    lettertoetsen: bool = True
    start_url: str = "/"
    toegankelijkheid_url: str = ""
    toasts: tuple[Toast, ...] = ()
    product: str = "StadsPunt"


@dataclass(frozen=True, slots=True)
class Taal:
    """A language in which the public site can be read; `code` as in HTML ("nl", "en")."""

    code: str
    naam: str
    url: str
    actief: bool = False


@dataclass(frozen=True, slots=True)
class Publiekkader:
    """The frame of the public site (`schermen/publiek.html`)."""

    gemeente: str
    menu: tuple[Menuregel, ...] = ()
    talen: tuple[Taal, ...] = ()
    telefoon: str = ""
    contact_url: str = ""
    privacy_url: str = ""
    toegankelijkheid_url: str = ""
    start_url: str = "/"
    toasts: tuple[Toast, ...] = ()
    product: str = "StadsPunt"
