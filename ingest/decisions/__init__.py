"""What people decide: the log, its mirror on disk, and what it makes of a document's own data."""
