"""`stadspunt django …`: any management command, with the right database and secret."""

from django.core.management import execute_from_command_line

from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Run the management command; returns the exit code."""
    if not woorden:
        raise OpstartError("Noem een beheeropdracht, bijvoorbeeld: ./stadspunt django help")
    prepare_data(omgeving)
    with borrow_database(omgeving, f"django {woorden[0]}"):
        set_up_opdracht(omgeving, find_database(omgeving), "django")
        execute_from_command_line(["./stadspunt django", *woorden])
    return 0
