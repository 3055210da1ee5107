"""Words, steps and checks of the klantvraag. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from stadspunt.bronnen.termijnen.rules import Kalender, add_werkdagen
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.dagen import format_dag, to_dag

MAX_ONDERWERP = 200
MAX_WACHTTOELICHTING = 300
MAX_REDENNAAM = 80


class Status(StrEnum):
    """Where a klantvraag stands."""

    NIEUW = "nieuw"
    IN_BEHANDELING = "in_behandeling"
    OVERGEDRAGEN = "overgedragen"
    TE_CONTROLEREN = "te_controleren"
    AFGEHANDELD = "afgehandeld"
    VERVALLEN = "vervallen"


STATUSNAMEN: dict[Status, str] = {
    Status.NIEUW: "Nieuw",
    Status.IN_BEHANDELING: "In behandeling",
    Status.OVERGEDRAGEN: "Bij de afdeling",
    Status.TE_CONTROLEREN: "Antwoord controleren",
    Status.AFGEHANDELD: "Afgehandeld",
    Status.VERVALLEN: "Vervallen",
}
OPEN_STATUSSEN = frozenset({Status.NIEUW, Status.IN_BEHANDELING, Status.OVERGEDRAGEN, Status.TE_CONTROLEREN})

# Every step that is allowed; the same list stands in a trigger of the database.
STATUSSTAPPEN: frozenset[tuple[Status, Status]] = frozenset(
    {
        (Status.NIEUW, Status.IN_BEHANDELING),
        (Status.NIEUW, Status.OVERGEDRAGEN),
        (Status.NIEUW, Status.AFGEHANDELD),
        (Status.NIEUW, Status.VERVALLEN),
        (Status.IN_BEHANDELING, Status.NIEUW),
        (Status.IN_BEHANDELING, Status.OVERGEDRAGEN),
        (Status.IN_BEHANDELING, Status.AFGEHANDELD),
        (Status.IN_BEHANDELING, Status.VERVALLEN),
        (Status.OVERGEDRAGEN, Status.TE_CONTROLEREN),
        (Status.OVERGEDRAGEN, Status.IN_BEHANDELING),
        (Status.OVERGEDRAGEN, Status.AFGEHANDELD),
        (Status.TE_CONTROLEREN, Status.OVERGEDRAGEN),
        (Status.TE_CONTROLEREN, Status.IN_BEHANDELING),
        (Status.AFGEHANDELD, Status.NIEUW),
        (Status.AFGEHANDELD, Status.IN_BEHANDELING),
        (Status.VERVALLEN, Status.NIEUW),
    }
)


# A question waits for something outside; what came back from a department has to be checked and does not wait.
WACHTSTATUSSEN = frozenset({Status.NIEUW, Status.IN_BEHANDELING, Status.OVERGEDRAGEN})


class Wachteinde(StrEnum):
    """Why a question waits no longer."""

    TIJD = "tijd"
    MEDEWERKER = "medewerker"
    KLANT = "klant"
    AFDELING = "afdeling"
    BEZORGING = "bezorging"


class Richting(StrEnum):
    """Who took the initiative for a contact."""

    IN = "in"
    UIT = "uit"


class Complexiteit(StrEnum):
    """How much a question asks of who answers it (A15)."""

    EENVOUDIG = "eenvoudig"
    GEMIDDELD = "gemiddeld"
    COMPLEX = "complex"


class Vervalreden(StrEnum):
    """Why a question is dropped without an answer."""

    SPAM = "spam"
    DUBBEL = "dubbel"
    VERGISSING = "vergissing"
    INGETROKKEN = "ingetrokken"
    SAMENGEVOEGD = "samengevoegd"


class Antwoordwijze(StrEnum):
    """How the client got the answer."""

    MONDELING = "mondeling"
    EMAIL = "email"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class NieuweVraag:
    """What the client wants, as it is registered.

    `antwoord`, when given, was told at once: the question is closed at first contact.
    `team_id` is the KCC team that owns it; None: the team of the entrance or the one given
    with the contact.
    """

    onderwerp: str
    toelichting: str = ""
    product_id: int | None = None
    complexiteit: Complexiteit = Complexiteit.EENVOUDIG
    team_id: int | None = None
    antwoord: str = ""
    vertrouwelijk: bool = False


@dataclass(frozen=True, slots=True)
class NieuwContact:
    """One moment of contact, as it is registered.

    `gebeurd_op` is the moment it happened (aware); the moment of registration is that of the
    act. `bron_sleutel` is unique for what came in from outside: the same arrival registered
    twice is one contact. `duur_seconden` is None when nobody measured.
    """

    gemeente_id: int
    kanaal_id: int
    team_id: int
    gebeurd_op: datetime
    richting: Richting = Richting.IN
    ingang_id: int | None = None
    partij_id: int | None = None
    samenvatting: str = ""
    duur_seconden: int | None = None
    bereikt: bool | None = None
    bron_sleutel: str | None = None
    taal: str = "nl"
    vragen: tuple[NieuweVraag, ...] = ()
    bestaande_vraag_ids: tuple[int, ...] = field(default=())


def is_toegestaan(van: Status, naar: Status) -> bool:
    """Say whether a klantvraag may go from one status to the other."""
    return (van, naar) in STATUSSTAPPEN


def find_statuspad(van: Status, naar: Status) -> tuple[Status, ...]:
    """Return the shortest row of allowed steps from one status to the other, `naar` last; () when they are the same.

    On its way a question is open. Raises ValueError when there is no way.
    """
    paden: list[tuple[Status, ...]] = [()]
    gezien = {van}
    while paden:
        pad = paden.pop(0)
        nu = pad[-1] if pad else van
        if nu is naar:
            return pad
        if pad and nu not in OPEN_STATUSSEN:
            continue
        volgende = [stap for stap in Status if is_toegestaan(nu, stap) and stap not in gezien]
        gezien |= set(volgende) & OPEN_STATUSSEN
        paden += [(*pad, stap) for stap in volgende]
    raise ValueError(f"geen weg van {van} naar {naar}")


def check_contact(contact: NieuwContact, moment: datetime) -> tuple[Fout, ...]:
    """Return every reason to refuse a registration at `moment`; empty means that it can be kept."""
    fouten: list[Fout] = []
    if not contact.vragen and not contact.bestaande_vraag_ids:
        fouten.append(Fout("geen-vraag", "Vul ten minste één vraag in.", "vragen"))
    for nummer, vraag in enumerate(contact.vragen):
        if not vraag.onderwerp.strip():
            fouten.append(Fout("leeg", "Vul in waar de vraag over gaat.", f"vraag-{nummer}-onderwerp"))
        if len(vraag.onderwerp) > MAX_ONDERWERP:
            fouten.append(Fout("te-lang", f"Maak het onderwerp korter dan {MAX_ONDERWERP} tekens.", f"vraag-{nummer}-onderwerp"))
    if contact.gebeurd_op > moment:
        fouten.append(Fout("toekomst", "Dit moment moet nog komen. Kies een moment dat geweest is.", "gebeurd_op"))
    if contact.duur_seconden is not None and not 0 <= contact.duur_seconden <= 24 * 3600:
        fouten.append(Fout("duur", "Vul een duur in tussen 0 seconden en 24 uur.", "duur_seconden"))
    return tuple(fouten)


def compute_belofte(ontvangen: date, norm_kanaal: int, norm_product: int | None, kalender: Kalender) -> date:
    """Return the day that is promised to the client: the norm of the channel, which a product may only tighten (B12)."""
    werkdagen = norm_kanaal if norm_product is None else min(norm_kanaal, norm_product)
    return add_werkdagen(ontvangen, werkdagen, kalender)


def check_antwoord(tekst: str) -> tuple[Fout, ...]:
    """Return every reason to refuse an answer; empty means that it can be given."""
    if not tekst.strip():
        return (Fout("leeg", "Schrijf het antwoord op.", "antwoord"),)
    return ()


# What a new installation starts with: the name, and whether the client has to do something first.
STANDAARD_WACHTREDENEN: tuple[tuple[str, bool], ...] = (
    ("Wij wachten op de klant", True),
    ("Klant niet bereikt, later opnieuw proberen", False),
    ("Terugbellen afgesproken", False),
    ("Wij wachten op informatie van een ander", False),
)


@dataclass(frozen=True, slots=True)
class Wachten:
    """For what a question waits: until `tot` (aware) at the latest, with `op_klant` until the client reacts."""

    tot: datetime
    reden_id: int
    toelichting: str = ""
    op_klant: bool = False


def check_wachten(wachten: Wachten, beloofd: date, moment: datetime) -> tuple[Fout, ...]:
    """Return every reason to refuse that a question waits; what was promised cannot be slept past."""
    fouten: list[Fout] = []
    if to_dag(moment) > beloofd:
        fouten.append(Fout("te-laat", "Deze vraag is al te laat. De vraag kan niet meer wachten.", "datum"))
    elif to_dag(wachten.tot) > beloofd:
        tekst = f"De klant heeft antwoord beloofd gekregen voor {format_dag(beloofd)}. Kies een moment dat niet later is."
        fouten.append(Fout("na-belofte", tekst, "datum"))
    elif wachten.tot <= moment:
        fouten.append(Fout("verleden", "Dit moment is al geweest. Kies een moment dat nog komt.", "datum"))
    if len(wachten.toelichting.strip()) > MAX_WACHTTOELICHTING:
        fouten.append(Fout("te-lang", f"Maak de toelichting korter dan {MAX_WACHTTOELICHTING} tekens.", "toelichting"))
    return tuple(fouten)


def check_redennaam(naam: str) -> tuple[Fout, ...]:
    """Return why a reason cannot have this name."""
    if 0 < len(naam.strip()) <= MAX_REDENNAAM:
        return ()
    return (Fout("naam", f"Vul een naam in van 1 tot {MAX_REDENNAAM} tekens.", "naam"),)
