"""A corpus cut into train, dev and test, with no story on two sides. Needs numpy and rensa.

`facts` is what decides where a record goes, `assigning` decides it, `plan` says what is asked for, and `run` reads,
writes, and reads again what it wrote.
"""
