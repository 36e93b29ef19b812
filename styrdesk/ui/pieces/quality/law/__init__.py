"""The rubric Lagar och regelverk."""
