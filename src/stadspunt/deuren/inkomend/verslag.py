"""What became of each line of an import, in a file that a spreadsheet opens."""

import csv
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings

from stadspunt.fundament.tijd.dagen import NEDERLAND
from stadspunt.fundament.tijd.klok import get_moment

NIEUW, DUBBEL, GEWEIGERD = "nieuw", "dubbel", "geweigerd"
# So many refusals are told on the screen with their reason; the report has them all.
GETOOND = 10


class Verslag:
    """The report of one import; written line by line, so that it is there when the import is cut off."""

    def __init__(self, soort: str) -> None:
        """Start a report of `soort` ('mail', 'contacten') in the folder `verslagen` of the data."""
        map_ = Path(settings.STADSPUNT_DATA) / "verslagen"
        map_.mkdir(parents=True, exist_ok=True)
        self.pad = map_ / f"import-{soort}-{get_moment().astimezone(NEDERLAND):%Y%m%d-%H%M%S-%f}.csv"
        self.aantallen: Counter[str] = Counter()
        self._geweigerd: list[str] = []
        self._bestand = self.pad.open("w", encoding="utf-8-sig", newline="")
        self._schrijver = csv.writer(self._bestand, delimiter=";")
        self._schrijver.writerow(("bron", "uitkomst", "uitleg"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        self._bestand.close()

    def add(self, bron: str, uitkomst: str, uitleg: str = "") -> None:
        """Write one line."""
        self.aantallen[uitkomst] += 1
        if uitkomst == GEWEIGERD and len(self._geweigerd) < GETOOND:
            self._geweigerd.append(f"  {bron}: {uitleg}")
        self._schrijver.writerow((bron, uitkomst, uitleg))
        self._bestand.flush()

    def tell(self, wat: str, daarna: str = "") -> int:
        """Print the sum with the first refusals, and `daarna` when there is something new.

        Returns the exit code: 0 when nothing was refused, else 1.
        """
        delen = ", ".join(f"{self.aantallen[naam]} {naam}" for naam in (NIEUW, DUBBEL, GEWEIGERD))
        print(f"{sum(self.aantallen.values())} {wat}: {delen}. Het verslag staat in {self.pad}")
        if self._geweigerd:
            print("Geweigerd:", *self._geweigerd, sep="\n")
        if (meer := self.aantallen[GEWEIGERD] - len(self._geweigerd)) > 0:
            print(f"  En nog {meer} andere. Alle redenen staan in het verslag.")
        if daarna and self.aantallen[NIEUW]:
            print(daarna)
        return 1 if self.aantallen[GEWEIGERD] else 0
