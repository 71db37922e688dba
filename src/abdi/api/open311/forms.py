"""The form of an answer, as the end of an address names it."""

from django.urls import register_converter

from abdi.platform.georeport.writing import JSON, XML


class Form:
    regex = f"{XML}|{JSON}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "form")
