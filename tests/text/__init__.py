"""Tests of the area named text."""
