"""`stadspunt inkomend`: the mail door and the mailboxes that are polled."""

import os

from stadspunt.project.database.geduld import WACHTEND_PUBLIEK, limit_geduld
from stadspunt.project.opdrachten.django_klaar import set_up_dienst
from stadspunt.project.opstart.omgeving import Omgeving
from stadspunt.project.reservekopie.herstelmerk import demand_heel


def run(omgeving: Omgeving) -> int:
    """Take in mail until SIGTERM; returns the exit code."""
    set_up_dienst(omgeving, "inkomend")
    demand_heel(os.environ["DATABASE_URL"])
    limit_geduld(WACHTEND_PUBLIEK)
    from stadspunt.deuren.inkomend.dienst import main

    return int(main() or 0)
