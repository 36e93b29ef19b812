"""The rubric of models and documents that the municipality shares."""
