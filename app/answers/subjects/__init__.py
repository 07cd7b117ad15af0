"""A measure or a body whole: who ordered it, who was charged, who came first."""
