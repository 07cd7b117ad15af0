"""The shapes of answers: the same for `--json`, HTTP, tables and pages. Nothing here asks a store."""
