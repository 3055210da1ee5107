"""Fill the database of a running StadsPunt with the small city, and with answers that are about to leave.

Run as `python -m tests.uitval.voorraad NUMBER [PORT OF A MAILBOX SERVER]`; prints as JSON the cookie of Kim, who is signed
in, and the lists of her teams.
"""

import json
import sys

import django

django.setup()

from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord  # noqa: E402
from stadspunt.stromen.correspondentie.bouw import build_opzet  # noqa: E402
from stadspunt.stromen.intake.actions.postbussen import add_postbus  # noqa: E402
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens  # noqa: E402
from tests.stad import build_stad  # noqa: E402


def main(aantal: int, imap: int = 0) -> None:
    """Build the city, and let Kim answer `aantal` questions; each answer waits its twenty seconds."""
    stad = build_stad()
    if imap:
        ingang = stad.ingangen["info"]
        adres = ("127.0.0.1", imap, Beveiliging.GEEN, "info", "POSTBUS_INFO")
        add_postbus(stad.systeem(), Postbusgegevens(ingang, *adres, verwerkt_map="Verwerkt"))
    for nummer in range(aantal):
        vraag_id = stad.klantvraag(f"Vraag {nummer} van voor de uitval")
        send_antwoord(stad.handeling("kim"), vraag_id, build_opzet(f"antwoord{nummer}@example.org"))
    koekje = stad.kim.cookies["sessionid"].value
    print(json.dumps({"koekje": f"sessionid={koekje}", "lijsten": [f"team-{team_id}" for team_id in stad.teams.values()]}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
