"""Where copies stand, which of them are kept, and that only one is made at a time."""

import fcntl
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_oserror
from stadspunt.project.opstart.omgeving import Omgeving

MAP, BEWAAR = "STADSPUNT_RESERVEKOPIE_MAP", "STADSPUNT_RESERVEKOPIE_BEWAAR"
BEWAAR_STANDAARD = 14
EINDE, HALF = ".stadspunt.zip", ".half"
# Only what the clock made is thrown away by itself.
_VAN_DE_KLOK = re.compile(r"stadspunt-\d{8}-\d{6}-klok" + re.escape(EINDE))


@dataclass(frozen=True, slots=True)
class Plaats:
    """The folder for copies, and how many of the daily ones stay (0: none are made by the clock)."""

    map: Path
    bewaar: int


def read_plaats(omgeving: Omgeving) -> Plaats:
    """Return what the settings say; raises OpstartError for a number that is none."""
    bewaar = omgeving.buiten.get(BEWAAR, "").strip() or str(BEWAAR_STANDAARD)
    if not bewaar.isdecimal() or int(bewaar) > 3660:
        raise OpstartError(
            f"{BEWAAR} is nu '{bewaar}'. Geef een getal: zoveel dagelijkse reservekopieën blijven staan, 0 is geen."
        )
    map_ = omgeving.buiten.get(MAP, "").strip()
    return Plaats(Path(map_).expanduser().absolute() if map_ else omgeving.data / "reservekopieen", int(bewaar))


def choose_naam(moment: datetime, aanleiding: str) -> str:
    """Return the name of a new copy; names sort by time (UTC)."""
    return f"stadspunt-{moment:%Y%m%d-%H%M%S}-{aanleiding}{EINDE}"


def prepare_map(map_: Path) -> None:
    """Make the folder for copies, closed to other users; raises OpstartError when that cannot be."""
    try:
        map_.mkdir(parents=True, mode=0o700, exist_ok=True)
    except OSError as fout:
        raise explain_oserror(fout, map_) from fout


@contextmanager
def own_kopieen(map_: Path) -> Iterator[None]:
    """Be the only one that makes copies in `map_`; what a killed maker left half is cleared away. Raises OpstartError."""
    prepare_map(map_)
    with (map_ / ".slot").open("a") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OpstartError(f"In {map_} wordt al een reservekopie gemaakt. Wacht tot die klaar is.") from None
        for half in map_.glob(f"*{EINDE}{HALF}"):
            half.unlink(missing_ok=True)
        yield


def demand_ruimte(map_: Path, nodig: int, waarvoor: str) -> None:
    """Raise OpstartError when less than `nodig` bytes are free below `map_`."""
    vrij = shutil.disk_usage(map_).free
    if vrij < nodig:
        raise OpstartError(
            f"Voor {waarvoor} is ongeveer {nodig / 1e9:.1f} GB nodig en in {map_} is {vrij / 1e9:.1f} GB vrij. Maak ruimte."
        )


def remove_oude(plaats: Plaats) -> list[str]:
    """Throw away the daily copies that are more than what stays, oldest first; returns their names."""
    dagelijks = sorted(een for een in plaats.map.glob(f"*{EINDE}") if _VAN_DE_KLOK.fullmatch(een.name))
    weg = dagelijks[: -plaats.bewaar] if plaats.bewaar else []
    for bestand in weg:
        bestand.unlink(missing_ok=True)
    return [bestand.name for bestand in weg]


def find_laatste(map_: Path, aanleiding: str) -> Path | None:
    """Return the newest whole copy that was made for this reason."""
    return max(map_.glob(f"stadspunt-*-{aanleiding}{EINDE}"), default=None)


def has_dagelijkse(omgeving: Mapping[str, str]) -> bool:
    """Say whether the clock makes copies."""
    return omgeving.get(BEWAAR, "").strip() != "0"
