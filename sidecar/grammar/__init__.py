"""Checks grammar on request, in a process of its own."""
