"""What the installation itself does by the clock."""

import os
import signal
import subprocess
import sys

import structlog

from stadspunt.fundament.taken.wachtrij import elke
from stadspunt.project.opstart.processen import build_tie
from stadspunt.project.reservekopie.plaats import has_dagelijkse

log = structlog.get_logger(__name__)


@elke("30 0 * * *", naam="project.reservekopie")
def maak_reservekopie() -> None:
    """Every night: a copy, tried at once; the oldest ones go.

    A process of its own, that ends with this worker: it takes minutes and memory that a worker must not keep. What went wrong
    is written down by it, and stands on the page Gezondheid.
    """
    if not has_dagelijkse(os.environ):
        return
    opdracht = [sys.executable, "-m", "stadspunt.project.cli", "backup", "--klok"]
    klaar = subprocess.run(  # noqa: S603 - our own program, no shell
        opdracht, stdin=subprocess.DEVNULL, capture_output=True, check=False, preexec_fn=build_tie(signal.SIGTERM)
    )
    if klaar.returncode:
        log.error("reservekopie_mislukt", code=klaar.returncode)
