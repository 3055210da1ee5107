"""Documents in a store that speaks S3: of a cloud, or one of your own (Ceph, SeaweedFS, …)."""

import base64
import hashlib
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from django.conf import settings

from stadspunt.fundament.fouten import NietGevondenError, OpslagWegError
from stadspunt.fundament.opslag.koppeling import STUK, Stroom, Vondst

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3 import S3Client

# Somebody waits, and a transaction is open meanwhile.
_VERBINDEN, _LEZEN = 3, 10
_POGINGEN: Final = 2
# After a failure nobody tries again for so long: a store that is away must not hold up all who come.
_RUST: Final = 5.0
_IN_GEHEUGEN: Final = 8 * 1024 * 1024
_LUSSEN: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_NIET_ER: Final = frozenset({"NoSuchKey", "404", "NotFound"})
_GEEN_TOEGANG: Final = frozenset({"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "403", "Forbidden"})


def build_s3() -> "S3":
    """Return the store of the settings. Raises OpslagWegError when they are not complete, or would send files in the clear."""
    adres = settings.STADSPUNT_S3_ADRES
    delen = urlsplit(adres)
    if not (adres and settings.STADSPUNT_S3_EMMER and settings.STADSPUNT_S3_SLEUTEL and settings.STADSPUNT_S3_GEHEIM):
        raise OpslagWegError("Zet STADSPUNT_S3_ADRES, STADSPUNT_S3_EMMER, STADSPUNT_S3_SLEUTEL en STADSPUNT_S3_GEHEIM.")
    if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in _LUSSEN):
        raise OpslagWegError(
            "STADSPUNT_S3_ADRES moet met https:// beginnen: documenten gaan alleen versleuteld over een netwerk."
        )
    client = boto3.client(
        "s3",
        endpoint_url=adres,
        region_name=settings.STADSPUNT_S3_REGIO,
        aws_access_key_id=settings.STADSPUNT_S3_SLEUTEL,
        aws_secret_access_key=settings.STADSPUNT_S3_GEHEIM,
        config=Config(
            connect_timeout=_VERBINDEN,
            read_timeout=_LEZEN,
            retries={"total_max_attempts": _POGINGEN, "mode": "standard"},
            max_pool_connections=16,
            # The newest checksums of the library are not known by every store; we send and check our own.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        ),
    )
    return S3(client, settings.STADSPUNT_S3_EMMER, settings.STADSPUNT_S3_VOORVOEGSEL)


class S3:
    """A bucket, or what is below a prefix in it."""

    def __init__(self, client: "S3Client", emmer: str, voorvoegsel: str) -> None:
        self._client, self._emmer, self._voor = client, emmer, voorvoegsel
        self._weg_tot = 0.0
        self._slot = threading.Lock()

    def put(self, naam: str, grootte: int, stukken: Iterable[bytes]) -> None:
        """Send it with its MD5, so that the store refuses what changed on the way, and ask back how much it has."""
        som = hashlib.md5(usedforsecurity=False)
        with SpooledTemporaryFile(max_size=_IN_GEHEUGEN) as bak:
            for stuk in stukken:
                som.update(stuk)
                bak.write(stuk)
            if bak.tell() != grootte:
                raise ValueError(f"{bak.tell()} bytes in plaats van {grootte}")
            bak.seek(0)
            with self._as_opslagfout():
                md5 = base64.b64encode(som.digest()).decode()
                sleutel = self._voor + naam
                self._client.put_object(Bucket=self._emmer, Key=sleutel, Body=bak, ContentLength=grootte, ContentMD5=md5)
                staat_er = self._client.head_object(Bucket=self._emmer, Key=sleutel)["ContentLength"]
        if staat_er != grootte:
            raise OpslagWegError("De opslag bewaarde een document niet heel.")

    def open(self, naam: str) -> Stroom:
        with self._as_opslagfout(naam):
            antwoord = self._client.get_object(Bucket=self._emmer, Key=self._voor + naam)
        return Stroom(antwoord["ContentLength"], self._read(antwoord["Body"]))

    def delete(self, naam: str) -> None:
        with self._as_opslagfout():
            self._client.delete_object(Bucket=self._emmer, Key=self._voor + naam)

    def list_vondsten(self) -> Iterator[Vondst]:
        with self._as_opslagfout():
            for blad in self._client.get_paginator("list_objects_v2").paginate(Bucket=self._emmer, Prefix=self._voor):
                for een in blad.get("Contents", ()):
                    yield Vondst(een["Key"].removeprefix(self._voor), een["LastModified"])

    def check(self) -> None:
        with self._as_opslagfout():
            self._client.head_bucket(Bucket=self._emmer)

    def _read(self, lijf: "StreamingBody") -> Iterator[bytes]:
        with closing(lijf), self._as_opslagfout():
            yield from lijf.iter_chunks(STUK)

    @contextmanager
    def _as_opslagfout(self, naam: str = "") -> Iterator[None]:
        """Turn what the library raises into our own words; with `naam` an object that is not there is NietGevondenError."""
        with self._slot:
            if time.monotonic() < self._weg_tot:
                raise OpslagWegError("De S3-opslag is niet bereikbaar.")
        try:
            yield
        except ClientError as fout:
            code = fout.response.get("Error", {}).get("Code", "")
            if naam and code in _NIET_ER:
                raise NietGevondenError(naam) from fout
            self._rest()
            raise OpslagWegError(_explain(code)) from fout
        except (BotoCoreError, HTTPClientError, OSError) as fout:
            self._rest()
            raise OpslagWegError("De S3-opslag is niet bereikbaar.") from fout

    def _rest(self) -> None:
        with self._slot:
            self._weg_tot = time.monotonic() + _RUST


def _explain(code: str) -> str:
    if code in _GEEN_TOEGANG:
        return "De S3-opslag laat ons niet binnen. Kijk naar STADSPUNT_S3_SLEUTEL en STADSPUNT_S3_GEHEIM."
    if code in {"NoSuchBucket", *_NIET_ER}:
        return "De emmer van STADSPUNT_S3_EMMER bestaat niet."
    return f"De S3-opslag weigert: {code}."
