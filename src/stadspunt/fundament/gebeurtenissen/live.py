"""Tell open screens that a list changed: its name, never a row."""

from django.db import connection

KANAAL = "stadspunt_live"


def announce(*lijsten: str) -> None:
    """Say at commit that these lists ('team-3', 'vraag-12', 'afdeling-4') changed; nothing when it rolls back."""
    with connection.cursor() as cursor:
        for lijst in lijsten:
            cursor.execute("SELECT pg_notify(%s, %s)", [KANAAL, lijst])
