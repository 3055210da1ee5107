"""Who handles questions or answers orders may keep what he types: give that right to the roles that were there before it."""

from django.db import migrations

GEEF = """
    INSERT INTO organisatie_rolrecht (rol_id, doel, recht)
    SELECT rol_id, doel, 'concept.bewaren' FROM organisatie_rolrecht
    WHERE (doel, recht) IN (('klantvraag-behandelen', 'klantvraag.behandelen'), ('overdracht-beantwoorden', 'overdracht.teruggeven'))
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("organisatie", "0001_initial")]
    operations = [migrations.RunSQL(GEEF, migrations.RunSQL.noop)]
