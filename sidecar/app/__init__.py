"""Where the parts are put together: the only package that sees everything."""
