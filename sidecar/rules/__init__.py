"""The rule catalogue: one rule, one file, discovered by name and never registered by hand."""
