"""Who looks after confidential questions, who may break the glass, who watches that, and whose figures count everything."""

from django.db import migrations

GEEF = """
    INSERT INTO organisatie_rolrecht (rol_id, doel, recht)
    SELECT rol.id, nieuw.doel, nieuw.recht
    FROM organisatie_rol rol
    JOIN (VALUES
        ('teamleider-kcc', 'klantvraag-behandelen', 'klantvraag.vertrouwelijk-zien'),
        ('teamleider-kcc', 'klantvraag-behandelen', 'vertrouwelijkheid.opheffen'),
        ('teamleider-kcc', 'sturen', 'stuurinformatie.alles-tellen'),
        ('tweedelijner', 'klantvraag-behandelen', 'noodinzage.vragen'),
        ('verbetermanager', 'sturen', 'stuurinformatie.alles-tellen'),
        ('functioneel-beheerder', 'sturen', 'stuurinformatie.alles-tellen'),
        ('privacy-officer', 'beheren', 'noodinzage.toezien')
    ) AS nieuw (slug, doel, recht) ON nieuw.slug = rol.slug
    ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("organisatie", "0005_vertrouwelijk")]
    operations = [migrations.RunSQL(GEEF, migrations.RunSQL.noop)]
