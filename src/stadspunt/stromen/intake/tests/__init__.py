"""Examples of how the outside world comes in: nasty mail first."""
