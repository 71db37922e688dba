"""SP4N-LAPOR!. Nothing is exchanged until an installation names its address and key."""

from abdi.config import environment as env

LAPOR_URL = env.text("ABDI_LAPOR_URL").rstrip("/")
LAPOR_KEY = env.text("ABDI_LAPOR_KEY")
LAPOR_INSTANSI = env.text("ABDI_LAPOR_INSTANSI")  # code; empty: the only instansi
LAPOR_TIMEOUT = float(env.text("ABDI_LAPOR_TIMEOUT", "30"))
