"""What a rule says when it cannot be applied."""


class RuleInputError(ValueError):
    """The question put to a rule cannot be answered as asked.

    ``message`` is one Indonesian sentence for the person who asked; ``field`` is the input key,
    parameter path or argument it is about, or ``None`` when it is about the whole question.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
