"""Tests of the area named reading."""
