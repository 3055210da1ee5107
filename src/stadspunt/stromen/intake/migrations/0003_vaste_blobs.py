"""Tell apart what was received raw (it stays in the database) from what is only a document (it may be moved)."""

import json

from django.db import migrations

ALLEEN_DOCUMENT = """
    UPDATE opslag_blob SET vast = false
    WHERE hash IN (SELECT hash FROM documenten_document EXCEPT SELECT blob_hash FROM intake_ontvangst)
"""


def tell_apart(apps, schema_editor):
    ontvangst = apps.get_model("intake", "Ontvangst")
    blob = apps.get_model("opslag", "Blob")
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(ALLEEN_DOCUMENT)
    # The files of a form were received raw too: the form names them.
    for sleutel in list(ontvangst.objects.filter(soort="formulier").values_list("blob_hash", flat=True)):
        ruw = blob.objects.filter(hash=sleutel).values_list("inhoud", flat=True).first()
        if ruw is not None and (hashes := _read_hashes(bytes(ruw))):
            blob.objects.filter(hash__in=hashes).update(vast=True)


def _read_hashes(ruw):
    try:
        return [sleutel for _, sleutel in json.loads(ruw).get("bijlagen", [])]
    except (ValueError, TypeError, AttributeError):
        return []


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_proef"), ("opslag", "0003_blob_te_verplaatsen"), ("documenten", "0002_virusscanner")]
    operations = [migrations.RunPython(tell_apart, migrations.RunPython.noop, elidable=True)]
