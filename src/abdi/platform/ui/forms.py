"""Forms drawn with the kit."""

from django.forms.renderers import TemplatesSetting


class KitFormRenderer(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
