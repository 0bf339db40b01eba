"""Tests of the area named thunderbird."""
