"""Words, checks and dates of an order to a department. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from stadspunt.bronnen.termijnen.rules import Kalender, add_werkdagen, count_werkdagen
from stadspunt.fundament.fouten import Fout
from stadspunt.fundament.tijd.dagen import format_dag
from stadspunt.fundament.waarden.invulplekken import list_open_plekken

MAX_GEVRAAGD = 4_000
MAX_ANTWOORD = 20_000
MAX_REDEN = 500


class Status(StrEnum):
    """Where an order stands."""

    OPEN = "open"
    TERUGGEGEVEN = "teruggegeven"
    INGETROKKEN = "ingetrokken"


# Every step that is allowed; the same list stands in a trigger of the database.
STATUSSTAPPEN: frozenset[tuple[Status, Status]] = frozenset(
    {(Status.OPEN, Status.TERUGGEGEVEN), (Status.OPEN, Status.INGETROKKEN)}
)


class Vorm(StrEnum):
    """In which form the KCC wants it back."""

    ANTWOORDTEKST = "antwoordtekst"
    ADVIES = "advies"
    ACTIE = "actie"


VORMNAMEN: dict[Vorm, str] = {
    Vorm.ANTWOORDTEKST: "Een tekst voor de klant",
    Vorm.ADVIES: "Advies aan het KCC",
    Vorm.ACTIE: "Iets doen, en melden dat het klaar is",
}


class Toetspunt(StrEnum):
    """What the KCC checks on every answer that comes back (B2)."""

    SNELHEID = "snelheid"
    VOLLEDIGHEID = "volledigheid"
    BEGRIJPELIJKHEID = "begrijpelijkheid"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """An order as someone means to send it; `terug_op` is a Dutch calendar day.

    `reden_later` says why it may come back after the day that was promised to the client.
    """

    afdeling_id: int
    gevraagd: str
    vorm: Vorm
    terug_op: date
    reden_later: str = ""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the KCC found on one point: good, or not good and why it goes on all the same."""

    akkoord: bool
    reden: str = ""


class Urgentiesoort(StrEnum):
    """How near the day is on which an order must be back."""

    RUIM = "ruim"
    BIJNA = "bijna"
    TE_LAAT = "te-laat"


@dataclass(frozen=True, slots=True)
class Urgentie:
    """The distance to the day of return, in words and as a kind."""

    tekst: str
    soort: Urgentiesoort


def _check_tekst(tekst: str, veld: str, leeg: str, maximum: int) -> tuple[Fout, ...]:
    if not tekst.strip():
        return (Fout("leeg", leeg, veld),)
    if len(tekst) > maximum:
        return (Fout("te-lang", f"Maak deze tekst korter dan {maximum} tekens.", veld),)
    return tuple(Fout("open-plek", f"Vul nog in: {plek}", veld) for plek in list_open_plekken(tekst))


def check_voorstel(voorstel: Voorstel, beloofd: date, kalender: Kalender, vandaag: date) -> tuple[Fout, ...]:
    """Return every reason to refuse `voorstel`; empty means that it may go out.

    The day of return is a day on which the department works, today or later. It lies on or
    before `beloofd`, the day that was promised to the client (B6, B8: the clock of the client
    goes on), unless the sender writes down why not.
    """
    fouten = list(_check_tekst(voorstel.gevraagd, "gevraagd", "Schrijf op wat u van de afdeling wilt weten.", MAX_GEVRAAGD))
    dag = voorstel.terug_op
    if dag < vandaag:
        fouten.append(Fout("verleden", "Deze dag is al geweest. Kies vandaag of een latere dag.", "terug_op"))
    elif not kalender.is_werkdag(dag):
        volgende = add_werkdagen(dag, 0, kalender)
        tekst = f"Op {format_dag(dag)} is de afdeling dicht. Kies een werkdag, bijvoorbeeld {format_dag(volgende)}."
        fouten.append(Fout("gesloten", tekst, "terug_op"))
    if dag > beloofd and dag >= vandaag and not voorstel.reden_later.strip():
        fouten.append(_refuse_later(beloofd, vandaag))
    if len(voorstel.reden_later) > MAX_REDEN:
        fouten.append(Fout("te-lang", f"Maak de reden korter dan {MAX_REDEN} tekens.", "reden_later"))
    return tuple(fouten)


def _refuse_later(beloofd: date, vandaag: date) -> Fout:
    if beloofd < vandaag:
        tekst = f"De klant zou op {format_dag(beloofd)} antwoord hebben. Schrijf op waarom het later wordt."
        return Fout("na-belofte", tekst, "reden_later")
    tekst = (
        f"Kies uiterlijk {format_dag(beloofd)}: dan verwacht de klant antwoord. "
        "Kan dat niet? Schrijf dan op waarom het later wordt."
    )
    return Fout("na-belofte", tekst, "terug_op")


