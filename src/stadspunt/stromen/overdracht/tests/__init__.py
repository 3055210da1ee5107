"""Examples of the room of the orders."""
