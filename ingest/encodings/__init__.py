"""From bytes to characters: which encoding a text is in, told by its statistics, and the way back to its
bytes."""
