"""One module a command; each has a `command` that app.cli loads by name."""
