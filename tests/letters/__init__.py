"""Tests of the area named letters."""
