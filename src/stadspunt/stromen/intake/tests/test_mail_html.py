"""HTML: nothing runs, nothing loads, nothing deceives; and the text says the same."""

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.links import describe_link, is_misleidend
from stadspunt.stromen.intake.rules.waarschuwing import Waarschuwingen
from stadspunt.stromen.intake.rules.weergave import render_html, resolve_bijlagen
from stadspunt.stromen.intake.tests.postzak import PNG, ZONDER_KLOK, brief, codes, html, lees, pakket, stuk

GEVAARLIJK = re.compile(
    r"<(?:script|style|iframe|object|embed|form|input|button|link|meta|base|svg|math|video|audio|textarea)"
    r"|\s(?:on\w+|style|class=\"(?!linkdoel|afbeelding-weg|platte-tekst)|id|name|srcset|background|action)=|javascript:|url\(",
    re.IGNORECASE,
)


def test_a_newsletter_loses_everything_that_runs_or_loads() -> None:
    bericht = lees("nieuwsbrief")
    assert not GEVAARLIJK.search(bericht.html)
    assert "src=" not in bericht.html
    assert "t.example.org" not in bericht.html
    assert "evil.example" not in bericht.html
    assert codes(bericht) == ["afbeelding-niet-geladen"]


def test_hidden_text_is_hidden_in_both_forms() -> None:
    bericht = lees("nieuwsbrief")
    assert "Verborgen voorproefje" not in bericht.html + bericht.tekst


def test_a_link_says_where_it_goes_and_tells_the_site_nothing() -> None:
    bericht = html('<a href="https://klik.example.org/r?u=1" target="_self">Bekijk het aanbod</a>')
    assert bericht.html == (
        '<a href="https://klik.example.org/r?u=1" rel="noopener noreferrer nofollow">Bekijk het aanbod</a>'
        ' <span class="linkdoel">[klik.example.org/r?u=1]</span>'
    )
    assert bericht.tekst == "Bekijk het aanbod <klik.example.org/r?u=1>"


def test_a_link_whose_text_is_its_address_is_left_as_it_is() -> None:
    assert html('<a href="https://www.example.nl/paspoort/">www.example.nl/paspoort</a>').tekst == "www.example.nl/paspoort"


def test_a_link_that_pretends_to_go_elsewhere_gives_a_warning() -> None:
    assert codes(html('<a href="https://evil.example/">https://www.bank.example</a>')) == ["link-misleidt"]


@pytest.mark.parametrize(
    "doel", ["javascript:alert(1)", "/werkplek/", "//evil.example", "vbscript:x", "data:text/html,x", "cid:1", " java\tscript:x"]
)
def test_a_link_that_runs_or_stays_inside_goes_nowhere(doel: str) -> None:
    assert html(f'<a href="{doel}">tekst</a>').html == "<a>tekst</a>"


@pytest.mark.parametrize(
    ("doel", "opschrift", "getoond"),
    [
        ("https://bank.example@evil.example/", "Bank", "evil.example"),
        ("https://xn--e1afmkfd.example/", "x", "xn--e1afmkfd.example"),
        ("https://bücher.example/", "x", "xn--bcher-kva.example"),
        ("mailto:a@example.org?subject=x", "a@example.org", ""),
        ("mailto:a@example.org", "Mail ons", "a@example.org"),
        ("tel:+3114015", "Bel", "+3114015"),
        ("http://[", "x", "http://["),
        ("https:\\\\evil.example\\x", "x", "evil.example"),
    ],
)
def test_the_target_is_shown_in_the_form_that_the_network_uses(doel: str, opschrift: str, getoond: str) -> None:
    assert describe_link(doel, opschrift) == getoond


def test_a_long_target_keeps_its_whole_host() -> None:
    getoond = describe_link("https://www.example.nl.evil.example/" + "a" * 500, "x")
    assert getoond.startswith("www.example.nl.evil.example/aaa")
    assert len(getoond) <= 81


