"""The window: everything Qt, and Qt nowhere else."""
