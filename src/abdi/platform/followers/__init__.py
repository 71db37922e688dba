"""People without an account who asked to be told: an e-mail address or a browser, encrypted."""
