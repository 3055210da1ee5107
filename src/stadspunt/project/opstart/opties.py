"""The words after `./stadspunt`, read and refused in Dutch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import OpstartError

HULP = """StadsPunt: het klantcontactcentrum van een gemeente.

  ./stadspunt start               start alles; de eerste keer met een voorbeeldgemeente
  ./stadspunt test [PYTEST...]    keurt alles; wat erachter staat gaat naar pytest
  ./stadspunt import mail PAD...  leest berichten in: bestand, map, Maildir of mbox
  ./stadspunt import contacten BESTAND.csv
  ./stadspunt backup [--naar BESTAND] [--proef]
                                  bewaart alles in één bestand, terwijl het draait
  ./stadspunt restore BESTAND     zet een reservekopie terug in een lege database
  ./stadspunt upgrade             brengt de gegevens naar deze versie, of met --terug weer terug
  ./stadspunt gezond              zegt of een draaiend StadsPunt klaar is voor het werk
  ./stadspunt opslag              zegt waar documenten staan
  ./stadspunt opslag verplaats --naar database|map|s3
  ./stadspunt django OPDRACHT     voert een beheeropdracht uit

Los, als diensten van een server (zie docs/beheer.md):
  ./stadspunt web | live | taken | inkomend | migrate

Opties bij elke opdracht:
  --data MAP         waar de gegevens staan (anders: stadspunt-data naast dit programma)
  --poort NUMMER     poort van de site (anders: 8014)
  --luister ADRES    adres waarop de site luistert (anders: 127.0.0.1, alleen deze computer)
Bij start:
  --leeg             zonder voorbeeldgemeente

DATABASE_URL wijst naar een eigen PostgreSQL, versie 15 of nieuwer."""

OPDRACHTEN = frozenset(
    {"start", "web", "live", "taken", "inkomend", "migrate", "voorbereiden", "import", "django", "gezond", "test", "help",
     "backup", "restore", "upgrade", "opslag"}
)  # fmt: skip
NEEMT_REST = frozenset({"import", "django", "test", "backup", "restore", "upgrade", "opslag"})


@dataclass(frozen=True, slots=True)
class Opties:
    """What somebody asked for."""

    opdracht: str = "help"
    data: str | None = None
    poort: int | None = None
    luister: str | None = None
    leeg: bool = False
    stopcontact: Path | None = None
    rest: tuple[str, ...] = ()


def _read_poort(opties: Opties, waarde: str) -> Opties:
    if not waarde.isdecimal() or not 1 <= int(waarde) <= 65535:
        raise OpstartError(f"'{waarde}' is geen poort. Geef een getal van 1 tot en met 65535, bijvoorbeeld: --poort 8014")
    return replace(opties, poort=int(waarde))


def _read_data(opties: Opties, waarde: str) -> Opties:
    # A relative folder is meant from where the user stands, not from where a part may run later.
    return replace(opties, data=str(Path(waarde).expanduser().absolute()))


MET_WAARDE: dict[str, Callable[[Opties, str], Opties]] = {
    "--data": _read_data,
    "--poort": _read_poort,
    "--luister": lambda opties, waarde: replace(opties, luister=waarde),
    "--stopcontact": lambda opties, waarde: replace(opties, stopcontact=Path(waarde)),
}


def read_opties(argumenten: Sequence[str]) -> Opties:
    """Return what is asked; our options may stand before or after the command. Raises OpstartError.

    For commands that hand words on (`test`, `import`, `django`) everything we do not know is handed on.
    """
    opties = Opties()
    opdracht = ""
    over = list(argumenten)
    while over:
        woord = over.pop(0)
        naam, gelijk, waarde = woord.partition("=")
        if naam in MET_WAARDE:
            if not gelijk:
                if not over:
                    raise OpstartError(f"Achter {naam} ontbreekt een waarde. Zie: ./stadspunt help")
                waarde = over.pop(0)
            opties = MET_WAARDE[naam](opties, waarde)
        elif opdracht in NEEMT_REST:
            opties = replace(opties, rest=(*opties.rest, woord))
        elif woord == "--leeg" and opdracht in {"", "start", "voorbereiden"}:
            opties = replace(opties, leeg=True)
        elif woord in {"-h", "--help"}:
            return Opties()
        elif opdracht or woord.startswith("-"):
            raise OpstartError(f"StadsPunt kent '{woord}' hier niet. Zie: ./stadspunt help")
        elif woord not in OPDRACHTEN:
            raise OpstartError(f"StadsPunt kent de opdracht '{woord}' niet. Zie: ./stadspunt help")
        else:
            opdracht = woord
            opties = replace(opties, opdracht=woord)
    return opties
