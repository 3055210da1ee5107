"""The door for what comes in by itself: mail over SMTP and LMTP, mailboxes over IMAP, and files that are imported.

It knows protocols and files; what a message means is known by the room `stromen.intake`.
"""
