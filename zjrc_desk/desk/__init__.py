"""The use cases of a point: what the window, the command line and the tests all call."""
