"""The forms of file that can be read, one module each: bytes -> the text whole, and what stands beside it."""
