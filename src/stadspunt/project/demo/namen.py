"""Names of made-up people and businesses. First names and surnames are common ones, mixed by chance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Namengroep:
    """First names and surnames that go together, and how many in a thousand people carry one."""

    duizendste: int
    voornamen: tuple[str, ...]
    achternamen: tuple[str, ...]
    taal: str = "nl"


def _words(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.split(","))


NAMENGROEPEN: tuple[Namengroep, ...] = (
    Namengroep(
        350,
        _words(
            "Anneke,Bep,Cor,Dick,Elly,Frans,Gerrit,Greet,Hans,Henk,Ineke,Jaap,Jan,Janny,Joke,Kees,Klaas,Lenie,Leo,"
            "Marijke,Nel,Nico,Paula,Piet,Ria,Riet,Rob,Sjaan,Sjoerd,Theo,Tineke,Toos,Truus,Wil,Willem,Wim,Wilma,Yvonne"
        ),
        _words(
            "van Aalst,Akkerman,de Bie,van den Berg,Blom,Boersma,Bos,Brand,ter Braak,Dekker,van "
            "Dijk,Dijkstra,Drost,Faber,de Graaf,Groen,de Groot,de Haan,Hendriks,van der "
            "Heide,Hoekstra,Jansen,Jonker,Kok,Koster,Kramer,Kuipers"
        ),
    ),
    Namengroep(
        430,
        _words(
            "Anna,Bas,Bart,Bram,Daan,Eline,Emma,Esmee,Eva,Fleur,Femke,Gijs,Iris,Jasper,Jeroen,Jesse,Julia,Koen,Lars,Lisa,Lotte,Luuk,Maaike,Maarten,Marieke,Mark,Merel,Niels,Noor,Pim,Rianne,Rick,Roos,Sander,Sanne,Simone,Stijn,Suzanne,Teun,Thijs,Tom,Vera,Wouter,Yara"
        ),
        _words(
            "Bakker,Beekman,van Beek,van den Bosch,Bouwman,Brouwer,de Bruijn,van Dam,van "
            "Dongen,Evers,Gerritsen,Hofman,Huisman,van der Kolk,de Lange,van Leeuwen,van der "
            "Linden,Maas,Martens,Meijer,van der Meer,Molenaar,Mulder,Postma,Prins,van Rijn,de "
            "Ruiter,Schouten,Smit,Snijders,van der Velde,Verhoeven,Vermeer,Visser,de Vries,Wolters"
        ),
    ),
    Namengroep(
        55,
        _words("Ahmet,Ayşe,Burak,Elif,Emine,Fatma,Hakan,Hüseyin,Kerem,Leyla,Mehmet,Meryem,Mustafa,Nuray,Selin,Yusuf"),
        _words("Aslan,Çelik,Demir,Doğan,Kaya,Kılıç,Koç,Öztürk,Polat,Şahin,Yıldırım,Yılmaz"),
    ),
    Namengroep(
        55,
        _words("Abdel,Amina,Bilal,Fatima,Hamza,Hassan,Ikram,Karim,Khadija,Loubna,Mohamed,Nadia,Rachid,Samira,Soufiane,Youssra"),
        _words("Achahbar,Azzouzi,Ben Ali,Bouali,Chakir,El Amrani,El Hamdaoui,El Khatib,Haddouchi,Mansouri,Ouali,Tahiri"),
    ),
    Namengroep(
        45,
        _words(
            "Anil,Astrid,Clyde,Dewi,Farida,Ganesh,Jermaine,Marvin,Nishanti,Orlando,Radjesh,Ricardo,Sharda,Shanti,Sherida,Winston"
        ),
        _words("Bhagwandin,Biervliet,Codrington,Jagesar,Kasanwirjo,Lont,Pinas,Ramdas,Sabajo,Soekhoe,Vreden,Wijngaarde"),
    ),
    Namengroep(
        35,
        _words("Agnieszka,Andrei,Beata,Dariusz,Elena,Ewa,Ivana,Katarzyna,Marek,Mihai,Monika,Oksana,Pawel,Piotr,Svetlana,Tomasz"),
        _words("Dąbrowski,Horvat,Kowalczyk,Lewandowska,Nowak,Petrenko,Popescu,Szymański,Wiśniewski,Zielińska"),
    ),
    Namengroep(
        30,
        _words("Alex,Chen,Claire,Daniel,Grace,Ines,James,Laura,Maria,Oliver,Priya,Rahul,Sofia,Tariq,Wei,Zoe"),
        _words("Abebe,Costa,Ferreira,Haile,Ivanov,Kumar,Lopes,Morgan,Nguyen,Okafor,Rossi,Sharma,Taylor,Weber,Zhang"),
        "en",
    ),
)

ORGANISATIESOORTEN: tuple[str, ...] = _words(
    "Autobedrijf,Bakkerij,Bloemenhuis,Bouwbedrijf,Café,Eetcafé,Fietsenwinkel,Garage,Hoveniersbedrijf,Installatiebedrijf,Kapsalon,Kinderdagverblijf,Loodgietersbedrijf,Lunchroom,Makelaardij,Praktijk,Restaurant,Schildersbedrijf,Slagerij,Speelgoedwinkel,Sportschool,Taxibedrijf,Timmerbedrijf,Uitvaartverzorging,Wasserij,Stichting,Vereniging,Buurtvereniging,Scouting,Voetbalvereniging,Muziekvereniging,VvE"
)
ORGANISATIENAMEN: tuple[str, ...] = _words(
    "De Linde,Het Waardje,Ruimzicht,Zonneveld,De Vlotbrug,Nieuw Begin,Oostergouw,De Gouden "
    "Sleutel,Waterland,De Molensteen,Van Veen & Zoon,Het Baken,De "
    "Zwaluw,Lindeblad,Kadezicht,Rietveld & Partners,De Werf,Stadsgenoegen,Het "
    "Achterom,Polderlicht,De Korenbloem,Spoorzicht,Vogelvrij,De Wetering,Havenhoofd"
)
KINDERNAMEN: tuple[str, ...] = _words("Noor,Sem,Milan,Yasmin,Lotte,Finn,Sara,Adam,Mila,Ties,Elif,Jayden,Saar,Omar,Roos,Levi")
