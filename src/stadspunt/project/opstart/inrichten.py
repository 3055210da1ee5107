"""Build the environment (`.venv`) from the lock file; run by the launcher with a bare Python.

Only the standard library may be imported here. The program that installs (uv) is pinned by
hash and lives beside what it installs; nothing but the package registry is asked.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_oserror, explain_output

NETWERK = (
    "failed to fetch",
    "dns error",
    "name resolution",
    "connection refused",
    "network is unreachable",
    "newconnectionerror",
    "connecttimeouterror",
    "readtimeouterror",
    "timed out",
    "error sending request",
    "tunnel",
    "proxyerror",
)
CERTIFICAAT = ("certificate", "sslerror", "invalid peer certificate")
GEEN_WIEL = ("matching platform tag", "doesn't have a source distribution", "no matching distribution", "not supported wheel")


def main(map_: Path, venv: Path, soort: str) -> int:
    """Make `venv` fit for the lock file of `map_`; `soort` is 'uv.lock' or, with the tools for `test`, 'uv.lock.dev'."""
    try:
        with _alone(venv):
            if _is_good(map_, venv, soort):
                return 0
            print("De omgeving wordt klaargemaakt. Dit gebeurt eenmalig en kan een paar minuten duren.", flush=True)
            _make_venv(venv)
            uv = _install_uv(venv)
            _sync(uv, map_, venv, dev=soort.endswith(".dev"))
            _sign(map_, venv, soort)
    except OpstartError as fout:
        print(fout.tekst, file=sys.stderr)
        return 1
    except OSError as fout:
        print(_explain_map(fout, venv).tekst, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken. De volgende start gaat verder waar deze was.", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _alone(venv: Path) -> Iterator[None]:
    """Let one process at a time build: two first starts at once must not write through each other."""
    venv.mkdir(parents=True, exist_ok=True)
    slot = os.open(venv, os.O_RDONLY)
    try:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
    finally:
        os.close(slot)


def _bewijs(venv: Path) -> Path:
    return venv / ".stadspunt"


def _is_good(map_: Path, venv: Path, soort: str) -> bool:
    bewijs = _bewijs(venv)
    namen = [soort, "uv.lock.dev"]
    slot = (map_ / "uv.lock").read_bytes()
    zelfde = any((bewijs / naam).exists() and (bewijs / naam).read_bytes() == slot for naam in namen)
    return zelfde and _python_version(venv) == _read(bewijs / "python")


def _read(bestand: Path) -> str:
    return bestand.read_text("utf-8").strip() if bestand.exists() else ""


def _python_version(venv: Path) -> str:
    try:
        vraag = [str(venv / "bin/python"), "-IS", "-c", "import sys; print(sys.version)"]
        return subprocess.run(vraag, check=False, capture_output=True, text=True).stdout.strip()  # noqa: S603
    except OSError:
        return ""  # the Python it was made with is gone


def _make_venv(venv: Path) -> None:
    """Make the environment, or anew when its Python is gone or became another version underneath it."""
    if _is_whole(venv):
        return
    for deel in ("bin", "lib", "lib64", "include", "gereedschap", ".stadspunt", "pyvenv.cfg"):
        pad = venv / deel
        if pad.is_symlink() or pad.is_file():
            pad.unlink()
        else:
            shutil.rmtree(pad, ignore_errors=True)
    _run([sys.executable, "-m", "venv", "--without-pip", str(venv)], venv)


def _is_whole(venv: Path) -> bool:
    versie = _python_version(venv).split(".")
    return len(versie) > 2 and (venv / f"lib/python{versie[0]}.{versie[1]}/site-packages").exists()


def _install_uv(venv: Path) -> Path:
    """Return the pinned uv, in an environment of its own inside `venv`: what it installs must not remove it."""
    gereedschap = venv / "gereedschap"
    eisen = Path(__file__).with_name("uv.txt")
    klaar = gereedschap / "klaar"
    if not klaar.exists() or klaar.read_bytes() != eisen.read_bytes():
        shutil.rmtree(gereedschap, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(gereedschap)], venv)
        pip = [str(gereedschap / "bin/python"), "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
        opties = ["--retries", "2", "--timeout", "30", "--disable-pip-version-check", "--only-binary=:all:"]
        _run([*pip, *opties, "--require-hashes", "-r", str(eisen)], venv)
        klaar.write_bytes(eisen.read_bytes())
    return gereedschap / "bin/uv"


def _sync(uv: Path, map_: Path, venv: Path, dev: bool) -> None:
    omgeving = {
        **os.environ,
        "UV_PROJECT_ENVIRONMENT": str(venv),
        "UV_PYTHON": str(venv / "bin/python"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_COMPILE_BYTECODE": "1",
        "UV_LINK_MODE": "copy",
        "UV_NO_PROGRESS": "1",
    }
    omgeving.pop("VIRTUAL_ENV", None)
    if "UV_CACHE_DIR" not in omgeving and not os.access(Path.home(), os.W_OK):
        omgeving["UV_NO_CACHE"] = "1"
    opdracht = [str(uv), "sync", "--frozen", "--inexact", "--no-install-project", "--directory", str(map_)]
    opdracht.append("--group=dev" if dev else "--no-dev")
    try:
        _run(opdracht, venv, omgeving)
    except CertificateError:
        # A network that opens TLS is known to the computer's own certificates, not to those inside uv.
        _run(opdracht, venv, {**omgeving, "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"})


class CertificateError(OpstartError):
    """The registry's certificate is not trusted."""


