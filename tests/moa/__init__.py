"""Tests of the reading of signed agreements."""
