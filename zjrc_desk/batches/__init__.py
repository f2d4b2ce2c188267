"""Interchange formats: batch, receipt, enrolment, token (docs/batch-format.md is normative).

Formats only: nothing here knows a database, a window or who is signed in.  Clock, keys and trust
are passed in; every refusal is one of the errors of :mod:`zjrc_desk.registry.errors` with a code.
"""
