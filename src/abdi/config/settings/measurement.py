"""What one measurement may take of the machine. Larger ones spill to ABDI_HOME/tmp/measure."""

from abdi.config import environment as env

MEASURE_MEMORY = env.text("ABDI_MEASURE_MEMORY", "1GB")
MEASURE_THREADS = int(env.text("ABDI_MEASURE_THREADS", "0"))  # 0: every core
