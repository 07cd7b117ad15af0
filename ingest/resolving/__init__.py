"""Which act a citation means and which act a document is."""
