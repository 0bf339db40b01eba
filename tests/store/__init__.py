"""Tests of the area named store."""
