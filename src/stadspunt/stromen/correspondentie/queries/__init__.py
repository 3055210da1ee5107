"""Looks at messages, one module for each thing that is looked at."""
