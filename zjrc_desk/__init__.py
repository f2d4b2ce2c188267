"""zjrc_desk: the offline-first desk of a Red Cross donation registration point in Zhejiang."""

__version__ = "0.1.0"
#: The day of this version; no clock that is right shows an earlier one.
RELEASED = "2026-11-24"
SOFTWARE = f"zjrc_desk {__version__}"
