"""What every question goes through: the store, names understood, cursors, refusals, words for absence."""
