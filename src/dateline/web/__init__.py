"""The face of a case in the browser: a safe server of this machine, and its screens."""
