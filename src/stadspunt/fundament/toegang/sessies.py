"""Sessions in the database (settings.SESSION_ENGINE): whose, on which device, since when and when last seen.

A session ends by itself when it was not used for a while (STADSPUNT_SESSIE_STIL) and, used or not, at the end of a working
day (STADSPUNT_SESSIE_DUUR). The cookie holds the key, the table only its hash.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.models import Sessie

# What was last seen is written at most once in this time: a session of somebody at work costs one small write a minute.
ZIEN_NA = timedelta(minutes=1)
APPARAAT, BEGONNEN, GETOOND = "apparaat", "begonnen", "tweede_stap_op"


def hash_sleutel(sleutel: str) -> str:
    """Return how the key of a session stands in the table; the key is random, so a plain hash is enough."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def get_stilte() -> timedelta:
    """Return after how long without use a session ends."""
    return timedelta(minutes=settings.STADSPUNT_SESSIE_STIL)


class SessionStore(SessionBase):
    """What Django asks of a store of sessions, on the table Sessie."""

    gezien_op: datetime | None = None

    def exists(self, session_key: str) -> bool:
        """Say whether this key is in use."""
        return Sessie.objects.filter(sleutel_hash=hash_sleutel(session_key)).exists()

    def create(self) -> None:
        """Make an empty session with a new key."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Write the session. Raises UpdateError when it was ended elsewhere in the meantime."""
        if self.session_key is None:
            return self.create()
        nu = get_moment()
        inhoud = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        begonnen = datetime.fromisoformat(inhoud.setdefault(BEGONNEN, nu.isoformat()))
        velden: dict[str, Any] = {
            "inhoud": self.encode(inhoud),
            "account_id": inhoud.get(SESSION_KEY),
            "apparaat": inhoud.get(APPARAAT, "")[:100],
            "begonnen_op": begonnen,
            "verloopt_op": begonnen + timedelta(hours=settings.STADSPUNT_SESSIE_DUUR),
        }
        sleutel_hash = hash_sleutel(self.session_key)
        if not must_create:
            if not Sessie.objects.filter(sleutel_hash=sleutel_hash).update(**velden):
                raise UpdateError
            return None
        try:
            with transaction.atomic():
                Sessie.objects.create(sleutel_hash=sleutel_hash, gezien_op=nu, **velden)
        except IntegrityError as fout:
            raise CreateError from fout
        self.gezien_op = nu
        return None

    def load(self) -> dict[str, Any]:
        """Return what is in the session; one that is over, or ended, is as one that never was."""
        nu = get_moment()
        rij = Sessie.objects.filter(
            sleutel_hash=hash_sleutel(self.session_key or ""), verloopt_op__gt=nu, gezien_op__gt=nu - get_stilte()
        ).first()
        if rij is None:
            self._session_key = None
            return {}
        self.gezien_op = rij.gezien_op
        return self.decode(rij.inhoud)

    def delete(self, session_key: str | None = None) -> None:
        """End the session."""
        if sleutel := session_key or self.session_key:
            Sessie.objects.filter(sleutel_hash=hash_sleutel(sleutel)).delete()

    def mark_gezien(self, moment: datetime) -> None:
        """Remember that this session is used, when that was not written in the last minute."""
        if self.session_key and self.gezien_op is not None and moment - self.gezien_op >= ZIEN_NA:
            oud = Sessie.objects.filter(sleutel_hash=hash_sleutel(self.session_key), gezien_op__lt=moment)
            oud.update(gezien_op=moment)
            self.gezien_op = moment

    @classmethod
    def clear_expired(cls) -> None:
        """Take away what is over."""
        remove_verlopen(get_moment())


def remove_verlopen(moment: datetime) -> int:
    """Take away the sessions that ended by themselves before `moment`; returns how many."""
    oud = Sessie.objects.filter(verloopt_op__lte=moment) | Sessie.objects.filter(gezien_op__lte=moment - get_stilte())
    return oud.delete()[0]


def find_account_id(sessie: SessionBase) -> int | None:
    """Return whose session this is, for who has no request (the live channel)."""
    account_id = sessie.get(SESSION_KEY)
    return int(cast(str, account_id)) if account_id else None


def has_tweede_stap(sessie: SessionBase) -> bool:
    """Say whether the holder of this session showed a second factor in it."""
    return bool(sessie.get(GETOOND))


def end_alle_sessies() -> None:
    """Sign everybody out: after a copy was put back, a session that was ended since would live again."""
    Sessie.objects.all().delete()
