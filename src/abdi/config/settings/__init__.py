"""Django's settings, one file per concern."""

from abdi.config.settings.core import *
from abdi.config.settings.database import *
from abdi.config.settings.esign import *
from abdi.config.settings.files import *
from abdi.config.settings.identity import *
from abdi.config.settings.jobs import *
from abdi.config.settings.lapor import *
from abdi.config.settings.ledger import *
from abdi.config.settings.logs import *
from abdi.config.settings.mail import *
from abdi.config.settings.maps import *
from abdi.config.settings.measurement import *
from abdi.config.settings.push import *
from abdi.config.settings.security import *
