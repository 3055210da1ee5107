"""What StadsPunt is told from outside: environment variables and options (docs/beheer.md lists them all)."""

import os
import secrets
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_oserror

POORT = 8014
LUISTER = "127.0.0.1"
INSTELLINGEN = "stadspunt.project.settings"
POSTINGANG_VERDER = 11  # the mail door of a start stands this many ports above the site: 8014 and 8025
WORTEL = Path(__file__).resolve().parents[4]  # of a checkout
LUSSEN = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The outside world, read once."""

    data: Path
    poort: int
    luister: str
    database_url: str  # empty: the embedded server
    processen: int
    draden: int
    tegelijk: int
    niveau: str
    proxy: tuple[str, ...]
    buiten: Mapping[str, str]

    @property
    def adres(self) -> str:
        """The address that people type."""
        if gekozen := self.buiten.get("STADSPUNT_ADRES", "").rstrip("/"):
            return gekozen
        host = "127.0.0.1" if self.luister in {"0.0.0.0", "::", ""} else self.luister  # noqa: S104 - a comparison
        return f"http://[{host}]:{self.poort}" if ":" in host else f"http://{host}:{self.poort}"

    @property
    def bereikbaar(self) -> str:
        """Where we ourselves reach the site, as host:port."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.luister, self.luister)  # noqa: S104 - not a bind
        return f"[{host}]:{self.poort}" if ":" in host else f"{host}:{self.poort}"

    @property
    def hosts(self) -> str:
        """The host names the site answers to."""
        if gekozen := self.buiten.get("STADSPUNT_HOSTS", ""):
            return gekozen
        namen = ["localhost", "127.0.0.1", "[::1]", urlsplit(self.adres).hostname or ""]
        if self.luister not in LUSSEN:
            namen += [socket.gethostname(), self.luister]
        return ",".join(dict.fromkeys(naam for naam in namen if naam not in {"", "0.0.0.0", "::"}))  # noqa: S104

    @property
    def logmap(self) -> Path:
        """Where logs go."""
        return self.data / "logboek"

    @property
    def loopmap(self) -> Path:
        """What only means something while it runs: sockets, the configuration of the front door, the note of children."""
        return self.data / "lopend"


def read_omgeving(
    buiten: Mapping[str, str], data: str | None = None, poort: int | None = None, luister: str | None = None
) -> Omgeving:
    """Combine options (which win) and environment; raises OpstartError for a value that cannot be."""
    map_ = Path(data or buiten.get("STADSPUNT_DATA") or _default_data()).expanduser()
    return Omgeving(
        data=Path(os.path.abspath(map_)),  # noqa: PTH100 - a symbolic link in the path is the user's choice
        poort=poort if poort is not None else _number(buiten, "STADSPUNT_POORT", POORT, 1, 65535),
        luister=luister or buiten.get("STADSPUNT_LUISTER") or LUISTER,
        database_url=buiten.get("DATABASE_URL", ""),
        processen=_number(buiten, "STADSPUNT_WEB_PROCESSEN", 2, 1, 64),
        draden=_number(buiten, "STADSPUNT_WEB_DRADEN", 4, 1, 64),
        tegelijk=_number(buiten, "STADSPUNT_TAKEN_TEGELIJK", 4, 1, 64),
        niveau=_choice(buiten, "STADSPUNT_LOGNIVEAU", ("INFO", "DEBUG", "WARNING", "ERROR")),
        proxy=tuple(deel.strip() for deel in buiten.get("STADSPUNT_PROXY", "").split(",") if deel.strip()),
        buiten=buiten,
    )


def _default_data() -> Path:
    return (WORTEL if (WORTEL / "uv.lock").exists() else Path.cwd()) / "stadspunt-data"


