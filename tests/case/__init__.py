"""Tests of drafter.case."""
