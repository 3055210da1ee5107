"""The door through which employees come in and go out."""
