"""Signing in at Google and Microsoft with OAuth 2.0: getting tokens, keeping them, renewing them."""
