"""The index behind a move; built while others go on writing."""

from django.db import migrations, models

from stadspunt.fundament.tabellen.migratie import IndexErbij


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("opslag", "0002_plekken")]
    operations = [
        IndexErbij(
            model_name="blob",
            index=models.Index(condition=models.Q(("vast", False)), fields=["hash"], name="blob_te_verplaatsen"),
        ),
    ]
