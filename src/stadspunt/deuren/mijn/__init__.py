"""What is of the employee himself: how he works, and his own pieces of text."""
