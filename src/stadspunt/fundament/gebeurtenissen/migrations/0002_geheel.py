"""A fact may be a part of a larger act."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gebeurtenissen", "0001_initial")]
    operations = [migrations.AddField("gebeurtenis", "geheel", models.UUIDField(null=True))]
