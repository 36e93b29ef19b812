"""All SQL: the file, its tables, migrations, journal and one generic store."""
