"""What the buttons of the registration screen do to what stands in it; each works without script."""

from dataclasses import dataclass, field

from stadspunt.bronnen.organisatie.beelden import TeamBeeld
from stadspunt.bronnen.producten.queries import SnelcodeBeeld
from stadspunt.deuren.werkplek.registreren.bewaren import Plaats
from stadspunt.deuren.werkplek.registreren.doorzetten import propose_opdracht
from stadspunt.deuren.werkplek.registreren.forms import Registratieformulieren
from stadspunt.deuren.werkplek.registreren.invulling import Invulling
from stadspunt.deuren.werkplek.registreren.klantkeuze import Kandidaat, search_kandidaten
from stadspunt.deuren.werkplek.registreren.omgeving import Omgeving
from stadspunt.deuren.werkplek.stukken import Stukken
from stadspunt.fundament.toegang.scherm import Verzoek


@dataclass
class Stand:
    """What the screen shows next: besides what was typed also where the focus goes and what was found."""

    invulling: Invulling
    omgeving: Omgeving
    plaats: Plaats
    stukken: Stukken = field(default_factory=Stukken)
    focus: str = "zoek_klant"
    kandidaten: list[Kandidaat] = field(default_factory=list)
    gezocht: bool = False
    snelcode: SnelcodeBeeld | None = None
    melding: str = ""
    formulieren: Registratieformulieren | None = None

    @property
    def team(self) -> TeamBeeld:
        """Whose the questions become."""
        return self.plaats.team


def press(verzoek: Verzoek, stand: Stand, actie: str) -> bool:
    """Do what the button says to what stands in the screen; True when the contact must be kept."""
    naam, _, nummer = actie.partition("-")
    waarde = int(nummer) if nummer.isascii() and nummer.isdigit() and len(nummer) < 18 else 0
    match naam:
        case "bewaren":
            return True
        case "verder":
            return _press_enter(verzoek, stand)
        case "zoek":
            _search(verzoek, stand)
        case "kies":
            stand.invulling.choose_klant(waarde)
            stand.focus = f"vraag-{_find_lege_vraag(stand.invulling)}-onderwerp"
        case "los":
            stand.invulling.release_klant()
        case "nieuwe":
            stand.invulling.start_nieuwe_klant()
            stand.focus = "naam"
        case "erbij":
            stand.focus = f"vraag-{stand.invulling.add_vraag()}-onderwerp"
        case "weg":
            stand.invulling.remove_vraag(waarde)
            stand.focus = f"vraag-{max(0, min(waarde, stand.invulling.aantal - 1))}-onderwerp"
        case "snelcode":
            _fill_snelcode(stand, next((een for een in stand.omgeving.alle_snelcodes if een.id == waarde), None))
        case "neem":
            _take_antwoord(stand, waarde)
        case "doorzetten":
            _pass_on(verzoek, stand, waarde)
    return False


def _press_enter(verzoek: Verzoek, stand: Stand) -> bool:
    """Enter does what the field with the cursor is for: search, the quick code, else keep the contact."""
    waarden = stand.invulling.waarden
    if str(waarden.get("snelcode", "")).strip():
        tekst = str(waarden.pop("snelcode"))
        _fill_snelcode(stand, stand.omgeving.find_snelcode(stand.team.gemeente_id, tekst))
        if stand.snelcode is None:
            stand.melding, stand.focus = f"Er is geen snelcode ‘{tekst.strip()}’.", "snelcode"
        return False
    if str(waarden.get("zoek_klant", "")).strip() and not waarden.get("partij"):
        _search(verzoek, stand)
        return False
    return True


def _search(verzoek: Verzoek, stand: Stand) -> None:
    tekst = str(stand.invulling.waarden.get("zoek_klant", ""))
    stand.kandidaten = search_kandidaten(verzoek.raadpleging, tekst, stand.team.gemeente_id)
    stand.gezocht = True
    stand.focus = "kandidaat" if stand.kandidaten else "zoek_klant"


def _find_lege_vraag(invulling: Invulling) -> int:
    return next((nummer for nummer in range(invulling.aantal) if invulling.is_lege_vraag(nummer)), invulling.aantal - 1)


def _fill_snelcode(stand: Stand, snelcode: SnelcodeBeeld | None) -> None:
    if snelcode is None or snelcode.gemeente_id != stand.team.gemeente_id:
        return
    product = next((een for een in stand.omgeving.alle_producten if een.id == snelcode.product_id), None)
    stand.invulling.fill_snelcode(snelcode, product)
    stand.snelcode, stand.focus = snelcode, "registreren"


def _take_antwoord(stand: Stand, nummer: int) -> None:
    naam = str(stand.invulling.get_vraag(nummer).get("product", "")).strip().casefold()
    product = stand.omgeving.get_producten_op_naam(stand.team.gemeente_id).get(naam)
    if product is not None and nummer < stand.invulling.aantal:
        stand.invulling.fill_antwoord(nummer, product.eerste_antwoord)
        stand.focus = f"vraag-{nummer}-antwoord"


def _pass_on(verzoek: Verzoek, stand: Stand, nummer: int) -> None:
    """Make of a question an order to a department, ready to be sent; the cursor goes to what still asks something."""
    if nummer >= stand.invulling.aantal:
        return
    naam = str(stand.invulling.get_vraag(nummer).get("product", "")).strip().casefold()
    product = stand.omgeving.get_producten_op_naam(stand.team.gemeente_id).get(naam)
    veld = propose_opdracht(verzoek.raadpleging, stand.invulling, nummer, product, stand.team.gemeente_id)
    stand.focus = f"vraag-{nummer}-{veld or 'versturen'}"
