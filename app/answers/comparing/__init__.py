"""Provinces beside each other: the matrix, two of them side by side, what is peculiar to one."""
