"""Shared by all tests; each area keeps its own fixtures beside its tests."""