def _run(opdracht: list[str], venv: Path, omgeving: dict[str, str] | None = None) -> None:
    klaar = subprocess.run(  # noqa: S603 - our own programs
        opdracht, check=False, env=omgeving, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace"
    )
    if klaar.returncode:
        raise explain(klaar.stdout + klaar.stderr, venv)


def explain(uitvoer: str, venv: Path) -> OpstartError:
    """Translate what a tool printed when it failed, and keep it in `venv`."""
    log = venv / "inrichten.log"
    try:
        log.write_text(uitvoer, "utf-8")
    except OSError as fout:
        return _explain_map(fout, venv)
    klein = uitvoer.lower()
    if any(tekst in klein for tekst in CERTIFICAAT):
        return CertificateError(
            "Het certificaat van pypi.org wordt niet vertrouwd. Gebruikt uw netwerk een eigen certificaat? "
            "Zet dan SSL_CERT_FILE en PIP_CERT op het bestand met dat certificaat en start opnieuw."
        )
    if any(tekst in klein for tekst in NETWERK):
        return OpstartError(
            "De pakketten kunnen niet worden opgehaald: er is geen verbinding met pypi.org. "
            "Controleer het netwerk (of de proxy, in HTTPS_PROXY) en start opnieuw."
        )
    if any(tekst in klein for tekst in GEEN_WIEL):
        return OpstartError(
            "Voor deze computer bestaat een van de pakketten niet. StadsPunt heeft een gewone Linux (glibc 2.28 of "
            f"nieuwer) of macOS nodig, op x86_64 of arm64. De details staan in {log}"
        )
    anders = (
        f"Het klaarmaken van de omgeving is niet gelukt. De details staan in {log}. Verwijder de map {venv} en start opnieuw."
    )
    return explain_output(uitvoer, venv, anders)


def _explain_map(fout: OSError, venv: Path) -> OpstartError:
    uitleg = explain_oserror(fout, venv)
    if "schrijven" in uitleg.tekst:
        return OpstartError(
            f"StadsPunt mag geen omgeving maken in {venv}. Zet STADSPUNT_VENV op een map waarin u wel mag schrijven, "
            "en kies de map voor de gegevens met --data."
        )
    return uitleg


def _sign(map_: Path, venv: Path, soort: str) -> None:
    bewijs = _bewijs(venv)
    shutil.rmtree(bewijs, ignore_errors=True)
    bewijs.mkdir()
    (bewijs / "python").write_text(_python_version(venv), "utf-8")
    (bewijs / soort).write_bytes((map_ / "uv.lock").read_bytes())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
