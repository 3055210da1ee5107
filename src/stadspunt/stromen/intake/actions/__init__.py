"""What can be done with an arrival and with a mailbox."""
