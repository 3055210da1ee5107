"""Why a message did not arrive, as an agent reads it."""

import pytest

from stadspunt.stromen.correspondentie.rules.bezorging import explain_bezorgstatus


@pytest.mark.parametrize(
    ("status", "diagnose", "reden"),
    [
        ("5.1.1", "550 5.1.1 User unknown", "Het adres bestaat niet."),
        ("5.2.2", "552 5.2.2 Over quota", "De mailbox van de klant is vol."),
        ("5.7.1", "550 5.7.1 Message rejected as spam", "De mailserver van de klant weigerde het bericht."),
        ("5.3.4", "552 5.3.4 Message too big", "Het bericht is te groot voor de mailbox van de klant."),
        ("5.4.4", "Host not found", "Het deel van het adres na de @ bestaat niet, of neemt geen e-mail aan."),
        ("4.4.7", "Delivery time expired", "De mailserver van de klant was niet te bereiken."),
        ("", "550 5.2.1 Mailbox disabled", "De mailbox van de klant is uitgezet."),
        ("", "550 Requested action not taken: mailbox full", "De mailbox van de klant is vol."),
        ("5.0.0", "550 No such user here", "Het adres bestaat niet."),
        ("5.0.0", "550 Nee", "De mailserver van de klant nam het bericht niet aan."),
        ("", "", "De mailserver van de klant nam het bericht niet aan."),
    ],
)
def test_the_code_of_a_mail_server_becomes_a_sentence(status: str, diagnose: str, reden: str) -> None:
    assert explain_bezorgstatus(status, diagnose) == reden
