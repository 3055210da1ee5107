"""Passkeys (W3C Web Authentication, level 3): add one, sign in with one, take one away.

With `account_id` a passkey is the second step after a password. Without, it is the whole sign-in: the device itself must
then have asked a fingerprint, a face or a PIN (user verification), so that it is two factors in one.
"""

import hmac
import json
from dataclasses import dataclass

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging
from stadspunt.fundament.toegang.eenmalig import make_bewijs, read_bewijs, to_uitdaging, use_eenmaal
from stadspunt.fundament.toegang.geheim import hash_geheim
from stadspunt.fundament.toegang.logboek import Gebeurd, Herkomst, record_gebeurd
from stadspunt.fundament.toegang.models import Account, Passkey
from stadspunt.fundament.toegang.poort import action, query
from stadspunt.fundament.toegang.totp import UITGEVER
from stadspunt.fundament.toegang.tweede_stap import check_over, find_factoren, lock_account, start_tweede_stap

MAX_PASSKEYS = 10
WACHTEN_MS = 120_000
_NIET_GELUKT = Fout("passkey", "Het aanmelden met de passkey is niet gelukt. Probeer het nog eens, of kies een andere manier.")


@dataclass(frozen=True, slots=True)
class Plek:
    """The site for which a passkey holds: its host name, and the whole origin."""

    host: str
    adres: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the page asks the browser: `opties` as WebAuthn's JSON, and `bewijs`, which comes back with the answer."""

    opties: str
    bewijs: str


def _get_handvat(account_id: int) -> bytes:
    """Return by what a device knows the account: the same each time, and it tells nothing."""
    return bytes.fromhex(hash_geheim("passkey-houder", str(account_id)))[:32]


@query(recht="account.bijhouden")
def ask_nieuwe_passkey(raadpleging: Raadpleging, plek: Plek) -> Vraag:
    """Return what the browser needs to make a passkey of this account."""
    account_id = raadpleging.actor.account_id or 0
    bewijs = make_bewijs(raadpleging, "passkey-nieuw", str(account_id))
    opties = generate_registration_options(
        rp_id=plek.host,
        rp_name=UITGEVER,
        user_id=_get_handvat(account_id),
        user_name=find_factoren(account_id).login,
        user_display_name=raadpleging.actor.naam,
        challenge=to_uitdaging(bewijs),
        timeout=WACHTEN_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.PREFERRED
        ),
        exclude_credentials=_list_bekend(account_id),
    )
    return Vraag(options_to_json(opties), bewijs)


def _list_bekend(account_id: int) -> list[PublicKeyCredentialDescriptor]:
    ids = Passkey.objects.filter(account_id=account_id).values_list("sleutel_id", flat=True)
    return [PublicKeyCredentialDescriptor(id=bytes(een)) for een in ids]


@action(recht="account.bijhouden")
def add_passkey(handeling: Handeling, plek: Plek, naam: str, antwoord: str, bewijs: str, deze_sessie: str) -> tuple[str, ...]:
    """Add the passkey that the browser made; returns recovery codes when it is the first second step, else nothing.

    Raises GeweigerdError when the answer does not fit what was asked, or there are too many.
    """
    account = lock_account(handeling)
    eerder = Passkey.objects.filter(account=account).count()
    if eerder >= MAX_PASSKEYS:
        raise GeweigerdError(Fout("te-veel", f"U hebt al {MAX_PASSKEYS} passkeys. Haal er eerst een weg."))
    mislukt = GeweigerdError(Fout("passkey", "De passkey is niet gemaakt. Probeer het nog eens."))
    if read_bewijs(handeling, "passkey-nieuw", bewijs) != str(account.pk) or not use_eenmaal(handeling, "uitdaging", bewijs):
        raise mislukt
    try:
        nieuw = verify_registration_response(
            credential=antwoord,
            expected_challenge=to_uitdaging(bewijs),
            expected_rp_id=plek.host,
            expected_origin=plek.adres,
            require_user_verification=False,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError) as fout:
        raise mislukt from fout
    eerste = not find_factoren(account.pk).ingesteld
    _, is_nieuw = Passkey.objects.get_or_create(
        sleutel_id=nieuw.credential_id,
        defaults={
            "account": account,
            "naam": naam.strip()[:60] or f"Passkey {eerder + 1}",
            "publiek": nieuw.credential_public_key,
            "teller": nieuw.sign_count,
            "toegevoegd_op": handeling.moment,
        },
    )
    if not is_nieuw:
        raise GeweigerdError(Fout("bestaat-al", "Deze passkey is hier al bekend."))
    record_gebeurd(handeling, account.pk, Gebeurd.PASSKEY_TOEGEVOEGD)
    return start_tweede_stap(handeling, account, deze_sessie) if eerste else ()


