"""Electronic signature. Not offered until an installation names its service."""

from abdi.config import environment as env

ESIGN_URL = env.text("ABDI_ESIGN_URL").rstrip("/")
ESIGN_USER = env.text("ABDI_ESIGN_USER")
ESIGN_PASSWORD = env.text("ABDI_ESIGN_PASSWORD")
ESIGN_TIMEOUT = float(env.text("ABDI_ESIGN_TIMEOUT", "120"))
ESIGN_SIGNER = "abdi.integrations.esign.client.sign"  # the floor below may not import the edge
