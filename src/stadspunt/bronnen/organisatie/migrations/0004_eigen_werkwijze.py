"""Everybody sets up how he works; who handles questions or answers orders uses pieces of text."""

from django.db import migrations, models

GEEF = """
    INSERT INTO organisatie_rolrecht (rol_id, doel, recht)
    SELECT id, 'eigen-werkwijze', 'werkwijze.instellen' FROM organisatie_rol
    UNION
    SELECT rol_id, doel, 'tekstblok.gebruiken' FROM organisatie_rolrecht WHERE recht = 'concept.bewaren'
    UNION
    SELECT rol_id, 'eigen-werkwijze', 'tekstblok.gebruiken' FROM organisatie_rolrecht WHERE recht = 'concept.bewaren'
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("organisatie", "0003_tweede_stap")]
    operations = [
        migrations.AddField(
            model_name="medewerker",
            name="lettertoetsen",
            field=models.BooleanField(default=True, db_default=True),
        ),
        migrations.RunSQL(GEEF, migrations.RunSQL.noop),
    ]
