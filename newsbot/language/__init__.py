"""What newsbot knows of Indonesian press language, and no HTML."""
