"""Who may log in to the demo, and as what; the launcher prints this list.

All other employees of `organisatie.MEDEWERKERS` have an account too, with the same password.
"""

DEMO_WACHTWOORD = "lindewaard-demo"

DEMO_ACCOUNTS: tuple[tuple[str, str], ...] = (
    ("kim", "klantadviseur mail, internet en telefoon"),
    ("omar", "klantadviseur balie"),
    ("wil", "klantadviseur post"),
    ("tess", "tweedelijner"),
    ("tom", "teamleider klantcontactcentrum"),
    ("bram", "behandelaar bij Belastingen"),
    ("vera", "behandelaar bij Vergunningen"),
    ("rian", "redacteur"),
    ("fatma", "functioneel beheerder"),
    ("pien", "privacy officer"),
)
