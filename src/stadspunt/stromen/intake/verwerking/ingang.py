"""Through which entrance a message came in."""

from stadspunt.stromen.intake.rules.adresboek import Adresboek
from stadspunt.stromen.intake.rules.mailbericht import Mailbericht
from stadspunt.stromen.intake.verwerking.poststuk import Poststuk
from stadspunt.stromen.intake.verwerking.uitslag import NietTeVerwerkenError


def find_mailingang(stuk: Poststuk, bericht: Mailbericht, adresboek: Adresboek) -> int:
    """Return the entrance: the one it was delivered at, else by the envelope, else by To and Cc, else the default one.

    Raises NietTeVerwerkenError when the municipality has no entrance for mail at all.
    """
    if stuk.ingang_id is not None:
        return stuk.ingang_id
    kop = [adres.adres for adres in (*bericht.aan.eerste, *bericht.cc.eerste)]
    ingang = (
        adresboek.find_eerste_ingang(stuk.envelop.rcpt_tos, stuk.gemeente_id)
        or adresboek.find_eerste_ingang(kop, stuk.gemeente_id)
        or adresboek.find_standaardingang(stuk.gemeente_id)
    )
    if ingang is None:
        raise NietTeVerwerkenError(
            "Deze gemeente heeft geen ingang voor e-mail. Maak in het beheer een postbus aan en probeer het opnieuw."
        )
    return ingang.id
