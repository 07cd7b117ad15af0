"""From lines to zones and to the tree of provisions (bố cục văn bản)."""
