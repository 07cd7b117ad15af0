"""From a file to statements: reading, normalising, segmenting, extracting, resolving and loading.

Knows the graph by name of query only and nothing of HTTP. The data's way is one-directional:
file -> Document -> mentions and assignments -> resolved statements -> graph.
"""
