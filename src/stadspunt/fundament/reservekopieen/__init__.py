"""What is known of the copies that were made of this database, and of the versions it went through."""
