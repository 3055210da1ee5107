"""The ordinary work that is open today: who asked what, when, and how far it is.

Every piece takes its words from a case; `variant` is the place of the question (or, for what was spoken, of the
note) in it. `dagen` counts working days back.
"""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Werkstuk:
    """One piece. `door` took it ('' = nobody yet).

    With `terug` (working days from today, below zero: past) it lies with the department; `vakmedewerker` has
    taken it there. `terug_sinds` is how many working days ago the answer came back, `getoetst` that it passed the
    three checks and waits to be sent.
    """

    naam: str
    ingang: str
    dagen: int
    tijd: time
    klant: int
    casus: str
    variant: int = 0
    door: str = ""
    terug: int | None = None
    vakmedewerker: str = ""
    terug_sinds: int | None = None
    getoetst: bool = False
    organisatie: bool = False


_MAIL, _FORM, _BEL, _BALIE = "mail-info", "formulier", "telefoon", "balie-stadhuis"

NIEUW: tuple[Werkstuk, ...] = (
    Werkstuk("nieuw-paspoort", _MAIL, 0, time(8, 12), 1, "Paspoort nodig voor vakantie", 1),
    Werkstuk("nieuw-grofvuil", _MAIL, 0, time(8, 31), 2, "Grofvuil laten ophalen", 0),
    Werkstuk("nieuw-verhuizing", _MAIL, 0, time(8, 47), 3, "Verhuizing doorgeven", 1),
    Werkstuk("nieuw-kwijtschelding", "mail-belastingen", 0, time(9, 5), 4, "Kwijtschelding van gemeentelijke belastingen", 1),
    Werkstuk("nieuw-dakkapel", "mail-vergunningen", 0, time(9, 22), 5, "Vergunning nodig voor dakkapel, schuur of schutting", 0),
    Werkstuk("nieuw-wmo", _MAIL, 1, time(21, 40), 6, "Hulp in het huishouden aanvragen", 0),
    Werkstuk("nieuw-parkeren", _MAIL, 1, time(19, 3), 7, "Parkeerboete of overlast door geparkeerde auto's", 0),
    Werkstuk("nieuw-trouwen", _MAIL, 1, time(17, 25), 8, "Trouwen: datum, plaats en kosten", 1),
    Werkstuk("nieuw-lantaarn", _FORM, 0, time(7, 58), 9, "Lantaarnpaal kapot", 0),
    Werkstuk("nieuw-zwerfvuil", _FORM, 0, time(9, 41), 10, "Zwerfvuil of gedumpt afval", 0),
    Werkstuk("nieuw-afspraak", _FORM, 1, time(20, 16), 11, "Afspraak maken of verzetten", 2),
    Werkstuk("nieuw-ondernemer", _FORM, 1, time(16, 52), 1, "Terras: plaats, tijden en overlast", 0, organisatie=True),
)
IN_BEHANDELING: tuple[Werkstuk, ...] = (
    Werkstuk("bezig-uittreksel", _MAIL, 1, time(10, 14), 12, "Uittreksel aanvragen", 1, "kim"),
    Werkstuk("bezig-bijstand", _MAIL, 1, time(11, 48), 13, "Bijverdienen, samenwonen of vakantie met bijstand", 1, "tess"),
    Werkstuk("bezig-woz", "mail-belastingen", 2, time(13, 20), 14, "Aanslag betalen in termijnen", 2, "kim"),
    Werkstuk("bezig-klacht", _MAIL, 3, time(9, 33), 15, "Klacht: geen antwoord of van het kastje naar de muur", 1, "hans"),
    Werkstuk("bezig-vog", _FORM, 1, time(14, 5), 16, "VOG aanvragen", 0, "sven"),
    Werkstuk("bezig-brief", "post", 4, time(10, 10), 17, "Bezwaar maken: hoe en tot wanneer", 2, "wil"),
    Werkstuk("bezig-bellen", _BEL, 1, time(15, 27), 18, "Scootmobiel, traplift of rolstoel kapot", 1, "youssef"),
    Werkstuk("te-laat-mail", _MAIL, 8, time(12, 2), 19, "Boom kappen in eigen tuin", 0, "ruben"),
)
BIJ_AFDELING: tuple[Werkstuk, ...] = (
    Werkstuk("uit-woz", "mail-belastingen", 1, time(9, 12), 20, "WOZ-waarde te hoog", 1, "kim", 3),
    Werkstuk("uit-bouw", "mail-vergunningen", 1, time(10, 40), 21, "Stand van mijn aanvraag voor een vergunning", 0, "kim", 3),
    Werkstuk("uit-kap", "mail-vergunningen", 2, time(11, 15), 22, "Bezwaar tegen bomenkap in de buurt", 1, "sven", 2, "vera"),
    Werkstuk("uit-taxi", _BEL, 0, time(8, 44), 23, "Taxibusje naar school", 0, "hatice", 1),
    Werkstuk("uit-wmo", _BEL, 1, time(13, 51), 24, "Hulp in het huishouden aanvragen", 2, "tess", 1, "joyce"),
    Werkstuk("uit-parkeren", _FORM, 2, time(9, 9), 25, "Kenteken wijzigen of leenauto", 2, "floor", 1),
    Werkstuk("uit-uitkering", _BEL, 0, time(9, 18), 26, "Uitkering niet of te laat betaald", 0, "bilal", 0, "mohamed"),
    Werkstuk(
        "laat-aanslag",
        "mail-belastingen",
        7,
        time(14, 30),
        27,
        "Aanslag klopt niet: verhuisd of verkeerd aantal personen",
        1,
        "kim",
        -2,
    ),
    Werkstuk(
        "laat-braderie",
        "mail-vergunningen",
        6,
        time(10, 21),
        2,
        "Overlast of stremming door een evenement",
        1,
        "amira",
        -1,
        organisatie=True,
    ),
    Werkstuk("laat-tegel", _FORM, 8, time(8, 36), 28, "Losse tegel of gat in de weg", 1, "sven", -3, "ronald"),
)
TERUG: tuple[Werkstuk, ...] = (
    Werkstuk(
        "terug-dakkapel",
        "mail-vergunningen",
        4,
        time(9, 27),
        29,
        "Vergunning nodig voor dakkapel, schuur of schutting",
        1,
        "kim",
        0,
        "vera",
        0,
    ),
    Werkstuk(
        "terug-zienswijze",
        "mail-vergunningen",
        5,
        time(11, 2),
        30,
        "Stand van mijn aanvraag voor een vergunning",
        2,
        "naomi",
        -1,
        "dirk",
        1,
    ),
    Werkstuk(
        "terug-kwijt",
        "mail-belastingen",
        4,
        time(15, 38),
        31,
        "Kwijtschelding van gemeentelijke belastingen",
        3,
        "kim",
        0,
        "bram",
        0,
    ),
    Werkstuk(
        "terug-container", _BEL, 3, time(10, 55), 32, "Container niet geleegd of afvalpas werkt niet", 2, "hatice", 1, "linh", 1
    ),
    Werkstuk(
        "terug-leidinggevende",
        _MAIL,
        7,
        time(13, 13),
        3,
        "Leidinggevende bijschrijven of alcoholvergunning aanvragen",
        2,
        "ruben",
        -4,
        "rachid",
        2,
        organisatie=True,
    ),
    Werkstuk(
        "getoetst-gpp", _FORM, 5, time(16, 9), 33, "Gehandicaptenparkeerplaats bij huis", 0, "tess", 0, "joyce", 1, getoetst=True
    ),
)
WERKSTUKKEN: tuple[Werkstuk, ...] = (*NIEUW, *IN_BEHANDELING, *BIJ_AFDELING, *TERUG)
