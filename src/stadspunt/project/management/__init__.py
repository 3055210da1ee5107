"""Commands of the installation, found by Django here."""
