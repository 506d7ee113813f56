"""The functions of a script, described for those who call them."""

import inspect

from . import results

_NO_DEFAULT = inspect.Parameter.empty


def _text(value):
    return value if isinstance(value, str) else getattr(value, "__name__", repr(value))


def _argument(parameter):
    about = {}
    if parameter.default is not _NO_DEFAULT:
        try:
            results.dumps(parameter.default)
            about["default"] = parameter.default
        except results.ResultParsingError:
            about["default"] = repr(parameter.default)
    if parameter.annotation is not _NO_DEFAULT:
        about["annotation"] = _text(parameter.annotation)
    if parameter.kind is parameter.VAR_KEYWORD:
        about["isVarKeyword"] = True
    if parameter.kind is parameter.VAR_POSITIONAL:
        about["isVarPositional"] = True
    return about


def describe(module):
    """One object for each function of the module that bears `@DFF.API`."""
    found = []
    for name, value in list(vars(module).items()):
        about = getattr(value, "__dff_api__", None)
        if about is None or getattr(value, "__module__", None) != module.__name__:
            continue
        signature = inspect.signature(value)
        found.append(
            {
                "name": name,
                "definition": name + str(signature),
                "title": about["title"],
                "description": inspect.getdoc(value) or "",
                "kwargs": {each.name: _argument(each) for each in signature.parameters.values()},
                "category": about["category"],
                "tags": about["tags"],
                "isHidden": about["isHidden"],
                "options": about["options"],
            }
        )
    return found
