"""Which reports repeat another's text, and which passages they share."""
