"""One module per topic of law; every module here is found and registered by itself."""
