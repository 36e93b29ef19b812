"""The rubric Övergripande interna styrdokument."""
