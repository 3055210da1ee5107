"""From an arrival to a contact: the steps inside `process_ontvangst`, all in its one transaction."""
