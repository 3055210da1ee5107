"""What happens between the start of the database and the start of the parts: tables, files, the demo on a first start."""

import io

from django.contrib.auth import get_user_model
from django.core.management import call_command

from stadspunt.project.opdrachten.django_klaar import set_up_opdracht
from stadspunt.project.opdrachten.migrate import collect_static, migrate
from stadspunt.project.opstart.omgeving import Omgeving

LEEG = "leeg"
BEWONERS = "bewoners"  # who can sign in: the demo, nobody yet, or the people of this municipality


def run(omgeving: Omgeving, leeg: bool) -> int:
    """Prepare the database of `omgeving` (which must run); with `leeg` no demo is ever built in it."""
    set_up_opdracht(omgeving, omgeving.database_url, "voorbereiden")
    migrate()
    collect_static()
    merk = omgeving.data / "zonder-demo"
    if leeg and not merk.exists() and _ask_demo() == LEEG:
        merk.touch()  # a later start without --leeg must not fill a municipality that only just began
    if not merk.exists() and _ask_demo() == LEEG:
        print("De voorbeeldgemeente wordt gemaakt. Dit gebeurt eenmalig.", flush=True)
        call_command("demo")
    (omgeving.loopmap / BEWONERS).write_text(_tell_bewoners(zonder_demo=merk.exists()), "utf-8")
    return 0


def _tell_bewoners(zonder_demo: bool) -> str:
    if not zonder_demo:
        return "demo"
    return "eigen" if get_user_model().objects.exists() else LEEG


def _ask_demo() -> str:
    antwoord = io.StringIO()
    call_command("demo", "--staat", stdout=antwoord)
    return antwoord.getvalue().strip()
