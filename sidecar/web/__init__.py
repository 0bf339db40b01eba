"""The HTTP edge: wire models, API, pages, and who may see them."""
