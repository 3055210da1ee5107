"""Files by their content: what comes in is kept exactly as it came, under its own hash."""
