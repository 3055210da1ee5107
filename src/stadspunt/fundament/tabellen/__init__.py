"""What every table in the house may use: references to another room, append-only tables, allowed steps."""
