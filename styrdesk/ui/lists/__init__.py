"""What is done with a list as a whole: printed, written to a spreadsheet, read from one."""
