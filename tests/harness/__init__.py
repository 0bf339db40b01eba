"""Tests of the area named harness."""
