"""Examples of the small values."""
