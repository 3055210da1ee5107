"""Examples of the figures."""
