"""Who echoed a directive, how, and what a province took up."""
