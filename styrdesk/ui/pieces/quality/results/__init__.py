"""The rubric Resultat och dokument från planeringsprocessen."""