def test_the_same_domain_with_or_without_www_is_no_deceit() -> None:
    assert not is_misleidend("https://www.example.nl/x", "example.nl")
    assert is_misleidend("https://example.nl.evil.example/x", "example.nl")


def test_an_inline_image_is_shown_in_place() -> None:
    bericht = lees("apple-mail-nl")
    assert '<img src="bijlage:0" alt="stoep" width="640" height="480">' in bericht.html
    assert bericht.bijlagen[0].inline
    assert bericht.bijlagen[0].naam == "Foto café.png"


def test_an_inline_image_is_found_by_its_name_or_place_too() -> None:
    bericht = read_mailbericht(
        pakket(
            stuk(b'<img src="cid:foto.png"><img src="cid:http://x.example/b.png">', "text/html"),
            stuk(PNG, "image/png", naam="foto.png"),
            stuk(PNG, "image/png", kop="Content-Location: http://x.example/b.png\r\n"),
            soort="related",
        )
    )
    assert re.findall(r'src="([^"]+)"', bericht.html) == ["bijlage:0", "bijlage:1"]


def test_what_is_no_image_is_never_shown_in_place() -> None:
    bericht = read_mailbericht(
        pakket(
            stuk(b'<img src="cid:x">', "text/html"),
            stuk(b"<svg><script>alert(1)</script></svg>", "image/svg+xml", kop="Content-ID: <x>\r\n"),
            soort="related",
        )
    )
    assert "img" not in bericht.html


def test_an_image_inside_the_html_becomes_an_attachment() -> None:
    bericht = html('<p>Scherm:</p><img alt="schermfoto" src="data:image/png;base64,iVBORw0KGgo=">')
    (bijlage,) = bericht.bijlagen
    assert (bijlage.mediatype_gevonden, bijlage.inline, bijlage.bron) == ("image/png", True, "data-uri")
    assert '<img src="bijlage:0" alt="schermfoto">' in bericht.html
    assert bericht.tekst == "Scherm:\n\n[afbeelding: schermfoto]"


def test_images_get_their_address_when_the_page_is_made_and_cannot_be_forged() -> None:
    bericht = html('<img src="data:image/png;base64,iVBORw0KGgo=">&lt;img src="bijlage:0"&gt;<img src="bijlage:0" alt="x">')
    pagina = resolve_bijlagen(bericht.html, {0: "/bijlagen/7/"})
    assert pagina.count("/bijlagen/7/") == 1
    assert "img" not in resolve_bijlagen(bericht.html, {}).replace("&lt;img", "")


def test_a_page_around_it_stays_whole() -> None:
    assert html("<table><tr><td><b>open").html == "<table><tbody><tr><td><b>open</b></td></tr></tbody></table>"


def test_the_text_of_html_keeps_paragraphs_lists_tables_and_quotes() -> None:
    bericht = html(
        "<h1>Kop</h1><p>Een   twee<br>drie</p><ul><li>a</li><li>b<ol start=3><li>c</li></ol></li></ul>"
        "<table><tr><td>naam</td><td>Jan</td></tr><tr><td>plaats</td><td>Lindewaard</td></tr></table>"
        "<blockquote><p>oud</p><blockquote>ouder</blockquote></blockquote><pre>x\n  y</pre><p>&lt;eind&gt; &amp; klaar</p>"
    )
    assert bericht.tekst == (
        "Kop\n\nEen twee\ndrie\n\n- a\n- b\n  3. c\n\nnaam  Jan\nplaats  Lindewaard\n\n"
        "> oud\n>\n> > ouder\n\nx\n  y\n\n<eind> & klaar"
    )


def test_a_huge_table_is_read() -> None:
    rijen = "".join(f"<tr><td>{nr}</td><td>x</td></tr>" for nr in range(20_000))
    bericht = html(f"<table>{rijen}</table>")
    assert bericht.tekst.endswith("19999  x")
    assert bericht.html.count("<tr>") == 20_000


