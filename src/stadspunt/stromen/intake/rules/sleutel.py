"""The key that makes a double delivery one message."""

import hashlib
import re
from typing import Final

from stadspunt.stromen.intake.rules.kopregels import read_kopregels
from stadspunt.stromen.intake.rules.mailbericht import Mailbericht

# What the author wrote, and no relay changes. Trace fields (Received, Return-Path, Delivered-To, X-..., ARC-...,
# DKIM-Signature, Authentication-Results) differ per delivery and are left out by not being here.
_VAST: Final = (
    "message-id",
    "date",
    "from",
    "sender",
    "reply-to",
    "to",
    "cc",
    "subject",
    "in-reply-to",
    "references",
    "content-type",
    "content-transfer-encoding",
)
_WIT: Final = re.compile(rb"\s+")


def compute_sleutel(ruw: bytes, bericht: Mailbericht) -> str:
    """Return the idempotency key of a message: a SHA-256 in hexadecimal.

    Equal for the same message delivered again, by another route, with other line ends, or into another mailbox of ours.
    Different as soon as the content differs, even under one Message-ID. A message without Message-ID and without Date
    has nothing that tells it from its twin, so then every byte counts.
    """
    if not bericht.message_id and not bericht.koppen.get("date"):
        return hashlib.sha256(ruw).hexdigest()
    kop = read_kopregels(ruw, 0, len(ruw))
    som = hashlib.sha256()
    for naam in _VAST:
        for waarde in kop.get_all(naam):
            som.update(naam.encode() + b":" + _WIT.sub(b" ", waarde).strip() + b"\n")
    som.update(b"\n")
    inhoud = ruw[kop.begin_inhoud :]
    if b"\r" in inhoud:
        inhoud = inhoud.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    som.update(inhoud.rstrip(b"\n"))
    return som.hexdigest()
