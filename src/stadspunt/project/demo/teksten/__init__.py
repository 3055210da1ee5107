"""What residents ask and what they hear back: the cases of all products, by theme."""

from stadspunt.project.demo.teksten.belastingen import BELASTINGEN
from stadspunt.project.demo.teksten.bouwen import BOUWEN
from stadspunt.project.demo.teksten.gezin import GEZIN
from stadspunt.project.demo.teksten.inkomen import INKOMEN
from stadspunt.project.demo.teksten.inschrijving import INSCHRIJVING
from stadspunt.project.demo.teksten.ondernemen import ONDERNEMEN
from stadspunt.project.demo.teksten.recht import RECHT
from stadspunt.project.demo.teksten.reizen import REIZEN
from stadspunt.project.demo.teksten.straat import STRAAT
from stadspunt.project.demo.teksten.verkeer import VERKEER
from stadspunt.project.demo.teksten.vorm import Casus
from stadspunt.project.demo.teksten.zorg import ZORG

CASUSSEN: tuple[Casus, ...] = (
    *REIZEN,
    *INSCHRIJVING,
    *GEZIN,
    *INKOMEN,
    *ZORG,
    *BELASTINGEN,
    *VERKEER,
    *STRAAT,
    *BOUWEN,
    *ONDERNEMEN,
    *RECHT,
)
