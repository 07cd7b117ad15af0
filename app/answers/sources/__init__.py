"""Documents held, each with what it states, how it relates to others, and what people decided about it."""
