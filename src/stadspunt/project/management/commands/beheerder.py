"""Make the first administrator of an empty installation: `stadspunt django beheerder LOGIN`."""

import sys
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from stadspunt.bronnen.organisatie.actions import add_gemeente, add_medewerker, assign_rol
from stadspunt.bronnen.organisatie.queries import list_gemeenten
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.models import Account
from stadspunt.fundament.toegang.wachtwoorden import check_wachtwoord


class Command(BaseCommand):
    """Ask for what is needed and make the account, all or nothing."""

    help = "Maakt de eerste functioneel beheerder, en de gemeente als die er nog niet is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="inlognaam, bijvoorbeeld fatma")
        parser.add_argument("--naam", default="", help="voor- en achternaam")
        parser.add_argument("--gemeente", default="", help="naam van de gemeente, bij een lege installatie")
        parser.add_argument("--maildomein", default="", help="maildomein van de gemeente, bij een lege installatie")

    def handle(self, *_: Any, **opties: Any) -> None:
        login = opties["login"].strip().lower()
        if Account.objects.filter(login=login).exists():
            raise CommandError(f"De inlognaam {login} bestaat al. Kies een andere.")
        gemeenten = list_gemeenten()
        if not gemeenten and not (opties["gemeente"] and opties["maildomein"]):
            raise CommandError("Deze installatie is leeg. Geef ook --gemeente NAAM en --maildomein DOMEIN op.")
        wachtwoord = self._ask_wachtwoord(login)
        systeem = build_systeem("beheerder", get_moment(), "beheren")
        with transaction.atomic():
            gemeente_id = (
                gemeenten[0].id
                if gemeenten
                else add_gemeente(systeem, opties["gemeente"], opties["gemeente"].lower().replace(" ", "-"), opties["maildomein"])
            )
            medewerker_id = add_medewerker(systeem, opties["naam"] or login, login, wachtwoord)
            assign_rol(systeem, medewerker_id, "functioneel-beheerder", gemeente_id)
        self.stdout.write(f"{login} is nu functioneel beheerder en kan zich aanmelden.")

    def _ask_wachtwoord(self, login: str) -> str:
        """Return the password: typed twice, or one line from a pipe."""
        eerste = getpass("Wachtwoord: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        if sys.stdin.isatty() and eerste != getpass("Nog een keer: "):
            raise CommandError("De twee wachtwoorden zijn niet gelijk. Probeer het nog eens.")
        if fouten := check_wachtwoord(eerste, login):
            raise CommandError(" ".join(fout.tekst for fout in fouten))
        return eerste
