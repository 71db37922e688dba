"""The ledger of facts."""

from datetime import timedelta

from abdi.config import environment as env

# how far a source's clock may run ahead of ours before "in the future" is a refusal
ABDI_CLOCK_TOLERANCE = timedelta(seconds=int(env.text("ABDI_CLOCK_TOLERANCE", "300")))
