"""What an administrator decides about signing in."""

from collections.abc import Collection

from stadspunt.bronnen.organisatie.models import Rol
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action


@action(recht="beheer.wijzigen")
def set_tweede_stap(handeling: Handeling, rol_slugs: Collection[str]) -> None:
    """Let exactly these roles ask a second step, from the next click of who has them."""
    Rol.objects.filter(slug__in=rol_slugs, tweede_stap=False).update(tweede_stap=True)
    Rol.objects.filter(tweede_stap=True).exclude(slug__in=rol_slugs).update(tweede_stap=False)
