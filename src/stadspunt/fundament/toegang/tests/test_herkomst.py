"""Where somebody came from, in plain words and in as little as is needed."""

import pytest

from stadspunt.fundament.toegang.herkomst import name_apparaat, shorten_adres

_WEBKIT = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) {}Safari/537.36{}"


@pytest.mark.parametrize(
    ("user_agent", "naam"),
    [
        (_WEBKIT.format("Windows NT 10.0; Win64; x64", "Chrome/140.0 ", " Edg/140.0"), "Edge op Windows"),
        (_WEBKIT.format("Linux; Android 15", "Chrome/140.0 Mobile ", ""), "Chrome op Android"),
        (_WEBKIT.format("Macintosh; Intel Mac OS X 10_15_7", "Version/18.0 ", ""), "Safari op een Mac"),
        (_WEBKIT.format("iPhone; CPU iPhone OS 18_0 like Mac OS X", "Version/18.0 Mobile/15E148 ", ""), "Safari op een iPhone"),
        (_WEBKIT.format("X11; Linux x86_64", "HeadlessChrome/140.0 ", ""), "Chrome op Linux"),
        ("curl/8", "Onbekend apparaat"),
        ("", "Onbekend apparaat"),
    ],
)
def test_a_device_is_called_as_its_holder_would(user_agent: str, naam: str) -> None:
    assert name_apparaat(user_agent) == naam


@pytest.mark.parametrize(
    ("adres", "netwerk"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("geen adres", ""),
    ],
)
def test_of_an_address_the_last_part_is_not_kept(adres: str, netwerk: str) -> None:
    assert shorten_adres(adres) == netwerk
