"""zjrc_desk: the offline-first desk of a Red Cross donation registration point in Zhejiang."""

__version__ = "0.1.0"
SOFTWARE = f"zjrc_desk {__version__}"
