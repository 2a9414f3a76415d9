"""Several texts of one address: which is current, and what the later one changed."""
