"""Look after the documents that stand outside the database. When their place is away, the next time will do."""

import structlog

from stadspunt.fundament.fouten import OpslagWegError
from stadspunt.fundament.opslag.onderhoud import check_steekproef, remove_wezen
from stadspunt.fundament.taken.wachtrij import elke
from stadspunt.fundament.tijd.klok import get_moment

log = structlog.get_logger(__name__)


@elke("35 3 * * *", naam="documenten.ruim_opslag_op")
def ruim_opslag_op() -> None:
    """Every night: take away what was left by who was cut off."""
    try:
        weg = remove_wezen(get_moment())
        log.info("opslag_opgeruimd", weg=weg)
    except OpslagWegError as fout:
        log.warning("opslag_weg", fout=str(fout))


@elke("*/10 * * * *", naam="documenten.controleer_opslag")
def controleer_opslag() -> None:
    """Every ten minutes: read the documents that were not looked at for longest."""
    try:
        if mis := check_steekproef(get_moment()):
            log.error("documenten_niet_goed", aantal=mis)
    except OpslagWegError as fout:
        log.warning("opslag_weg", fout=str(fout))
