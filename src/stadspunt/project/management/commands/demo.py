"""Build the demo municipality, or say whether it is there: `stadspunt django demo [--staat]`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.project.demo.jaar import AANTAL
from stadspunt.project.demo.laden.bouwen import build_demo, is_gevuld


class Command(BaseCommand):
    """Fill an empty database with Lindewaard; what a broken run left behind is completed."""

    help = "Bouwt de voorbeeldgemeente Lindewaard in een lege database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--staat", action="store_true", help="zeg alleen of de demo er is: leeg of gevuld")
        parser.add_argument("--aantal", type=int, default=AANTAL, help="hoeveel klantcontacten het jaar telt")

    def handle(self, *_: Any, **opties: Any) -> None:
        if opties["staat"]:
            self.stdout.write("gevuld" if is_gevuld() else "leeg")
            return
        try:
            build_demo(self.stdout.write, opties["aantal"])
        except GeweigerdError as weigering:
            raise CommandError(" ".join(fout.tekst for fout in weigering.fouten)) from weigering
