"""Tests of the pages' sources that need no browser."""
