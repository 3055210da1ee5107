"""Which subjects fit a text: those that share a word with it."""

import re

from stadspunt.project.demo.teksten import CASUSSEN
from stadspunt.project.demo.teksten.onderwerpen import ONDERWERPEN
from stadspunt.project.demo.teksten.vorm import Casus

# Words that say nothing about what a text is about.
_LEEG = frozenset(
    {
        "voor",
        "naar",
        "mijn",
        "niet",
        "geen",
        "weer",
        "alweer",
        "over",
        "kunt",
        "maken",
        "nieuw",
        "nieuwe",
        "deze",
        "wordt",
        "blijft",
    }
)
_BEGIN = 5
_LANG = 34


def _list_stammen(tekst: str) -> set[str]:
    """Return the first letters of the words of a text that mean something; slots are left out."""
    kaal = re.sub(r"\{\w+\}", " ", tekst.lower())
    return {woord[:_BEGIN] for woord in re.findall(r"\w{3,}", kaal) if woord not in _LEEG}


def _choose_passende(casus: Casus, tekst: str) -> tuple[str, ...]:
    stammen = _list_stammen(tekst)
    passend = tuple(onderwerp for onderwerp in ONDERWERPEN[casus.onderwerp] if _list_stammen(onderwerp) & stammen)
    # The name of the case itself is a good subject when it is short and about one thing.
    if not passend or (":" not in casus.onderwerp and len(casus.onderwerp) <= _LANG):
        return (*passend, casus.onderwerp)
    return passend


PASSENDE_ONDERWERPEN: dict[tuple[str, str], tuple[str, ...]] = {
    (casus.onderwerp, tekst): _choose_passende(casus, tekst)
    for casus in CASUSSEN
    for tekst in (*(vraag.tekst for vraag in casus.vragen), *casus.notities)
}
