"""Clean every night what was kept about signing in: the foundation below has no clock of its own."""

from stadspunt.fundament.taken.wachtrij import elke
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.fundament.toegang.opruimen import clean_toegang


@elke("50 2 * * *", naam="organisatie.ruim_toegang_op")
def ruim_toegang_op() -> None:
    """Take away sessions that are over and lines of the sign-in log that are old enough."""
    clean_toegang(build_systeem("toegang", get_moment()))
