"""References to acts (viện dẫn văn bản), of every kind, with their relation."""
