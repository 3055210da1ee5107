from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("klantcontacten", "0007_samenvoegen")]
    operations = [
        ValidateConstraint(model_name="klantvraag", name="klantvraag_opgegaan_in"),
        migrations.RunSQL(
            "ALTER TABLE klantcontacten_klantvraag VALIDATE CONSTRAINT klantvraag_opgegaan_in_vraag;", migrations.RunSQL.noop
        ),
    ]