def _number(buiten: Mapping[str, str], naam: str, standaard: int, laagst: int, hoogst: int) -> int:
    waarde = buiten.get(naam, "").strip()
    if not waarde:
        return standaard
    if not waarde.isdecimal() or not laagst <= int(waarde) <= hoogst:
        raise OpstartError(f"{naam} is nu '{waarde}'. Geef een getal van {laagst} tot en met {hoogst}.")
    return int(waarde)


def _choice(buiten: Mapping[str, str], naam: str, keuzes: Sequence[str]) -> str:
    """Return the chosen value, or the first of `keuzes` when nothing was chosen."""
    waarde = buiten.get(naam, "").strip().upper() or keuzes[0]
    if waarde not in keuzes:
        raise OpstartError(f"{naam} is nu '{waarde}'. Kies uit: {', '.join(keuzes)}.")
    return waarde


def prepare_data(omgeving: Omgeving, proef: bool = True) -> None:
    """Make the data folder with its parts; raises OpstartError when that is not allowed or does not fit.

    Without `proef` a full disk is no reason to refuse: a part must be able to come back, and say what does not work.
    """
    try:
        if not omgeving.data.exists():
            omgeving.data.mkdir(parents=True, exist_ok=True)
            omgeving.data.chmod(0o700)
        for map_ in (omgeving.logmap, omgeving.loopmap):
            map_.mkdir(mode=0o700, exist_ok=True)
        if proef:
            _try_to_write(omgeving.data / f".schrijfproef-{os.getpid()}")  # of our own: two may start at the same moment
    except OSError as fout:
        raise explain_oserror(fout, omgeving.data) from fout


def _try_to_write(bestand: Path) -> None:
    try:
        bestand.write_bytes(b"x" * 4096)  # more than fits in an inode: a full disk shows here and not halfway
    finally:
        bestand.unlink(missing_ok=True)


def find_geheim(omgeving: Omgeving, make: bool) -> str:
    """Return the secret that signs sessions; with `make` a lost or first one is drawn and kept in the data folder."""
    if geheim := omgeving.buiten.get("STADSPUNT_GEHEIM", ""):
        return geheim
    bestand = omgeving.data / "geheim"
    try:
        if bestand.exists() and (geheim := bestand.read_text("utf-8").strip()):
            return geheim
        if not make:
            raise OpstartError(
                "STADSPUNT_GEHEIM ontbreekt. Zet daarin een lang willekeurig geheim, op elke computer hetzelfde, "
                "of wijs met --data naar de map van een bestaand StadsPunt."
            )
        geheim = secrets.token_urlsafe(48)
        half = bestand.with_name("geheim.half")
        half.touch(mode=0o600)
        half.write_text(f"{geheim}\n", "utf-8")
        half.replace(bestand)
    except OSError as fout:
        raise explain_oserror(fout, omgeving.data) from fout
    return geheim


def build_kindomgeving(omgeving: Omgeving, dsn: str, geheim: str) -> dict[str, str]:
    """Return the environment for a part of this StadsPunt: what we were told, completed with what we decided."""
    kind = dict(omgeving.buiten)
    # glibc: without it a process keeps the memory of its largest message for ever.
    kind.setdefault("MALLOC_MMAP_THRESHOLD_", "1048576")
    kind.update(
        DJANGO_SETTINGS_MODULE=INSTELLINGEN,
        DATABASE_URL=dsn,
        STADSPUNT_DATA=str(omgeving.data),
        STADSPUNT_GEHEIM=geheim,
        STADSPUNT_ADRES=omgeving.adres,
        STADSPUNT_HOSTS=omgeving.hosts,
        STADSPUNT_POORT=str(omgeving.poort),
        PROMETHEUS_MULTIPROC_DIR=str(omgeving.loopmap / "metingen"),
        PYTHONUNBUFFERED="1",
    )
    return kind


def default_postingang(omgeving: Omgeving) -> str:
    """Return where the mail door of a start listens when nothing was chosen."""
    return omgeving.buiten.get("STADSPUNT_SMTP_IN") or f"127.0.0.1:{min(omgeving.poort + POSTINGANG_VERDER, 65535)}"
