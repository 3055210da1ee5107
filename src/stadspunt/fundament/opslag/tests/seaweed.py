"""A real S3 server (SeaweedFS) on free ports of this machine, with one bucket; it refuses who has not the secret."""

import json
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

SLEUTEL, GEHEIM, EMMER = "stadspunt", "seaweed-alleen-voor-de-proef", "documenten"
_POORTEN = ("s3", "s3.grpc", "master", "master.grpc", "volume", "volume.grpc", "filer", "filer.grpc")


class Seaweed:
    """The server; `start` and `kill` may be repeated, what it kept stays."""

    def __init__(self) -> None:
        self.map = Path(tempfile.mkdtemp(prefix="sp-seaweed-"))
        self._poorten = _free_ports(len(_POORTEN))
        self._proces: subprocess.Popen[bytes] | None = None
        wie = {"name": SLEUTEL, "credentials": [{"accessKey": SLEUTEL, "secretKey": GEHEIM}], "actions": ["Admin"]}
        (self.map / "s3.json").write_text(json.dumps({"identities": [wie]}))

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self._poorten[0]}"

    @property
    def instellingen(self) -> dict[str, str]:
        """What an administrator sets."""
        return {
            "STADSPUNT_S3_ADRES": self.adres,
            "STADSPUNT_S3_EMMER": EMMER,
            "STADSPUNT_S3_SLEUTEL": SLEUTEL,
            "STADSPUNT_S3_GEHEIM": GEHEIM,
        }

    def start(self) -> None:
        """Start, and wait until the bucket is there."""
        poorten = [
            f"-{naam.replace('.grpc', '.port.grpc') if 'grpc' in naam else naam + '.port'}={poort}"
            for naam, poort in zip(_POORTEN, self._poorten, strict=True)
        ]
        opdracht = [str(Path(sysconfig.get_path("scripts")) / "weed"), f"-logdir={self.map}", "server", "-s3"]
        vast = ["-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={self.map}", f"-s3.config={self.map}/s3.json"]
        maat = ["-s3.port.iceberg=0", "-volume.max=20", "-master.volumeSizeLimitMB=32", "-master.telemetry=false"]
        log = (self.map / "log").open("ab")
        self._proces = subprocess.Popen([*opdracht, *vast, *maat, *poorten], stdout=log, stderr=log, cwd=self.map)
        client = self.connect()
        for _ in range(300):
            try:
                if EMMER not in [emmer["Name"] for emmer in client.list_buckets()["Buckets"]]:
                    client.create_bucket(Bucket=EMMER)
                client.put_object(Bucket=EMMER, Key="proef", Body=b"proef")
                client.delete_object(Bucket=EMMER, Key="proef")
                return
            except (BotoCoreError, ClientError):
                time.sleep(0.1)
        raise AssertionError((self.map / "log").read_text()[-3000:])

    def connect(self):
        """Return a client of our own, beside what is tested."""
        return boto3.client(
            "s3",
            endpoint_url=self.adres,
            region_name="us-east-1",
            aws_access_key_id=SLEUTEL,
            aws_secret_access_key=GEHEIM,
            config=Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
        )

    def kill(self) -> None:
        """End it without asking, wherever it is."""
        if self._proces is not None:
            self._proces.kill()
            self._proces.wait()
            self._proces = None

    def clean_up(self) -> None:
        self.kill()
        shutil.rmtree(self.map, ignore_errors=True)


def _free_ports(aantal: int) -> list[int]:
    with ExitStack() as open_:
        return [open_.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1] for _ in range(aantal)]
