"""Everything out of the store as files: complete, from one state of it, with a manifest."""
