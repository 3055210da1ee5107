"""Change calendars and norms."""

from datetime import date

from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_gemeente
from stadspunt.bronnen.termijnen.models import Servicenorm, Sluitingsdag
from stadspunt.bronnen.termijnen.rules import BEGIN, check_servicenorm, check_sluitingsdag, list_feestdagen
from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.toegang.actor import ActorSoort, Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="beheer.wijzigen")
def add_sluitingsdag(handeling: Handeling, gemeente_id: int, datum: date, naam: str) -> None:
    """Close the organisation on `datum`; a day that is closed already gets the new name. Raises GeweigerdError."""
    demand_gemeente(handeling.actor, gemeente_id)
    demand(check_sluitingsdag(naam))
    Sluitingsdag.objects.update_or_create(gemeente_id=gemeente_id, datum=datum, defaults={"naam": naam.strip()})


@action(recht="beheer.wijzigen")
def remove_sluitingsdag(handeling: Handeling, sluitingsdag_id: int) -> None:
    """Open on a day after all. A day that is over stays: it was counted with.

    Raises AchterhaaldError, NietGevondenError.
    """
    dag = Sluitingsdag.objects.select_for_update().filter(pk=sluitingsdag_id).first()
    if dag is None:
        raise NietGevondenError(f"sluitingsdag {sluitingsdag_id}")
    demand_gemeente(handeling.actor, dag.gemeente_id)
    if dag.datum < handeling.vandaag:
        raise AchterhaaldError(Fout("voorbij", "Deze dag is al voorbij. U kunt hem niet meer weghalen."))
    dag.delete()


@action(recht="beheer.wijzigen")
def load_feestdagen(handeling: Handeling, gemeente_id: int, jaar: int) -> None:
    """Put the usual holidays of `jaar` into the closing days; what is there stays."""
    demand_gemeente(handeling.actor, gemeente_id)
    Sluitingsdag.objects.bulk_create(
        (Sluitingsdag(gemeente_id=gemeente_id, datum=dag, naam=naam) for dag, naam in list_feestdagen(jaar).items()),
        ignore_conflicts=True,
    )


@action(recht="beheer.wijzigen")
def set_servicenorm(handeling: Handeling, gemeente_id: int, kanaal_id: int, werkdagen: int, vanaf: date = BEGIN) -> None:
    """Set the norm for questions that come in by this channel from `vanaf` on, in working days.

    What was promised before stays. Only the system may say that a norm always held. Raises GeweigerdError.
    """
    demand_gemeente(handeling.actor, gemeente_id)
    vroegst = vanaf if handeling.actor.soort is ActorSoort.SYSTEEM else handeling.vandaag
    demand(check_servicenorm(werkdagen, vanaf, vroegst))
    Servicenorm.objects.update_or_create(
        gemeente_id=gemeente_id, kanaal_id=kanaal_id, vanaf=vanaf, defaults={"werkdagen": werkdagen}
    )


@action(recht="beheer.wijzigen")
def withdraw_servicenorm(handeling: Handeling, norm_id: int) -> None:
    """Take back a norm that has not begun. Raises AchterhaaldError when it has, NietGevondenError."""
    norm = Servicenorm.objects.select_for_update().filter(pk=norm_id).first()
    if norm is None:
        raise NietGevondenError(f"servicenorm {norm_id}")
    demand_gemeente(handeling.actor, norm.gemeente_id)
    if norm.vanaf <= handeling.vandaag:
        raise AchterhaaldError(Fout("begonnen", "Deze norm geldt al. Stel een nieuwe norm in."))
    norm.delete()
