"""Tests of drafter.casefile."""
