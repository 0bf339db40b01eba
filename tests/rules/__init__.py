"""Tests of the area named rules."""
