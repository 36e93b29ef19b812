"""Start: what is to be done, and how far each plan has come."""
