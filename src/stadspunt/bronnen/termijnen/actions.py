"""Change calendars and norms."""

from datetime import date

from stadspunt.bronnen.termijnen.models import Servicenorm, Sluitingsdag
from stadspunt.bronnen.termijnen.rules import list_feestdagen
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="beheer.wijzigen")
def add_sluitingsdag(handeling: Handeling, gemeente_id: int, datum: date, naam: str) -> None:
    """Close the organisation on `datum`; a day that is closed already gets the new name."""
    Sluitingsdag.objects.update_or_create(gemeente_id=gemeente_id, datum=datum, defaults={"naam": naam})


@action(recht="beheer.wijzigen")
def load_feestdagen(handeling: Handeling, gemeente_id: int, jaar: int) -> None:
    """Put the usual holidays of `jaar` into the closing days; what is there stays."""
    Sluitingsdag.objects.bulk_create(
        (Sluitingsdag(gemeente_id=gemeente_id, datum=dag, naam=naam) for dag, naam in list_feestdagen(jaar).items()),
        ignore_conflicts=True,
    )


@action(recht="beheer.wijzigen")
def set_servicenorm(handeling: Handeling, gemeente_id: int, kanaal_id: int, werkdagen: int) -> None:
    """Set the norm for questions of this channel, in working days."""
    Servicenorm.objects.update_or_create(gemeente_id=gemeente_id, kanaal_id=kanaal_id, defaults={"werkdagen": werkdagen})
