"""Tests of drafter.wording."""
