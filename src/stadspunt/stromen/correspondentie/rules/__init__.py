"""Words, checks and texts of messages. Pure: no database, no clock, no settings."""
