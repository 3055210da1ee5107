"""Change municipalities, departments and teams of a running organisation."""

from django.db.models import Q

from stadspunt.bronnen.organisatie.models import Afdeling, Gemeente, Ingang, Roltoewijzing, Team
from stadspunt.bronnen.organisatie.rules.inrichting import (
    check_maildomein,
    check_naam,
    check_noodinzage,
    demand,
    demand_gemeente,
    to_maildomein,
)
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="beheer.wijzigen")
def open_gemeente(
    handeling: Handeling, naam: str, slug: str, maildomein: str, telefoon: str = "", noodinzage_minuten: int = 60
) -> int:
    """Add a municipality and let who does so administer it too, for else nobody could; returns its id.

    Raises GeweigerdError when the name or the mail domain is wrong or in use.
    """
    domein = to_maildomein(maildomein)
    dubbel = _find_dubbel(naam, slug, domein)
    demand((*check_naam(naam, slug), *check_maildomein(domein), *dubbel, *check_noodinzage(noodinzage_minuten)))
    gemeente = Gemeente.objects.create(
        naam=naam.strip(), slug=slug, maildomein=domein, telefoon=telefoon.strip(), noodinzage_minuten=noodinzage_minuten
    )
    if (medewerker_id := handeling.actor.medewerker_id) is not None:
        _give_eigen_rollen(handeling, medewerker_id, gemeente)
    return gemeente.pk


def _give_eigen_rollen(handeling: Handeling, medewerker_id: int, gemeente: Gemeente) -> None:
    eigen = (
        Roltoewijzing.objects.filter(medewerker_id=medewerker_id, team=None, afdeling=None)
        .filter(Q(tot_op=None) | Q(tot_op__gt=handeling.moment), van_op__lte=handeling.moment)
        .filter(rol__rechten__doel=handeling.doel, rol__rechten__recht="beheer.wijzigen")
    )
    tot = {rij.rol_id: rij.tot_op for rij in eigen.order_by("id")}
    Roltoewijzing.objects.bulk_create(
        Roltoewijzing(medewerker_id=medewerker_id, rol_id=rol_id, gemeente=gemeente, van_op=handeling.moment, tot_op=tot_op)
        for rol_id, tot_op in tot.items()
    )


@action(recht="beheer.wijzigen")
def update_gemeente(
    handeling: Handeling, gemeente_id: int, naam: str, maildomein: str, telefoon: str, noodinzage_minuten: int = 60
) -> None:
    """Change how a municipality is called, mailed and telephoned, and how long a broken glass lets somebody in.

    Raises GeweigerdError with every reason, NietGevondenError.
    """
    demand_gemeente(handeling.actor, gemeente_id)
    gemeente = Gemeente.objects.select_for_update().filter(pk=gemeente_id).first()
    if gemeente is None:
        raise NietGevondenError(f"gemeente {gemeente_id}")
    domein = to_maildomein(maildomein)
    dubbel = _find_dubbel(naam, "", domein, gemeente_id)
    demand((*check_naam(naam, gemeente.slug), *check_maildomein(domein), *dubbel, *check_noodinzage(noodinzage_minuten)))
    gemeente.naam, gemeente.maildomein, gemeente.telefoon = naam.strip(), domein, telefoon.strip()
    gemeente.noodinzage_minuten = noodinzage_minuten
    gemeente.save()


def _find_dubbel(naam: str, slug: str, domein: str, behalve: int = 0) -> list[Fout]:
    andere = Gemeente.objects.exclude(pk=behalve)
    fouten = []
    if andere.filter(Q(naam__iexact=naam.strip()) | Q(slug=slug)).exists():
        fouten.append(Fout("bestaat-al", "Deze gemeente bestaat al. Kies een andere naam.", "naam"))
    if andere.filter(maildomein=domein).exists():
        fouten.append(Fout("dubbel-domein", "Dit maildomein is al van een andere gemeente.", "maildomein"))
    return fouten


@action(recht="beheer.wijzigen")
def update_afdeling(handeling: Handeling, afdeling_id: int, naam: str, *, actief: bool) -> None:
    """Rename a department, take it in or out of use. Raises GeweigerdError, NietGevondenError."""
    eigen = Afdeling.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids)
    afdeling = eigen.select_for_update().filter(pk=afdeling_id).first()
    if afdeling is None:
        raise NietGevondenError(f"afdeling {afdeling_id}")
    demand(check_naam(naam, afdeling.slug))
    if not actief and Team.objects.filter(afdeling=afdeling, actief=True).exists():
        raise GeweigerdError(Fout("in-gebruik", "Sluit eerst de teams van deze afdeling.", "actief"))
    afdeling.naam, afdeling.actief = naam.strip(), actief
    afdeling.save()


@action(recht="beheer.wijzigen")
def update_team(handeling: Handeling, team_id: int, naam: str, *, actief: bool) -> None:
    """Rename a team, take it in or out of use. Raises GeweigerdError, NietGevondenError."""
    eigen = Team.objects.filter(gemeente_id__in=handeling.actor.gemeente_ids).select_related("afdeling")
    team = eigen.select_for_update(of=("self",)).filter(pk=team_id).first()
    if team is None:
        raise NietGevondenError(f"team {team_id}")
    demand(check_naam(naam, team.slug))
    if not actief and Ingang.objects.filter(team=team, actief=True).exists():
        raise GeweigerdError(Fout("in-gebruik", "Geef eerst de ingangen van dit team aan een ander team.", "actief"))
    if actief and team.afdeling is not None and not team.afdeling.actief:
        raise GeweigerdError(Fout("gesloten", "Neem eerst de afdeling van dit team weer in gebruik.", "actief"))
    team.naam, team.actief = naam.strip(), actief
    team.save()