def compute_terugdatum(beloofd: date, kalender: Kalender, vandaag: date) -> date:
    """Return the day to propose for the return: it leaves the KCC one working day to check and to send.

    With less time than that it is today or the first working day after it, and when the
    promise has passed already the next working day.
    """
    if beloofd < vandaag:
        return add_werkdagen(vandaag, 1, kalender)
    dag = beloofd - timedelta(days=1)
    while dag > vandaag and not kalender.is_werkdag(dag):
        dag -= timedelta(days=1)
    return add_werkdagen(max(dag, vandaag), 0, kalender)


def compute_urgentie(terug_op: date, vandaag: date, kalender: Kalender) -> Urgentie:
    """Return how far away the day of return is, counted in working days."""
    if terug_op < vandaag:
        te_laat = count_werkdagen(terug_op, vandaag, kalender)
        return Urgentie(f"{_describe_werkdagen(te_laat)} te laat" if te_laat else "te laat", Urgentiesoort.TE_LAAT)
    if terug_op == vandaag:
        return Urgentie("vandaag", Urgentiesoort.BIJNA)
    over = count_werkdagen(vandaag, terug_op, kalender)
    soort = Urgentiesoort.BIJNA if over <= 1 else Urgentiesoort.RUIM
    if terug_op == vandaag + timedelta(days=1):
        return Urgentie("morgen", soort)
    return Urgentie(f"nog {_describe_werkdagen(over)}", soort)


def _describe_werkdagen(aantal: int) -> str:
    return "1 werkdag" if aantal == 1 else f"{aantal} werkdagen"


def check_teruggave(antwoord: str) -> tuple[Fout, ...]:
    """Return every reason to refuse what a department gives back; empty means that it may go to the KCC."""
    return _check_tekst(antwoord, "antwoord", "Schrijf uw antwoord aan het KCC op.", MAX_ANTWOORD)


def is_op_tijd(teruggegeven: date, terug_op: date) -> bool:
    """Say whether an answer came back in time: on the agreed day, or before."""
    return teruggegeven <= terug_op


REDEN_VRAGEN: dict[Toetspunt, str] = {
    Toetspunt.SNELHEID: "Dit antwoord kwam te laat. Schrijf op wat u daaraan doet, bijvoorbeeld wat u de klant vertelt.",
    Toetspunt.VOLLEDIGHEID: "Is het antwoord niet volledig? Vraag het opnieuw, of schrijf op waarom het zo toch goed is.",
    Toetspunt.BEGRIJPELIJKHEID: "Is het antwoord niet duidelijk? Vraag het opnieuw, of schrijf op waarom het zo toch goed is.",
}


def check_toetsing(oordelen: Mapping[Toetspunt, Oordeel]) -> tuple[Fout, ...]:
    """Return every point that stands in the way: not good, and no reason to go on (B2).

    A missing point counts as not good. The field of each reason is 'reden_' and the point.
    """
    fouten: list[Fout] = []
    for punt in Toetspunt:
        oordeel = oordelen.get(punt, Oordeel(akkoord=False))
        veld = f"reden_{punt}"
        if not oordeel.akkoord and not oordeel.reden.strip():
            fouten.append(Fout(f"niet-{punt}", REDEN_VRAGEN[punt], veld))
        elif len(oordeel.reden) > MAX_REDEN:
            fouten.append(Fout("te-lang", f"Maak de reden korter dan {MAX_REDEN} tekens.", veld))
    return tuple(fouten)


def describe_feit(soort: str, inhoud: Mapping[str, object], afdelingen: Mapping[int, str]) -> str | None:
    """Return one line for a timeline about a fact of this room; None for a fact of another room.

    `inhoud` is the fact as it was written down, `afdelingen` gives names by id.
    """
    afdeling = afdelingen.get(int(str(inhoud.get("afdeling_id", 0))), "de afdeling")
    if soort == "KlantvraagOvergedragen":
        terug = format_dag(date.fromisoformat(str(inhoud["terug_op"])))
        weer = " opnieuw" if int(str(inhoud["ronde"])) > 1 else ""
        return f"Vraag{weer} overgedragen aan {afdeling}. Terug op {terug}."
    if soort == "OverdrachtTeruggegeven":
        return f"{afdeling} heeft geantwoord, {'op tijd' if inhoud['op_tijd'] else 'te laat'}."
    if soort == "AntwoordGetoetst":
        afwijkingen = inhoud["afwijkingen"]
        met = " Met een kanttekening." if isinstance(afwijkingen, list | tuple) and afwijkingen else ""
        return f"Antwoord van de afdeling gecontroleerd.{met}"
    return {
        "OverdrachtIngetrokken": f"Opdracht aan {afdeling} ingetrokken.",
        "OverdrachtOpgepakt": "De afdeling heeft de opdracht opgepakt.",
        "OverdrachtVrijgegeven": "De opdracht staat weer op de lijst van de afdeling.",
    }.get(soort)
