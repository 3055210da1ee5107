"""Fill the database of a running StadsPunt with the small city, and with answers that are about to leave.

Run as `python -m tests.uitval.voorraad NUMBER`.
"""

import sys

import django

django.setup()

from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord  # noqa: E402
from stadspunt.stromen.correspondentie.bouw import build_concept  # noqa: E402
from tests.stad import build_stad  # noqa: E402


def main(aantal: int) -> None:
    """Build the city, and let Kim answer `aantal` questions; each answer waits its twenty seconds."""
    stad = build_stad()
    for nummer in range(aantal):
        vraag_id = stad.klantvraag(f"Vraag {nummer} van voor de uitval")
        send_antwoord(stad.handeling("kim"), vraag_id, build_concept(f"antwoord{nummer}@example.org"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
