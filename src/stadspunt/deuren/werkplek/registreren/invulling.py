"""What stands in the registration screen, and what its buttons change in it. No database, no HTTP."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from stadspunt.bronnen.producten.queries import ProductBeeld, SnelcodeBeeld
from stadspunt.deuren.werkplek.registreren.forms import DIRECT, DOORZETTEN, VANZELF
from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel
from stadspunt.stromen.klantcontacten.rules import Complexiteit

MAX_VRAGEN = 10
VRAAGVELDEN = (
    "onderwerp", "product", "complexiteit", "toelichting", "resultaat", "antwoord", "vertrouwelijk",
    "afdeling", "gevraagd", "vorm", "terug_op", "reden_later",
)  # fmt: skip
_KLANTVELDEN = ("naam", "email", "telefoon", "voorkeurskanaal", "taal", "organisatie")


class Invulling:
    """Everything that was typed, by name of the input. Buttons change it; nothing is checked and nothing gets lost."""

    def __init__(self, waarden: Mapping[str, Any]) -> None:
        self.waarden: dict[str, Any] = dict(waarden)

    @property
    def aantal(self) -> int:
        """How many questions the screen shows: one at least."""
        tekst = str(self.waarden.get("aantal", "1"))
        return min(max(int(tekst), 1), MAX_VRAGEN) if tekst.isascii() and tekst.isdigit() and len(tekst) < 4 else 1

    def get_vraag(self, nummer: int) -> dict[str, Any]:
        """Return what was typed for question `nummer` (from 0)."""
        return {veld: self.waarden[naam] for veld in VRAAGVELDEN if (naam := f"vraag-{nummer}-{veld}") in self.waarden}

    def set_vraag(self, nummer: int, vraag: Mapping[str, Any]) -> None:
        """Put these values in question `nummer`; what is not given becomes empty."""
        for veld in VRAAGVELDEN:
            self.waarden.pop(f"vraag-{nummer}-{veld}", None)
        self.waarden |= {f"vraag-{nummer}-{veld}": waarde for veld, waarde in vraag.items()}

    def is_lege_vraag(self, nummer: int) -> bool:
        """Say whether nothing was typed in question `nummer`."""
        return not any(str(waarde).strip() for veld, waarde in self.get_vraag(nummer).items() if veld not in VANZELF)

    def add_vraag(self) -> int:
        """Add an empty question and return its number; at the maximum nothing is added."""
        if self.aantal < MAX_VRAGEN:
            self.waarden["aantal"] = str(self.aantal + 1)
        return self.aantal - 1

    def remove_vraag(self, nummer: int) -> None:
        """Take question `nummer` out; those after it move up. The last one is emptied instead."""
        over = [self.get_vraag(een) for een in range(self.aantal) if een != nummer]
        for een in range(self.aantal):
            self.set_vraag(een, over[een] if een < len(over) else {})
        self.waarden["aantal"] = str(max(1, len(over)))

    def choose_klant(self, partij_id: int) -> None:
        """Take a known client; what was typed to find or describe him is not needed any more."""
        self.waarden["partij"] = str(partij_id)
        for veld in (*_KLANTVELDEN, "zoek_klant", "anoniem", "toch_nieuw", "nieuw_open"):
            self.waarden.pop(veld, None)

    def release_klant(self) -> None:
        """Let go of the chosen client and of his questions."""
        self.waarden.pop("partij", None)
        self.waarden.pop("bestaande", None)

    def start_nieuwe_klant(self) -> None:
        """Use what was searched as the first thing we know of a new client."""
        tekst = str(self.waarden.pop("zoek_klant", "")).strip()
        veld = "email" if is_email(tekst) else "telefoon" if to_telefoon_sleutel(tekst) else "naam"
        if tekst and not self.waarden.get(veld):
            self.waarden[veld] = tekst
        self.waarden["nieuw_open"] = "ja"

    def fill_snelcode(self, snelcode: SnelcodeBeeld, product: ProductBeeld | None) -> int:
        """Fill in a simple question with its answer, in the first empty place; returns its number."""
        leeg = next((nummer for nummer in range(self.aantal) if self.is_lege_vraag(nummer)), None)
        nummer = self.add_vraag() if leeg is None else leeg
        self.set_vraag(
            nummer,
            {
                "onderwerp": snelcode.naam,
                "product": product.naam if product else "",
                "complexiteit": Complexiteit.EENVOUDIG.value,
                "resultaat": DIRECT,
                "antwoord": snelcode.antwoord,
            },
        )
        return nummer

    def fill_antwoord(self, nummer: int, tekst: str) -> None:
        """Give the first answer of the product as the answer of question `nummer`, after what was typed already."""
        naam = f"vraag-{nummer}-antwoord"
        getypt = str(self.waarden.get(naam, "")).strip()
        self.waarden[naam] = tekst if not getypt or getypt == tekst else f"{getypt}\n{tekst}"
        self.waarden[f"vraag-{nummer}-resultaat"] = DIRECT

    def fill_opdracht(self, nummer: int, afdeling_id: int | None, terug_op: date, onderwerp: str) -> str:
        """Make of question `nummer` an order to a department; returns the field that still asks something, '' for none.

        The note of the call goes along, `onderwerp` is taken when nothing was filled in, and what the agent chose stays.
        """
        vraag = self.get_vraag(nummer)
        begin = {
            "gevraagd": str(vraag.get("toelichting", "")).strip(),
            "afdeling": str(afdeling_id or ""),
            "terug_op": terug_op.isoformat(),
            "onderwerp": onderwerp,
        }
        for veld, waarde in begin.items():
            if not str(vraag.get(veld, "")).strip():
                vraag[veld] = waarde
        self.set_vraag(nummer, vraag | {"resultaat": DOORZETTEN})
        return next((veld for veld in ("onderwerp", "gevraagd", "afdeling") if not str(vraag[veld]).strip()), "")
