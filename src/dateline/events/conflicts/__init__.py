"""Where the claims of one event cannot all hold, and how its numbers grew."""
