"""Words that tell of an event, with or without a claim, and which tell of one event."""
