"""Tests of the area named lint."""