@action(recht="account.bijhouden")
def remove_passkey(handeling: Handeling, passkey_id: int) -> None:
    """Take one's passkey away. Raises AchterhaaldError when it is gone, GeweigerdError when a second step must be left."""
    account = lock_account(handeling)
    if not Passkey.objects.filter(account=account, pk=passkey_id).delete()[0]:
        raise AchterhaaldError(Fout("weg", "Deze passkey was al weggehaald."))
    record_gebeurd(handeling, account.pk, Gebeurd.PASSKEY_WEGGEHAALD)
    check_over(handeling, account)


@query(recht="aanmelden.proberen")
def ask_passkey(raadpleging: Raadpleging, plek: Plek, account_id: int | None = None) -> Vraag:
    """Return what the browser needs to show a passkey: of this account, or (None) any that it has for this site."""
    bewijs = make_bewijs(raadpleging, "passkey-tonen", str(account_id or ""))
    opties = generate_authentication_options(
        rp_id=plek.host,
        challenge=to_uitdaging(bewijs),
        timeout=WACHTEN_MS,
        allow_credentials=_list_bekend(account_id) if account_id else None,
        user_verification=_get_verificatie(account_id),
    )
    return Vraag(options_to_json(opties), bewijs)


def _get_verificatie(account_id: int | None) -> UserVerificationRequirement:
    return UserVerificationRequirement.PREFERRED if account_id else UserVerificationRequirement.REQUIRED


@action(recht="aanmelden.proberen")
def check_passkey(
    handeling: Handeling, plek: Plek, antwoord: str, bewijs: str, herkomst: Herkomst, account_id: int | None = None
) -> Account | Fout:
    """Return the account of the passkey that was shown, or why not: one reason for all. An answer works once."""
    return _try_passkey(handeling, plek, antwoord, bewijs, herkomst, account_id)


@action(recht="account.bijhouden")
def check_eigen_passkey(handeling: Handeling, plek: Plek, antwoord: str, bewijs: str, herkomst: Herkomst) -> Fout | None:
    """Say why this is not a passkey of one's own; None when it is."""
    uitkomst = _try_passkey(handeling, plek, antwoord, bewijs, herkomst, handeling.actor.account_id or 0)
    return uitkomst if isinstance(uitkomst, Fout) else None


def _try_passkey(
    handeling: Handeling, plek: Plek, antwoord: str, bewijs: str, herkomst: Herkomst, account_id: int | None
) -> Account | Fout:
    passkey = _find_passkey(antwoord, account_id)
    gevraagd = read_bewijs(handeling, "passkey-tonen", bewijs) == str(account_id or "")
    if passkey is None or not gevraagd or not use_eenmaal(handeling, "uitdaging", bewijs):
        return _NIET_GELUKT
    try:
        getoond = verify_authentication_response(
            credential=antwoord,
            expected_challenge=to_uitdaging(bewijs),
            expected_rp_id=plek.host,
            expected_origin=plek.adres,
            credential_public_key=bytes(passkey.publiek),
            credential_current_sign_count=passkey.teller,
            require_user_verification=account_id is None,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        record_gebeurd(handeling, passkey.account_id, Gebeurd.STAP_MISLUKT, "passkey", herkomst)
        return _NIET_GELUKT
    passkey.teller, passkey.gebruikt_op = getoond.new_sign_count, handeling.moment
    passkey.save(update_fields=["teller", "gebruikt_op"])
    return passkey.account


def _find_passkey(antwoord: str, account_id: int | None) -> Passkey | None:
    """Return the passkey that the answer names, locked, when it is of an account in use and of the one that is asked."""
    try:
        gelezen = parse_authentication_credential_json(json.loads(antwoord))
    except (WebAuthnException, ValueError, TypeError, KeyError):
        return None
    eigen = Passkey.objects.filter(account_id=account_id) if account_id is not None else Passkey.objects.all()
    passkey = (
        eigen.filter(sleutel_id=gelezen.raw_id, account__is_active=True)
        .select_related("account")
        .select_for_update(of=("self",))
        .first()
    )
    houder = gelezen.response.user_handle
    if passkey is None or (houder is not None and not hmac.compare_digest(houder, _get_handvat(passkey.account_id))):
        return None
    return passkey
