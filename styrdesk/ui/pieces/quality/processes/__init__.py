"""The rubric Processer, rutiner och checklistor."""
