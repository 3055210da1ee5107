"""What workers do for files."""

from stadspunt.bronnen.documenten.jobs.opslag import controleer_opslag, ruim_opslag_op
from stadspunt.bronnen.documenten.jobs.virus import bewaak_scanner, controleer_bestanden

__all__ = ["bewaak_scanner", "controleer_bestanden", "controleer_opslag", "ruim_opslag_op"]