def test_html_too_long_to_show_is_kept_whole_as_an_attachment() -> None:
    bericht = html("<p>regel</p>" * 100_000)
    assert codes(bericht) == ["html-te-lang"]
    assert [b.naam for b in bericht.bijlagen] == ["volledig-bericht.html"]


def test_writing_direction_and_language_stay() -> None:
    assert html('<p dir="rtl" lang="ar">مرحبا</p>').html == '<p dir="rtl" lang="ar">مرحبا</p>'


FLARDEN = st.lists(
    st.sampled_from(
        [
            "<a href='", "javascript:alert(1)", "<img src=x onerror=alert(1)>", "<svg><p>", "</svg>", "<!--", "-->", "<style>",
            "</style>", "<math><mtext><table><mglyph><style>", "<b ", '"', "'", ">", "<", "/", "&lt;", "&#x3c;", "<table><td>",
            "</table>", "<template>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<p dir=rtl style='x'>",
            "<div style='display:none'>", '<a href="https://evil.example/?<b>">', "<form action=x>", "cid:1", "bijlage:0",
            "<xmp>", "<plaintext>", "\x00", "<select><option>", "<iframe srcdoc='<script>alert(1)</script>'>", "tekst",
            "<font color=red>", "<li>", "</p>", "<![CDATA[", "<?xml", "]]>",
        ]
    ),
    max_size=40,
)  # fmt: skip


@ZONDER_KLOK
@given(FLARDEN, st.booleans())
def test_no_mixture_of_tags_gets_through(flarden: list[str], veel: bool) -> None:
    bron = "".join(flarden) + ("<i></i>" * 2_100 if veel else "")
    weergave = render_html(bron, lambda _: 0, Waarschuwingen())
    for tag in re.findall(r"<[^>]*>?", re.sub(r'"[^"]*"', '""', weergave.html)):
        assert re.fullmatch(
            r"</?[a-z][a-z0-9]*(?: (?:href|rel|src|alt|width|height|dir|lang|colspan|rowspan|start|class)=\"\")*>", tag
        )
    for waarde in re.findall(r'(?:href|src)="([^"]*)"', weergave.html):
        assert waarde.startswith(("http://", "https://", "mailto:", "tel:", "bijlage:"))
    # A second parser must not see anything in it that the first did not.
    assert "alert" not in " ".join(
        re.findall(r"<[^<>]*>", nh3.clean(weergave.html, tags=nh3.ALLOWED_TAGS | {"script", "svg"}, clean_content_tags=set()))
    )


@ZONDER_KLOK
@given(st.text())
def test_any_text_can_be_html(tekst: str) -> None:
    bericht = read_mailbericht(brief(tekst.encode("utf-8", "replace"), soort="text/html; charset=utf-8"))
    assert not re.search(r"<(?!/?[a-z])", bericht.html)


def test_words_after_an_endless_style_sheet_are_read() -> None:
    bericht = html(
        "<html><head><style>" + "p.x{color:red;}\n" * 150_000 + "</style></head><body><p>De vraag zelf</p></body></html>"
    )
    assert bericht.tekst.startswith("De vraag zelf")


@pytest.mark.parametrize(
    "bron", ["<object data=http://x/y>hallo</object>", "<applet code=x>hallo", "<embed src=http://x/y>hallo"]
)
def test_words_inside_what_cannot_be_shown_are_kept(bron: str) -> None:
    bericht = html(bron)
    assert bericht.tekst == "hallo"
    assert "<object" not in bericht.html and "http" not in bericht.html


def test_a_link_that_deceives_is_told_in_the_text_itself() -> None:
    bericht = html('<p>Ga naar <a href="https://bank.example.com">www.mijnbank.nl</a></p>')
    assert "[Een link gaat naar een ander adres dan er staat. Controleer het adres.]" in bericht.eigen_tekst
