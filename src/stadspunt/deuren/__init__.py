"""The doors: all that speaks HTTP, mail, telephone or command line."""
