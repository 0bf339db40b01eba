"""Tests of the whole product: its command, its process, real servers."""
