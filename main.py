"""Starts the desk from a checkout: ``python main.py``."""

from zjrc_desk.start import main

if __name__ == "__main__":
    main()
