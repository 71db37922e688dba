"""Forms drawn with the kit: label, help, error under the field, and what was typed stays."""

from typing import Any

from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Textarea
from django.forms.renderers import TemplatesSetting

DJANGO_ROWS = "10"  # what a Textarea has when the form says nothing


class KitBoundField(BoundField):
    """A field that knows which of the kit's shapes it takes."""

    @property
    def kit_shape(self) -> str:
        widget = self.field.widget
        if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
            return "choices"
        return "check" if isinstance(widget, CheckboxInput) else "input"

    @property
    def says_optional(self) -> bool:
        """Whether "boleh kosong" stands beside the label; in a filter every field may be empty."""
        return not self.field.required and not getattr(self.form, "is_filter", False)

    @property
    def term(self) -> str:
        """The word that is explained beside the field: `terms` of the form, field name → code of `{% help %}`."""
        terms: dict[str, str] = getattr(self.form, "terms", {})
        return terms.get(self.name, "")

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if self.kit_shape != "input" or widget.is_hidden:
            return built
        own = widget.attrs.get("class", "")
        shape = "input input-file" if isinstance(widget, FileInput) else "input"
        built["class"] = f"{shape} {own}".strip()
        if isinstance(widget, Textarea) and widget.attrs.get("rows") == DJANGO_ROWS:
            built["rows"] = "4"
        return built


class KitFormRenderer(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = KitBoundField
