"""The people of the town hall: six teams of the contact centre, twelve departments, 45 employees.

All names are made up. A weekday is counted from Monday = 0, as Python does.
"""

from dataclasses import dataclass

MA, DI, WO, DO, VR = range(5)
_ALLE = (MA, DI, WO, DO, VR)


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """A team of the contact centre; `overloop` is the team that helps when it is busy ('' = none)."""

    code: str
    naam: str
    leider: str
    overloop: str


@dataclass(frozen=True, slots=True)
class DemoAfdeling:
    """A department that knows the answer when the contact centre does not; `contact` is a login."""

    code: str
    naam: str
    contact: str


@dataclass(frozen=True, slots=True)
class DemoMedewerker:
    """An employee; `teams` starts with the own team, `werkdagen` are the weekdays on which they work."""

    login: str
    naam: str
    functie: str
    rollen: tuple[str, ...]
    teams: tuple[str, ...]
    afdeling: str
    werkdagen: tuple[int, ...] = _ALLE


TEAMS: tuple[DemoTeam, ...] = (
    DemoTeam("telefoon", "Telefoon", "gerda", "overloop"),
    DemoTeam("mail-internet", "Mail en internet", "tom", "overloop"),
    DemoTeam("balie", "Balie", "ingrid", ""),
    DemoTeam("post", "Post", "wil", "mail-internet"),
    DemoTeam("tweede-lijn", "Tweede lijn", "tess", ""),
    DemoTeam("overloop", "Avond en overloop", "gerda", ""),
)

AFDELINGEN: tuple[DemoAfdeling, ...] = (
    DemoAfdeling("burgerzaken", "Burgerzaken", "esther"),
    DemoAfdeling("belastingen", "Belastingen", "bram"),
    DemoAfdeling("werk-en-inkomen", "Werk en Inkomen", "mohamed"),
    DemoAfdeling("wmo-en-jeugd", "Wmo en Jeugd", "joyce"),
    DemoAfdeling("vergunningen", "Vergunningen", "vera"),
    DemoAfdeling("openbare-ruimte", "Openbare Ruimte", "ronald"),
    DemoAfdeling("afval", "Afval", "linh"),
    DemoAfdeling("parkeren", "Parkeren", "stefan"),
    DemoAfdeling("juridische-zaken", "Juridische Zaken", "lotte"),
    DemoAfdeling("economie", "Economie", "rachid"),
    DemoAfdeling("onderwijs", "Onderwijs", "willemijn"),
    DemoAfdeling("toezicht", "Toezicht en Handhaving", "kees"),
)

_ADVISEUR = ("klantadviseur",)
_BEHANDELAAR = ("behandelaar",)
_TWEEDE = ("klantadviseur", "tweedelijner")
_LEIDER = ("klantadviseur", "teamleider-kcc")

