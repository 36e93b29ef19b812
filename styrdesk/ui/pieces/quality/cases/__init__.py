"""Rubric six: avvikelser, klagomål och synpunkter, their figures, kinds and letters."""
