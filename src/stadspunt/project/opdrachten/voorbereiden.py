"""What happens between the start of the database and the start of the parts: tables, files, the demo on a first start."""

import io

from django.core.management import call_command

from stadspunt.project.opdrachten.django_klaar import set_up
from stadspunt.project.opdrachten.migrate import collect_static, migrate
from stadspunt.project.opstart.omgeving import Omgeving

LEEG = "leeg"


def run(omgeving: Omgeving, leeg: bool) -> int:
    """Prepare the database of `omgeving` (which must run); with `leeg` no demo is ever built in it."""
    set_up(omgeving, omgeving.database_url, make_geheim=True)
    migrate()
    collect_static()
    merk = omgeving.data / "zonder-demo"
    if leeg and not merk.exists() and _ask_demo() == LEEG:
        merk.touch()  # a later start without --leeg must not fill a municipality that only just began
    if not merk.exists() and _ask_demo() == LEEG:
        print("De voorbeeldgemeente wordt gemaakt. Dit gebeurt eenmalig.", flush=True)
        call_command("demo")
    return 0


def _ask_demo() -> str:
    antwoord = io.StringIO()
    call_command("demo", "--staat", stdout=antwoord)
    return antwoord.getvalue().strip()
