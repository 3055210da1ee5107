"""Examples of the dashboard."""
