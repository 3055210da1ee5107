"""Why an encrypted connection to a mail server did not come about, in a sentence that an administrator can act on."""

import ssl
from typing import Final

# The numbers are OpenSSL's (X509_V_ERR_…).
_REDENEN: Final = {
    9: "het is nog niet geldig",
    10: "het is verlopen",
    18: "het is door de server zelf gemaakt en niet bekend op deze computer",
    19: "deze computer kent de uitgever niet",
    20: "deze computer kent de uitgever niet",
    21: "deze computer kent de uitgever niet",
    23: "het is ingetrokken",
    62: "het staat op een andere naam dan {host}",
    64: "het staat op een ander adres dan {host}",
}


def describe_tlsfout(fout: ssl.SSLError, host: str) -> str:
    """Return the reason in Dutch, a part of a sentence without its end."""
    if isinstance(fout, ssl.SSLCertVerificationError):
        reden = _REDENEN.get(fout.verify_code, f"reden {fout.verify_code}").format(host=host)
        return f"het certificaat van de mailserver klopt niet: {reden}"
    return f"een versleutelde verbinding lukt niet ({fout.reason or 'onbekende fout'})"
