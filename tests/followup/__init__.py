"""Tests of the area named followup."""
