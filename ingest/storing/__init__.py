"""Records as the rows of the graph, and how statements are written."""
