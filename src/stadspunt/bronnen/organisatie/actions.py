"""Change the organisation."""

from datetime import datetime

from django.db import IntegrityError

from stadspunt.bronnen.organisatie.models import (
    Afdeling,
    Gemeente,
    Ingang,
    Kanaal,
    Medewerker,
    Rol,
    Rolrecht,
    Roltoewijzing,
    Team,
)
from stadspunt.bronnen.organisatie.queries import list_houders
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.inrichting import (
    check_eigenaarteam,
    check_houders,
    check_naam,
    demand,
    demand_gemeente,
)
from stadspunt.bronnen.organisatie.rules.rollen import STANDAARD_ROLLEN, VERTROUWELIJK_ZIEN
from stadspunt.bronnen.organisatie.rules.woorden import STANDAARD_KANALEN, Ingangsoort
from stadspunt.fundament.fouten import Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.models import Account
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.bereik import to_zoeksleutel


@action(recht="beheer.wijzigen")
def load_standaard(handeling: Handeling) -> None:
    """Put in the standard channels and roles that are not there yet; what an administrator changed stays."""
    for volgorde, (slug, naam, digitaal) in enumerate(STANDAARD_KANALEN):
        Kanaal.objects.get_or_create(slug=slug, defaults={"naam": naam, "digitaal": digitaal, "volgorde": volgorde})
    for slug, (naam, rechten) in STANDAARD_ROLLEN.items():
        rol, nieuw = Rol.objects.get_or_create(slug=slug, defaults={"naam": naam})
        if nieuw:
            Rolrecht.objects.bulk_create(Rolrecht(rol=rol, doel=doel, recht=recht) for doel, recht in sorted(rechten))


@action(recht="beheer.wijzigen")
def add_gemeente(handeling: Handeling, naam: str, slug: str, maildomein: str, telefoon: str = "") -> int:
    """Add a municipality; returns its id."""
    return Gemeente.objects.create(naam=naam, slug=slug, maildomein=maildomein.lower(), telefoon=telefoon).pk


@action(recht="beheer.wijzigen")
def add_afdeling(handeling: Handeling, gemeente_id: int, naam: str, slug: str) -> int:
    """Add a department; returns its id. Raises GeweigerdError when it exists."""
    demand_gemeente(handeling.actor, gemeente_id)
    demand(check_naam(naam, slug))
    afdeling, nieuw = Afdeling.objects.get_or_create(gemeente_id=gemeente_id, slug=slug, defaults={"naam": naam.strip()})
    if not nieuw:
        raise GeweigerdError(Fout("bestaat-al", "Deze afdeling bestaat al. Kies een andere naam.", "naam"))
    return afdeling.pk


@action(recht="beheer.wijzigen")
def add_team(handeling: Handeling, gemeente_id: int, naam: str, slug: str, *, afdeling_id: int | None = None) -> int:
    """Add a team: of the KCC, or of a department; returns its id. Raises GeweigerdError when it exists."""
    demand_gemeente(handeling.actor, gemeente_id)
    demand(check_naam(naam, slug))
    if afdeling_id is not None and not Afdeling.objects.filter(pk=afdeling_id, gemeente_id=gemeente_id).exists():
        raise GeweigerdError(Fout("andere-gemeente", "Kies een afdeling van dezelfde gemeente.", "afdeling"))
    gegevens = {"naam": naam.strip(), "afdeling_id": afdeling_id, "is_kcc": afdeling_id is None}
    team, nieuw = Team.objects.get_or_create(gemeente_id=gemeente_id, slug=slug, defaults=gegevens)
    if not nieuw:
        raise GeweigerdError(Fout("bestaat-al", "Dit team bestaat al. Kies een andere naam.", "naam"))
    return team.pk


@action(recht="beheer.wijzigen")
def add_kanaal(handeling: Handeling, slug: str, naam: str, *, digitaal: bool, eigenaar_id: int | None = None) -> int:
    """Add a channel, usable at once everywhere; returns its id. Raises GeweigerdError when it exists."""
    kanaal, nieuw = Kanaal.objects.get_or_create(
        slug=slug, defaults={"naam": naam, "digitaal": digitaal, "eigenaar_id": eigenaar_id}
    )
    if not nieuw:
        raise GeweigerdError(Fout("bestaat-al", "Dit kanaal bestaat al. Kies een andere naam.", "naam"))
    return kanaal.pk


