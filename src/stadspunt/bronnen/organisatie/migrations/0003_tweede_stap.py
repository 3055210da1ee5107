"""A role may ask a second step at sign-in; who administers gets the rights to look after accounts and to read their log."""

from django.db import migrations, models

GEEF = """
    INSERT INTO organisatie_rolrecht (rol_id, doel, recht)
    SELECT oud.rol_id, oud.doel, nieuw.recht FROM organisatie_rolrecht oud
    JOIN (VALUES ('beheer.wijzigen', 'account.beheren'), ('beheer.wijzigen', 'aanmeldlogboek.lezen'),
                 ('inzagelogboek.lezen', 'aanmeldlogboek.lezen')) AS nieuw (had, recht) ON nieuw.had = oud.recht
    WHERE oud.doel = 'beheren'
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("organisatie", "0002_concept_bewaren")]
    operations = [
        migrations.AddField("rol", "tweede_stap", models.BooleanField(default=False)),
        migrations.RunSQL(GEEF, migrations.RunSQL.noop),
    ]
