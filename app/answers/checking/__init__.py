"""Whether the graph is sound."""
