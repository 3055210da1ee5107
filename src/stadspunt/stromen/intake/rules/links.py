"""Where a link really goes, in a form that a reader can judge."""

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from stadspunt.stromen.intake.rules.tekens import to_een_regel

_MAX_TEKENS: Final = 80
_MAX_BEKEKEN: Final = 2_000
_WEBADRES: Final = re.compile(r"(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?:[/:?#].*)?", re.IGNORECASE | re.DOTALL)


def describe_link(doel: str, opschrift: str) -> str:
    """Return the target of a link for display behind its text; '' when the text already says it.

    The host comes first and whole, in the form that the network uses (punycode), without a user name in front of it that
    could pretend to be a host. The path is cut.
    """
    doel = to_een_regel(doel[:_MAX_BEKEKEN])
    schema, _, rest = doel.partition(":")
    if schema.lower() in ("mailto", "tel"):
        kaal = unquote(rest.partition("?")[0])
        return "" if _squeeze(kaal) in _squeeze(opschrift) else kaal[:_MAX_TEKENS]
    gast = _get_gast(doel)
    if not gast:
        return doel[:_MAX_TEKENS]
    if _squeeze(opschrift) in (_squeeze(doel), _squeeze(doel.partition("://")[2])):
        return ""
    pad = doel.partition("://")[2].partition("/")[2]
    getoond = f"{gast}/{pad}" if pad else gast
    return getoond if len(getoond) <= max(_MAX_TEKENS, len(gast)) else f"{getoond[: max(_MAX_TEKENS, len(gast) + 1)]}…"


def is_misleidend(doel: str, opschrift: str) -> bool:
    """Say whether the text of a link is a web address of another domain than where it goes."""
    beweerd = _WEBADRES.fullmatch(opschrift.strip()[:_MAX_BEKEKEN])
    if beweerd is None or not doel.lower().startswith("http"):
        return False
    gast, genoemd = _get_gast(doel[:_MAX_BEKEKEN]), beweerd[1].lower().removeprefix("www.")
    return not (gast == genoemd or gast.endswith(f".{genoemd}"))


def _get_gast(doel: str) -> str:
    try:
        gast = (urlsplit(doel.replace("\\", "/")).hostname or "").rstrip(".")
        if not gast.isascii():
            gast = gast.encode("idna").decode("ascii")
    except ValueError:
        return ""
    return gast


def _squeeze(tekst: str) -> str:
    return re.sub(r"[\s/]+$", "", tekst.strip().lower())
