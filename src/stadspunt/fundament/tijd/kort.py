"""Days and moments as a list or a timeline shows them: short, and with the year only when it is another."""

from datetime import date, datetime

from stadspunt.fundament.tijd.dagen import NEDERLAND, WEEKDAGEN

_MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def format_dag_kort(dag: date, vandaag: date) -> str:
    """Return `dag` as 'di 24 nov', with its year when that is not the year of `vandaag`."""
    kort = f"{WEEKDAGEN[dag.weekday()][:2]} {dag.day} {_MAANDEN_KORT[dag.month - 1]}"
    return kort if dag.year == vandaag.year else f"{kort} {dag.year}"


def format_moment_kort(moment: datetime, vandaag: date) -> str:
    """Return `moment` (aware) in Dutch time as 'vandaag 10.05 uur', 'gisteren 9.30 uur' or 'ma 16 nov 14.30 uur'."""
    plaatselijk = moment.astimezone(NEDERLAND)
    dagen = (vandaag - plaatselijk.date()).days
    dag = {0: "vandaag", 1: "gisteren"}.get(dagen, format_dag_kort(plaatselijk.date(), vandaag))
    return f"{dag} {plaatselijk:%-H.%M} uur"