MEDEWERKERS: tuple[DemoMedewerker, ...] = (
    # Telefoon
    DemoMedewerker("gerda", "Gerda Hofstra", "teamleider Telefoon", _LEIDER, ("telefoon",), "", (MA, DI, WO, DO)),
    DemoMedewerker("youssef", "Youssef Amrani", "klantadviseur", _ADVISEUR, ("telefoon",), ""),
    DemoMedewerker("lieke", "Lieke Brouwers", "klantadviseur", _ADVISEUR, ("telefoon",), "", (MA, DI, DO)),
    DemoMedewerker("devin", "Devin Kartosen", "klantadviseur", _ADVISEUR, ("telefoon",), "", (MA, WO, DO, VR)),
    DemoMedewerker("hatice", "Hatice Yıldız", "klantadviseur", _ADVISEUR, ("telefoon",), ""),
    DemoMedewerker("joris", "Joris Meeuwsen", "klantadviseur", _ADVISEUR, ("telefoon",), "", (DI, WO, VR)),
    DemoMedewerker("naomi", "Naomi Pinas", "klantadviseur", _ADVISEUR, ("telefoon", "mail-internet"), "", (MA, DI, WO, VR)),
    # Mail en internet
    DemoMedewerker("tom", "Tom Kuiper", "teamleider Mail en internet", _LEIDER, ("mail-internet",), "",
                   (MA, DI, DO, VR)),
    DemoMedewerker("kim", "Kim van Dalen", "klantadviseur", _ADVISEUR, ("mail-internet", "telefoon"), ""),
    DemoMedewerker("sven", "Sven Terpstra", "klantadviseur", _ADVISEUR, ("mail-internet",), ""),
    DemoMedewerker("amira", "Amira El Idrissi", "klantadviseur", _ADVISEUR, ("mail-internet",), "", (MA, WO, VR)),
    DemoMedewerker("floor", "Floor Wiersma", "klantadviseur", _ADVISEUR, ("mail-internet",), "", (MA, DI, DO)),
    DemoMedewerker("ruben", "Ruben Zaal", "klantadviseur", _ADVISEUR, ("mail-internet", "overloop"), ""),
    # Balie
    DemoMedewerker("ingrid", "Ingrid Vlasblom", "teamleider Balie", _LEIDER, ("balie",), "", (MA, DI, WO, DO)),
    DemoMedewerker("omar", "Omar Haddad", "klantadviseur", _ADVISEUR, ("balie",), ""),
    DemoMedewerker("priya", "Priya Ramdin", "klantadviseur", _ADVISEUR, ("balie",), "", (MA, WO, DO, VR)),
    DemoMedewerker("tim", "Tim Oosterhof", "klantadviseur", _ADVISEUR, ("balie",), ""),
    DemoMedewerker("zeynep", "Zeynep Aksoy", "klantadviseur", _ADVISEUR, ("balie",), "", (DI, WO, DO)),
    DemoMedewerker("wouter", "Wouter Schram", "gastheer", _ADVISEUR, ("balie",), "", (MA, DI, WO, DO)),
    # Post
    DemoMedewerker("wil", "Wil Hendrikse", "teamleider Post", _LEIDER, ("post",), ""),
    DemoMedewerker("dewi", "Dewi Latupeirissa", "medewerker post", _ADVISEUR, ("post",), "", (DI, WO, DO, VR)),
    # Tweede lijn
    DemoMedewerker("tess", "Tess Mulder", "regisseur tweede lijn", _TWEEDE, ("tweede-lijn",), ""),
    DemoMedewerker("bilal", "Bilal Öztürk", "tweedelijner inkomen", _TWEEDE, ("tweede-lijn",), "", (MA, DI, WO, DO)),
    DemoMedewerker("anouk", "Anouk de Wit", "tweedelijner zorg", _TWEEDE, ("tweede-lijn",), "", (MA, DI, DO, VR)),
    DemoMedewerker("hans", "Hans Roelofs", "klachtencoördinator", _TWEEDE, ("tweede-lijn",), "",
                   (MA, DI, WO, DO)),
    # Avond en overloop
    DemoMedewerker("milan", "Milan Petrović", "klantadviseur", _ADVISEUR, ("overloop", "telefoon"), "", (MA, DO, VR)),
    DemoMedewerker("sanne", "Sanne Bakker", "klantadviseur", _ADVISEUR, ("overloop", "balie"), "", (DI, DO)),
    # Vakafdelingen
    DemoMedewerker("esther", "Esther Nijland", "specialist burgerzaken", _BEHANDELAAR, (), "burgerzaken"),
    DemoMedewerker("bram", "Bram Visser", "medewerker heffen", _BEHANDELAAR, (), "belastingen"),
    DemoMedewerker("carla", "Carla Monteiro", "taxateur", _BEHANDELAAR, (), "belastingen", (MA, DI, WO)),
    DemoMedewerker("mohamed", "Mohamed Bouzidi", "consulent inkomen", _BEHANDELAAR, (), "werk-en-inkomen"),
    DemoMedewerker("petra", "Petra Slagter", "consulent schuldhulp", _BEHANDELAAR, (), "werk-en-inkomen", (MA, DI, DO)),
    DemoMedewerker("joyce", "Joyce Emanuels", "consulent Wmo", _BEHANDELAAR, (), "wmo-en-jeugd"),
    DemoMedewerker("vera", "Vera Kranenburg", "vergunningverlener", _BEHANDELAAR, (), "vergunningen"),
    DemoMedewerker("dirk", "Dirk-Jan Postma", "casemanager bouwen", _BEHANDELAAR, (), "vergunningen", (MA, DI, WO, DO)),
    DemoMedewerker("ronald", "Ronald Vink", "wijkbeheerder", _BEHANDELAAR, (), "openbare-ruimte"),
    DemoMedewerker("linh", "Linh Trần", "planner inzameling", _BEHANDELAAR, (), "afval"),
    DemoMedewerker("stefan", "Stefan Kowalski", "medewerker parkeren", _BEHANDELAAR, (), "parkeren"),
    DemoMedewerker("lotte", "Lotte Verbraak", "jurist bezwaar", _BEHANDELAAR, (), "juridische-zaken", (MA, DI, DO, VR)),
    DemoMedewerker("rachid", "Rachid Tahiri", "accountmanager bedrijven", _BEHANDELAAR, (), "economie"),
    DemoMedewerker("willemijn", "Willemijn Oud", "medewerker leerlingenvervoer", _BEHANDELAAR, (), "onderwijs", (MA, DI, WO)),
    DemoMedewerker("kees", "Kees Dronkers", "toezichthouder", _BEHANDELAAR, (), "toezicht"),
    # Voor het hele klantcontactcentrum
    DemoMedewerker("rian", "Rian Cornelissen", "redacteur", ("redacteur",), ("mail-internet",), "", (MA, DI, WO, DO)),
    DemoMedewerker("fatma", "Fatma Demir", "functioneel beheerder", ("functioneel-beheerder",), (), ""),
    DemoMedewerker("pien", "Pien Hagenaars", "privacy officer", ("privacy-officer",), (), "", (MA, DI, DO)),
)  # fmt: skip

MEDEWERKER_PER_LOGIN: dict[str, DemoMedewerker] = {medewerker.login: medewerker for medewerker in MEDEWERKERS}
