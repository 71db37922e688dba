"""The form of an answer, as the end of an address names it."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from abdi.platform.georeport.writing import JSON, XML


class Form(StringConverter):
    regex = f"{XML}|{JSON}"


register_converter(Form, "form")
