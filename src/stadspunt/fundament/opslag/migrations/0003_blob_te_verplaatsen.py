"""The index behind a move; built while others go on writing."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("opslag", "0002_plekken")]
    operations = [
        AddIndexConcurrently(
            model_name="blob",
            index=models.Index(condition=models.Q(("vast", False)), fields=["hash"], name="blob_te_verplaatsen"),
        ),
    ]
