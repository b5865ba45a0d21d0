"""What is done with records once they are written: they are read as a stream, and two extractions are compared."""
