"""The nämndplan's editor: outline, chapters with their blocks, Kontroll and the live print."""
