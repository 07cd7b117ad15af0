"""Acts: which one a number means, what the catalogue says of it, which are wanted."""
