"""Which addresses are ours."""

from stadspunt.bronnen.organisatie.queries import list_gemeenten, list_ingangen
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.toegang.poort import open_query
from stadspunt.stromen.intake.rules.adresboek import Adresboek, Mailingang, build_adresboek


@open_query(reden="adressen van de gemeente zelf tonen geen klant")
def load_adresboek() -> Adresboek:
    """Return the mail domains and mail entrances of all municipalities here, as they stand now."""
    domeinen = [(gemeente.maildomein, gemeente.id) for gemeente in sorted(list_gemeenten(), key=lambda een: een.id)]
    ingangen = [Mailingang(ingang.id, ingang.gemeente_id, ingang.waarde) for ingang in list_ingangen(Ingangsoort.POSTBUS)]
    return build_adresboek(domeinen, ingangen)
