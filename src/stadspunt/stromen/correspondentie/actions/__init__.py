"""What can be done with messages: receive, answer, confirm, send."""
