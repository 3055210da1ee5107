"""Lindewaard: where it is, when it is open and which streets it has.

Lindewaard, its streets and its post codes are made up. 14 000 is in the form of the short numbers of
municipalities but belongs to no area code; `.example` can never be a real domain (RFC 2606).
"""

from dataclasses import dataclass

NAAM = "Lindewaard"
INWONERS = 100_140
TELEFOON = "14 000"
TELEFOON_BUITENLAND = "+31 19 000 00 00"
MAILDOMEIN = "lindewaard.example"
WEBADRES = "www.lindewaard.example"
BEZOEKADRES = "Lindeplein 1, 2999 OY Lindewaard"
POSTADRES = "Postbus 1000, 2999 QQ Lindewaard"
WIJKBALIE = "De Schakel, Kade 40, 2998 OF Lindewaard"

OPENINGSTIJDEN: dict[str, tuple[tuple[str, str] | None, ...]] = {
    "telefoon": (*(("08:30", "17:00"),) * 5, None, None),
    "balie-stadhuis": (*(("09:00", "17:00"),) * 3, ("09:00", "20:00"), ("09:00", "17:00"), None, None),
    "balie-de-schakel": (("09:00", "12:30"), None, ("09:00", "12:30"), None, ("09:00", "12:30"), None, None),
    "milieustraat": (None, *(("09:00", "16:30"),) * 4, ("09:00", "16:00"), None),
}
"""Per place: Monday up to Sunday, opening and closing time, or None when closed."""


@dataclass(frozen=True, slots=True)
class Wijk:
    """A neighbourhood with its streets, the zone for parking ('' = free) and the weekday of the green bin."""

    code: str
    naam: str
    postcode: str
    straten: tuple[str, ...]
    parkeerzone: str
    gft_dag: str


WIJKEN: tuple[Wijk, ...] = (
    Wijk("binnenstad", "Binnenstad", "2999", (
        "Lindeplein", "Hoogstraat", "Korenmarkt", "Vismarkt", "Kerksteeg", "Achterom", "Wagenstraat",
        "Nieuwe Gracht", "Oude Gracht", "Zoutkeetstraat", "Klokkengietersgang", "Bakkerssteeg",
    ), "A", "maandag"),
    Wijk("stationskwartier", "Stationskwartier", "2999", (
        "Stationsweg", "Spoorlaan", "Wisselstraat", "Seinhuispad", "Perronhof", "Locomotiefstraat",
        "Rangeerstraat", "Dwarsligger", "Overweg", "Conducteurstraat",
    ), "B", "maandag"),
    Wijk("kadekwartier", "Kadekwartier", "2998", (
        "Kade", "Scheepmakersweg", "Touwslagersbaan", "Loodsstraat", "Havenhoofd", "Sluisweg", "Ankerpad",
        "Kraanvogelkade", "Zeilmakerstraat", "Pakhuisstraat",
    ), "B", "dinsdag"),
    Wijk("molenbuurt", "Molenbuurt", "2998", (
        "Molenweg", "Wiekstraat", "Maalderij", "Bovenkruier", "Roggestraat", "Gerststraat", "Haverland",
        "Boekweitstraat", "Zeefstraat", "Molensteen",
    ), "C", "dinsdag"),
    Wijk("lindenhof", "Lindenhof", "2997", (
        "Lindelaan", "Esdoornstraat", "Beukenlaan", "Kastanjehof", "Berkenpad", "Elzenstraat", "Iepenlaan",
        "Wilgenstraat", "Populierendreef", "Hazelaarstraat", "Meidoornhof", "Acaciastraat",
    ), "C", "woensdag"),
    Wijk("vogelveld", "Vogelveld", "2997", (
        "Merelstraat", "Lijsterlaan", "Vinkenstraat", "Roodborststraat", "Spechtlaan", "Zwaluwhof",
        "Kievitstraat", "Leeuwerikpad", "Ooievaarslaan", "IJsvogelstraat", "Reigerdreef",
    ), "", "woensdag"),
    Wijk("bloemenbuurt", "Bloemenbuurt", "2997", (
        "Tulpstraat", "Hyacintstraat", "Narcishof", "Klaproosstraat", "Korenbloemlaan", "Fresiastraat",
        "Anemoonpad", "Lavendelstraat", "Papaverhof", "Dahliastraat",
    ), "", "donderdag"),
    Wijk("waterland", "Waterland", "2996", (
        "Rietkraag", "Dotterbloemsingel", "Lisdodde", "Waterlelie", "Vlotbrug", "Peilschaal", "Wetering",
        "Gemaalweg", "Zwanensingel", "Libelhof", "Stuwdam",
    ), "", "donderdag"),
    Wijk("oostergouw", "Oostergouw", "2996", (
        "Gouwestraat", "Akkerwinde", "Graslaan", "Hooibergen", "Dorsvloer", "Schuurmanstraat", "Kleiland",
        "Ploegstraat", "Oogstweg", "Zandpad",
    ), "", "vrijdag"),
    Wijk("westerbroek", "Westerbroek", "2996", (
        "Dorpsstraat", "Broekdijk", "Turfweg", "Veenkade", "Kerkpad", "Schoolstraat", "Brink", "Tolhek",
        "Polderweg", "Achterdijk",
    ), "", "vrijdag"),
    Wijk("de-werf", "Bedrijventerrein De Werf", "2998", (
        "Nijverheidsweg", "Ambachtsstraat", "Lasserstraat", "Transportweg", "Energieweg", "Weegbrugstraat",
    ), "", "vrijdag"),
)  # fmt: skip

_LETTERS = "FIOQUY"


def compute_postcode(wijk: Wijk, straat: str) -> str:
    """Return the made-up post code of a street: a letter pair that Dutch post codes avoid, so nobody lives there."""
    plek = wijk.straten.index(straat) + 12 * (WIJKEN.index(wijk) % 3)
    return f"{wijk.postcode} {_LETTERS[plek // 6 % 6]}{_LETTERS[plek % 6]}"
