"""From how many independent first tellers an event is known."""
