"""Tests of the area named web."""
