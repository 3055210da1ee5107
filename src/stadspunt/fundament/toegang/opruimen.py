"""What the nightly cleaning takes away: sessions that are over, traces of the brake, and lines of the log that are old enough."""

from datetime import timedelta

from django.conf import settings
from django.db import connection

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.eenmalig import GELDIG
from stadspunt.fundament.toegang.models import Toegangsgebeurtenis, Toegangslink, Verbruikt
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.toegang.rem import remove_oude_sporen
from stadspunt.fundament.toegang.sessies import remove_verlopen


@action(recht="toegang.opruimen")
def clean_toegang(handeling: Handeling) -> int:
    """Take away what is over; returns how many lines of the log went. May run twice."""
    remove_verlopen(handeling.moment)
    remove_oude_sporen(handeling.moment)
    # After the time that a challenge holds nobody can use it again anyway.
    Verbruikt.objects.filter(moment_op__lt=handeling.moment - 2 * GELDIG).delete()
    Toegangslink.objects.filter(verloopt_op__lt=handeling.moment).delete()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL stadspunt.opruimen = 'toegang_toegangsgebeurtenis'")
    grens = handeling.moment - timedelta(days=settings.STADSPUNT_AANMELDLOGBOEK_DAGEN)
    weg = Toegangsgebeurtenis.objects.filter(moment_op__lt=grens).delete()[0]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL stadspunt.opruimen = ''")
    return weg
