"""The gate in front of a screen: no view without a purpose."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, Protocol, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.module_loading import import_string

from stadspunt.fundament.fouten import GeenRechtError, NietGevondenError
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Actor, Handeling, Raadpleging
from stadspunt.fundament.toegang.blik import open_blik
from stadspunt.fundament.toegang.inzage import write_blik
from stadspunt.fundament.toegang.sessies import SessionStore, has_tweede_stap

# What a page asks by itself, without anybody at the keys: it keeps no session alive.
ACHTERGROND = "X-Achtergrond"
P = ParamSpec("P")


class Verzoek(HttpRequest):
    """A request that came through a gate: it knows who asks what for, and when."""

    raadpleging: Raadpleging
    handeling: Handeling


class Actorbron(Protocol):
    """The function (settings.STADSPUNT_ACTORBRON) that turns a signed-in account into an actor."""

    def __call__(self, account_id: int | None, verzoek: HttpRequest) -> Actor | None: ...


@dataclass(frozen=True, slots=True)
class Schermpoort:
    """What the house tests know of one screen."""

    functie: str
    doel: str
    openbaar: bool
    zonder_tweede_stap: bool = False


SCHERMEN: dict[str, Schermpoort] = {}
Scherm = Callable[Concatenate[Verzoek, P], HttpResponseBase]


def get_actorbron() -> Actorbron:
    """Return the function that makes actors; the room that knows employees lends it to us."""
    return cast(Actorbron, import_string(settings.STADSPUNT_ACTORBRON))


def scherm(
    doel: str, *, openbaar: bool = False, zonder_tweede_stap: bool = False
) -> Callable[[Scherm[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Make a view a screen for `doel`; it gets a Verzoek with `raadpleging` and `handeling`.

    Who is not signed in goes to the sign-in page, unless the screen is `openbaar`. Who holds
    no right for the purpose gets 403; what is not there or not for him is 404, the same answer.
    Whose role asks a second step that he did not show goes to the page where he sets it up, unless
    the screen is one of those with which he does (`zonder_tweede_stap`).
    """

    def decorate(functie: Scherm[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        naam = f"{functie.__module__}.{functie.__qualname__}"
        SCHERMEN[naam] = Schermpoort(naam, doel, openbaar, zonder_tweede_stap)

        @functools.wraps(functie)
        def gate(kaal: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            account_id = None if openbaar else getattr(kaal.user, "pk", None)
            if account_id is None and not openbaar:
                return redirect_to_login(kaal.get_full_path())
            actor = get_actorbron()(account_id, kaal)
            if actor is None:
                raise PermissionDenied
            if actor.eist_tweede_stap and not zonder_tweede_stap and not has_tweede_stap(kaal.session):
                return redirect(f"{settings.LOGIN_URL}beveiligen/")
            if not actor.has_doel(doel):
                raise PermissionDenied
            verzoek = cast(Verzoek, kaal)
            moment = get_moment()
            if not openbaar and ACHTERGROND not in kaal.headers:
                cast(SessionStore, kaal.session).mark_gezien(moment)
            verzoek.raadpleging = Raadpleging(actor, doel, moment)
            verzoek.handeling = Handeling(actor, doel, moment)
            try:
                with open_blik(naam.removeprefix("stadspunt."), write_blik):
                    antwoord = functie(verzoek, *args, **kwargs)
            except (NietGevondenError, GeenRechtError) as fout:
                raise Http404 from fout
            if not openbaar:
                patch_cache_control(antwoord, private=True, no_store=True)
            return antwoord

        gate.scherm = SCHERMEN[naam]  # type: ignore[attr-defined]
        return gate

    return decorate
