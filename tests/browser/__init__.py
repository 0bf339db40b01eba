"""Tests of the area named browser."""
