"""Examples of the desk of a department."""
