"""What Lindewaard asks about: which product in which month, through which channel, and who knows the answer."""

from dataclasses import dataclass

from stadspunt.project.demo.kanalen import Kanaal
from stadspunt.project.demo.producten import PRODUCTEN
from stadspunt.project.demo.teksten import CASUSSEN
from stadspunt.project.demo.teksten.vorm import Casus
from stadspunt.project.demo.toeval import Gewichten

_VLAK = (10,) * 12


@dataclass(frozen=True, slots=True)
class Productritme:
    """How often a product is asked about, per month (January first), and per channel.

    The channels stand in the order of `Kanaal`: telephone, counter, mail, website, post. `overdracht` is the
    percentage of questions with which the contact centre needs the department.
    """

    gewicht: int
    kanalen: tuple[int, int, int, int, int]
    overdracht: int
    maanden: tuple[int, ...] = _VLAK


RITME_PER_PRODUCT: dict[str, Productritme] = {
    "verhuismelding": Productritme(90, (10, 10, 10, 12, 6), 11, (9, 9, 10, 10, 11, 12, 13, 14, 12, 10, 9, 8)),
    "paspoort": Productritme(88, (12, 16, 6, 5, 0), 5, (9, 8, 10, 12, 15, 16, 14, 9, 7, 7, 7, 8)),
    "identiteitskaart": Productritme(44, (10, 14, 5, 4, 0), 6, (9, 9, 10, 11, 12, 13, 12, 10, 8, 8, 8, 8)),
    "rijbewijs": Productritme(48, (10, 13, 5, 4, 1), 7),
    "brp-uittreksel": Productritme(34, (9, 12, 9, 8, 4), 6),
    "geboorteaangifte": Productritme(20, (9, 12, 6, 5, 0), 5),
    "huwelijksaangifte": Productritme(17, (8, 7, 12, 9, 2), 26, (10, 12, 14, 14, 12, 9, 7, 6, 7, 8, 9, 8)),
    "overlijdensaangifte": Productritme(20, (11, 9, 6, 4, 3), 12, (13, 12, 11, 10, 9, 8, 8, 8, 9, 10, 11, 13)),
    "brp-geheimhouding": Productritme(8, (9, 9, 9, 9, 4), 14),
    "brp-inzage": Productritme(6, (3, 4, 12, 10, 10), 62),
    "vog": Productritme(22, (9, 12, 8, 7, 1), 8, (10, 10, 10, 10, 9, 9, 8, 16, 14, 10, 9, 7)),
    "bezoekafspraak": Productritme(60, (13, 5, 6, 10, 0), 2),
    "bijstand": Productritme(56, (12, 8, 7, 6, 5), 41, (12, 11, 10, 10, 9, 9, 9, 9, 10, 10, 10, 11)),
    "bijzondere-bijstand": Productritme(30, (10, 8, 7, 6, 8), 38, (12, 11, 10, 9, 9, 9, 9, 11, 11, 10, 10, 11)),
    "schuldhulpverlening": Productritme(25, (12, 8, 7, 6, 3), 46, (14, 13, 11, 10, 9, 9, 8, 8, 10, 10, 10, 8)),
    "werkbegeleiding": Productritme(18, (9, 9, 10, 9, 1), 30),
    "wmo-voorziening": Productritme(66, (14, 3, 7, 6, 5), 44),
    "gehandicaptenparkeerkaart": Productritme(18, (9, 8, 7, 7, 8), 36),
    "leerlingenvervoer": Productritme(20, (10, 2, 12, 10, 4), 48, (6, 6, 7, 9, 14, 16, 10, 22, 24, 10, 7, 5)),
    "bezwaar-belastingaanslag": Productritme(74, (11, 5, 12, 10, 22), 37, (8, 26, 34, 20, 10, 7, 6, 6, 9, 6, 5, 5)),
    "kwijtschelding": Productritme(28, (10, 8, 7, 7, 14), 21, (8, 22, 26, 18, 10, 7, 6, 6, 6, 6, 5, 5)),
    "parkeervergunning": Productritme(76, (11, 6, 11, 13, 2), 17, (11, 10, 10, 10, 10, 10, 9, 9, 12, 11, 10, 9)),
    "kapvergunning": Productritme(16, (8, 3, 12, 10, 6), 66, (13, 14, 13, 10, 7, 6, 6, 7, 10, 14, 14, 10)),
    "bouwvergunning": Productritme(36, (9, 5, 13, 10, 7), 64, (9, 11, 13, 13, 12, 11, 8, 8, 11, 10, 9, 7)),
    "melding-openbare-ruimte": Productritme(112, (10, 2, 10, 20, 2), 24, (11, 11, 9, 9, 12, 13, 12, 12, 11, 12, 14, 10)),
    "evenementenvergunning": Productritme(17, (8, 3, 14, 11, 2), 58, (5, 6, 10, 14, 16, 15, 10, 8, 8, 5, 4, 5)),
    "horeca-exploitatie": Productritme(10, (7, 3, 15, 12, 3), 60),
    "alcoholvergunning": Productritme(10, (7, 3, 15, 12, 3), 58),
    "klacht": Productritme(30, (10, 6, 13, 10, 12), 45),
    "bezwaar": Productritme(24, (7, 4, 12, 11, 28), 54, (8, 9, 12, 13, 11, 10, 8, 8, 10, 10, 11, 9)),
    "grofvuil": Productritme(86, (12, 3, 9, 16, 0), 14, (14, 9, 10, 11, 12, 12, 11, 11, 11, 10, 9, 10)),
}

_KANALEN = tuple(Kanaal)


def _weigh_producten(maand: int, kanaal: Kanaal) -> Gewichten[str]:
    plek = _KANALEN.index(kanaal)
    codes = [product.code for product in PRODUCTEN]
    ritmes = [RITME_PER_PRODUCT[code] for code in codes]
    return Gewichten(codes, [ritme.gewicht * ritme.maanden[maand - 1] * ritme.kanalen[plek] for ritme in ritmes])


def _weigh_casussen(product: str, maand: int, naar_afdeling: bool) -> Gewichten[Casus]:
    passend = [
        casus
        for casus in CASUSSEN
        if casus.product == product
        and (not casus.maanden or maand in casus.maanden)
        and (casus.kan_naar_afdeling or not naar_afdeling)
    ]
    if not passend:  # out of season: any case that a department may be asked about
        passend = [casus for casus in CASUSSEN if casus.product == product and casus.kan_naar_afdeling]
    return Gewichten(passend, [casus.gewicht for casus in passend])


PRODUCTKEUZE: dict[tuple[int, Kanaal], Gewichten[str]] = {
    (maand, kanaal): _weigh_producten(maand, kanaal) for maand in range(1, 13) for kanaal in Kanaal
}
CASUSKEUZE: dict[tuple[str, int, bool], Gewichten[Casus]] = {
    (product.code, maand, naar_afdeling): _weigh_casussen(product.code, maand, naar_afdeling)
    for product in PRODUCTEN
    for maand in range(1, 13)
    for naar_afdeling in (False, True)
}
