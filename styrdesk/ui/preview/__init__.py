"""The live print: laid out by a child process, shown page by page, exported."""
