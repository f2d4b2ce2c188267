"""The provincial centre's side: authority, intake, who wins, receipts (design.md).

Way of a batch: ``cli`` -> ``intake`` (envelope, :mod:`order`, payload) -> ``ledger`` (records into
the register) -> ``settle`` (:mod:`in_force` decides, the register keeps it) -> receipt.
The rules are in modules without I/O: :mod:`order`, :mod:`in_force`, :mod:`verify_record`.
"""
