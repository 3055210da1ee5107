"""`stadspunt live`: the live lists, a small process of their own."""

import asyncio
import os
from pathlib import Path

from django.conf import settings

from stadspunt.project.database.geduld import WACHTEND_PUBLIEK, limit_geduld
from stadspunt.project.live.server import load_poort, serve
from stadspunt.project.opdrachten.django_klaar import set_up_dienst
from stadspunt.project.opstart.omgeving import Omgeving


def run(omgeving: Omgeving, stopcontact: Path | None) -> int:
    """Serve live lists on a Unix socket, or else on the address of `omgeving`, until SIGTERM; returns the exit code."""
    set_up_dienst(omgeving, "live")
    limit_geduld(WACHTEND_PUBLIEK)
    if stopcontact is not None:
        stopcontact.unlink(missing_ok=True)  # of a process that was killed
    poort = load_poort(settings.STADSPUNT_LIVE_POORT)
    asyncio.run(serve(os.environ["DATABASE_URL"], poort, stopcontact, (omgeving.luister, omgeving.poort)))
    return 0
