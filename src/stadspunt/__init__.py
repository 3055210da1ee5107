"""StadsPunt: the customer-contact centre of a Dutch municipality as one system."""
