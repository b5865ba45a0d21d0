"""`python -m newsbot` is the command line."""

from newsbot.cli.main import main

if __name__ == "__main__":
    main(prog_name="newsbot")
