"""Set up the town hall: municipality, teams, departments, employees, entrances, products, codes and templates."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import connection

from stadspunt.bronnen.organisatie.actions import (
    add_afdeling,
    add_gemeente,
    add_ingang,
    add_medewerker,
    add_team,
    assign_rol,
    load_standaard,
)
from stadspunt.bronnen.organisatie.actions_beheer import update_kanaal
from stadspunt.bronnen.organisatie.queries import (
    get_kanaal,
    list_afdelingen,
    list_gemeenten,
    list_ingangen,
    list_kanalen,
    list_teams,
)
from stadspunt.bronnen.producten.actions import add_product, add_snelcode
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.bronnen.tekstblokken.actions import add_tekstblok
from stadspunt.bronnen.termijnen.actions import load_feestdagen, set_servicenorm
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.project.demo import gemeente as stad
from stadspunt.project.demo.accounts import DEMO_WACHTWOORD
from stadspunt.project.demo.kanalen import INGANGEN, KANALEN, NORM_WERKDAGEN
from stadspunt.project.demo.laden.macros import add_macros
from stadspunt.project.demo.organisatie import AFDELINGEN, MEDEWERKERS, TEAMS, DemoMedewerker
from stadspunt.project.demo.producten import PRODUCTEN
from stadspunt.project.demo.productvorm import Knip
from stadspunt.project.demo.sjablonen import SJABLONEN
from stadspunt.project.demo.snelcodes import SNELCODES
from stadspunt.project.demo.tekstblokken import TEKSTBLOKKEN
from stadspunt.stromen.correspondentie.actions.sjablonen import add_sjabloon

SLUG = "lindewaard"
KNIPTEKSTEN = {
    Knip.EERSTE_LIJN: "De eerste lijn handelt dit af. De afdeling helpt alleen bij een uitzondering.",
    Knip.TWEEDE_LIJN: "Vraag eerst de tweede lijn. Zij kan de vraag aan de afdeling voorleggen.",
    Knip.VAKAFDELING: "De eerste lijn geeft informatie. Over een aanvraag beslist de afdeling.",
}


@dataclass(frozen=True, slots=True)
class Inrichting:
    """The ids of what was set up, by the codes of the demo."""

    gemeente_id: int
    teams: dict[str, int]
    afdelingen: dict[str, int]
    medewerkers: dict[str, int]
    kanalen: dict[str, int]
    ingangen: dict[str, int]
    producten: dict[str, int]


def build_inrichting(handeling: Handeling) -> Inrichting:
    """Set up everything at the moment of `handeling`, which lies before the first contact."""
    load_standaard(handeling)
    gemeente_id = add_gemeente(handeling, stad.NAAM, SLUG, stad.MAILDOMEIN, stad.TELEFOON)
    for jaar in range(handeling.vandaag.year - 1, handeling.vandaag.year + 4):
        load_feestdagen(handeling, gemeente_id, jaar)
    teams = {team.code: add_team(handeling, gemeente_id, team.naam, team.code) for team in TEAMS}
    afdelingen = {een.code: add_afdeling(handeling, gemeente_id, een.naam, een.code) for een in AFDELINGEN}
    medewerkers = {een.login: _add_medewerker(handeling, een) for een in MEDEWERKERS}
    _set_wachtwoorden()
    for medewerker in MEDEWERKERS:
        _assign_rollen(handeling, medewerker, medewerkers[medewerker.login], gemeente_id, teams, afdelingen)
    _set_kanalen(handeling, gemeente_id, teams, medewerkers)
    _add_producten(handeling, gemeente_id, afdelingen, medewerkers)
    for sjabloon in SJABLONEN:
        add_sjabloon(handeling, gemeente_id, sjabloon)
    for tekstblok in TEKSTBLOKKEN:
        add_tekstblok(handeling, tekstblok, gemeente_id)
    add_macros(handeling, gemeente_id, afdelingen)
    return read_inrichting()


def read_inrichting() -> Inrichting:
    """Return the ids of what was set up earlier. Raises LookupError when the town is not there."""
    gemeente_id = next((een.id for een in list_gemeenten() if een.slug == SLUG), None)
    if gemeente_id is None:
        raise LookupError(SLUG)
    ingang_ids = {(een.soort, een.waarde): een.id for een in list_ingangen()}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account.login, medewerker.id FROM organisatie_medewerker medewerker"
            " JOIN toegang_account account ON account.id = medewerker.account_id"
        )
        medewerkers = dict(cursor.fetchall())
    return Inrichting(
        gemeente_id,
        {een.slug: een.id for een in list_teams([gemeente_id])},
        {een.slug: een.id for een in list_afdelingen([gemeente_id])},
        medewerkers,
        {een.slug: een.id for een in list_kanalen()},
        {een.code: ingang_ids[een.soort.value, een.waarde] for een in INGANGEN},
        {een.slug: een.id for een in list_producten([gemeente_id])},
    )


def _add_medewerker(handeling: Handeling, medewerker: DemoMedewerker) -> int:
    # Without a password here: one hash for all of them follows, because the hash is slow on purpose.
    return add_medewerker(handeling, medewerker.naam, medewerker.login, "", f"{medewerker.login}@{stad.MAILDOMEIN}")


def _set_wachtwoorden() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE toegang_account SET password = %s WHERE login = ANY(%s)",
            [make_password(DEMO_WACHTWOORD), [een.login for een in MEDEWERKERS]],
        )


def _assign_rollen(
    handeling: Handeling,
    medewerker: DemoMedewerker,
    medewerker_id: int,
    gemeente_id: int,
    teams: dict[str, int],
    afdelingen: dict[str, int],
) -> None:
    afdeling_id = afdelingen.get(medewerker.afdeling)
    for rol in medewerker.rollen:
        for team in medewerker.teams or ("",):
            assign_rol(handeling, medewerker_id, rol, gemeente_id, team_id=teams.get(team), afdeling_id=afdeling_id)


def _set_kanalen(handeling: Handeling, gemeente_id: int, teams: dict[str, int], medewerkers: dict[str, int]) -> None:
    for kanaal in KANALEN:
        beeld, eigenaar_id = get_kanaal(kanaal.code.value), medewerkers[kanaal.eigenaar]
        update_kanaal(handeling, beeld.id, kanaal.naam, actief=True, digitaal=beeld.digitaal, eigenaar_id=eigenaar_id)
        set_servicenorm(handeling, gemeente_id, beeld.id, NORM_WERKDAGEN[kanaal.code])
    for een in INGANGEN:
        eigenaar_id = medewerkers[een.eigenaar]
        team_id = teams[een.wachtrij]
        add_ingang(handeling, gemeente_id, een.kanaal.value, team_id, een.soort, een.naam, een.waarde, eigenaar_id)


def _add_producten(handeling: Handeling, gemeente_id: int, afdelingen: dict[str, int], medewerkers: dict[str, int]) -> None:
    contacten = {een.code: medewerkers[een.contact] for een in AFDELINGEN}
    ids = {
        product.code: add_product(
            handeling,
            gemeente_id,
            Productgegevens(
                naam=product.naam,
                slug=product.code,
                afdeling_id=afdelingen[product.afdeling],
                upl_uri=product.upl_uri,
                thema=product.thema,
                zoekwoorden=", ".join(product.woorden),
                eerste_antwoord=product.antwoord,
                knip=KNIPTEKSTEN[product.knip],
                norm_werkdagen=product.norm_werkdagen,
                eigenaar_id=contacten[product.afdeling],
            ),
        )
        for product in PRODUCTEN
    }
    for code in SNELCODES:
        add_snelcode(handeling, gemeente_id, code.code, code.naam, code.antwoord, ids.get(code.product))