@action(recht="beheer.wijzigen")
def add_ingang(
    handeling: Handeling,
    gemeente_id: int,
    kanaal_slug: str,
    team_id: int,
    soort: Ingangsoort,
    naam: str,
    waarde: str,
    eigenaar_id: int | None = None,
    *,
    vertrouwelijk: bool = False,
) -> int:
    """Add an entrance; returns its id. `vertrouwelijk`: whatever comes in by it is confidential.

    Raises GeweigerdError when its address or number is in use, or when nobody could handle what is confidential.
    """
    demand_gemeente(handeling.actor, gemeente_id)
    if vertrouwelijk:
        demand(check_houders(list_houders(gemeente_id, Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN, handeling.moment)))
    demand(check_eigenaarteam(Team.objects.filter(pk=team_id).first(), gemeente_id))
    ingang, nieuw = Ingang.objects.get_or_create(
        soort=soort,
        waarde=waarde.strip().lower(),
        defaults={
            "gemeente_id": gemeente_id,
            "kanaal": Kanaal.objects.get(slug=kanaal_slug),
            "team_id": team_id,
            "naam": naam,
            "eigenaar_id": eigenaar_id,
            "vertrouwelijk": vertrouwelijk,
        },
    )
    if not nieuw:
        raise GeweigerdError(Fout("bestaat-al", f"{waarde} is al een ingang. Pas die ingang aan.", "waarde"))
    return ingang.pk


@action(recht="beheer.wijzigen")
def add_medewerker(handeling: Handeling, naam: str, login: str = "", wachtwoord: str = "", email: str = "") -> int:
    """Add an employee, with an account when `login` is given; returns the id of the employee."""
    account_id = None
    if login:
        account = Account(login=login.strip().lower(), aangemaakt_op=handeling.moment)
        account.set_password(wachtwoord or None)
        account.save()
        account_id = account.pk
    medewerker = Medewerker.objects.create(naam=naam, zoeksleutel=to_zoeksleutel(naam), email=email, account_id=account_id)
    return medewerker.pk


@action(recht="beheer.wijzigen")
def assign_rol(
    handeling: Handeling,
    medewerker_id: int,
    rol_slug: str,
    gemeente_id: int,
    *,
    team_id: int | None = None,
    afdeling_id: int | None = None,
    tot: datetime | None = None,
) -> int:
    """Give an employee a role from now until `tot` (None: open); returns the id of the assignment.

    Raises GeweigerdError when the same role already runs in that period, or its place lies in another municipality.
    """
    demand_gemeente(handeling.actor, gemeente_id)
    for veld, model, plek_id in (("team", Team, team_id), ("afdeling", Afdeling, afdeling_id)):
        if plek_id is not None and not model._default_manager.filter(pk=plek_id, gemeente_id=gemeente_id).exists():
            raise GeweigerdError(Fout("andere-gemeente", "Kies een plek in dezelfde gemeente.", veld))
    try:
        return Roltoewijzing.objects.create(
            medewerker_id=medewerker_id,
            rol=Rol.objects.get(slug=rol_slug),
            gemeente_id=gemeente_id,
            team_id=team_id,
            afdeling_id=afdeling_id,
            van_op=handeling.moment,
            tot_op=tot,
        ).pk
    except IntegrityError as fout:
        raise GeweigerdError(Fout("dubbel", "Deze medewerker heeft deze rol al in deze periode.", "rol")) from fout


@action(recht="werkwijze.instellen")
def set_lettertoetsen(handeling: Handeling, *, aan: bool) -> None:
    """Let keys of one letter work for this employee, or not (WCAG 2.1.4)."""
    Medewerker.objects.filter(pk=handeling.actor.medewerker_id or 0).update(lettertoetsen=aan)
