"""Programs that the tests need and that no Python package brings: a browser, a mail server and a virus scanner."""

import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

# Program, and the Debian packages that bring it.
NODIG = {
    "chromium": ("chromium",),
    "dovecot": ("dovecot-imapd", "dovecot-lmtpd"),
    "clamd": ("clamav-daemon",),
}
PAD = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
POLITIE = Path("/usr/sbin/policy-rc.d")


def find_missing() -> list[str]:
    """Return the programs that are not on this computer."""
    pad = os.pathsep.join([os.environ.get("PATH", ""), PAD])  # ordinary users do not have sbin in theirs
    return [programma for programma in NODIG if shutil.which(programma, path=pad) is None]


def install_missing() -> str:
    """Install what is missing when we may; returns a Dutch sentence that says what is still to be done, or ''."""
    ontbreekt = find_missing()
    if not ontbreekt:
        return ""
    pakketten = " ".join(pakket for programma in ontbreekt for pakket in NODIG[programma])
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Voor de proeven wordt geïnstalleerd: {pakketten}", flush=True)
        with ExitStack() as stapel:
            _keep_services_down(stapel)
            _apt("update", "-qq")
            _apt("install", "-qq", "-y", "--no-install-recommends", *pakketten.split())
        ontbreekt = find_missing()
        if not ontbreekt:
            return ""
    return (
        f"Voor de proeven ontbreekt op deze computer: {', '.join(ontbreekt)}. "
        f"Installeer dat en begin opnieuw. Op Debian en Ubuntu: sudo apt install {pakketten}"
    )


def _apt(*woorden: str) -> None:
    # LC_ALL: a bare machine has no locales; no stdin: nobody is there to answer.
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    niets = subprocess.DEVNULL
    subprocess.run(["apt-get", *woorden], check=False, env=omgeving, stdin=niets, stdout=niets)  # noqa: S603, S607


def _keep_services_down(stapel: ExitStack) -> None:
    """Keep the servers from starting by themselves: the tests start their own, on their own ports."""
    if POLITIE.exists() or not POLITIE.parent.is_dir():
        return
    POLITIE.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    POLITIE.chmod(0o755)
    stapel.callback(POLITIE.unlink, missing_ok=True)
