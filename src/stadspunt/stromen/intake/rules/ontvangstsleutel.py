"""The key of an arrival: the same thing twice has the same one."""

import hashlib

from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.intake.rules.kopregels import read_kopregels
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.sleutel import compute_sleutel


def compute_mailsleutel(gemeente_id: int, ruw: bytes) -> str:
    """Return the key of a raw e-mail for one municipality; its body is not read, for the sender waits."""
    kop = ruw[: read_kopregels(ruw, 0, len(ruw)).begin_inhoud]
    return f"mail:{gemeente_id}:{compute_sleutel(ruw, read_mailbericht(kop))}"


def compute_formuliersleutel(gemeente_id: int, eenmalig: str, ruw: bytes) -> str:
    """Return the key of a web form: `eenmalig` is made when the form is shown, so that pressing twice is one arrival.

    The content counts too: who goes back, changes his text and sends again has sent something new, and it must not be lost.
    """
    som = hashlib.sha256(eenmalig.encode("utf-8", "replace") + b"\x00" + ruw).hexdigest()
    return f"form:{gemeente_id}:{som}"


def compute_formuliermerk(inzending: Formulierinzending, ruw: bytes, browser: str) -> str:
    """Return by what the same form of the same sender is known again, also when it was shown anew in between.

    Who gave an address is known by what he sent. Two who gave none may write the same words about different things:
    then only the same `browser` is the same sender, and without one nobody can know ('').
    """
    if inzending.email or inzending.telefoon:
        browser = ""
    elif not browser:
        return ""
    return hashlib.sha256(browser.encode("utf-8", "replace") + b"\x00" + ruw).hexdigest()
