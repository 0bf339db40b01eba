"""Tests of the area named roster."""
