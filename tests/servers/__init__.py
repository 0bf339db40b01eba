"""Tests of the area named servers."""
