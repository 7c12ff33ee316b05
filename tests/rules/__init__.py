"""Tests of the law: the casebook, a reference model, properties over random games."""
