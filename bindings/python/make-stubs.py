# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes gi-stubs/repository/Charter.pyi from the typelib and the override.

   make-stubs.py >gi-stubs/repository/Charter.pyi     (in `meson devenv`, with /usr/bin/python3)
"""

import inspect
import keyword
import textwrap

import gi
gi.require_version("Charter", "1")
from gi import _gi
from gi.repository import Charter, GLib, GObject

HEAD = '''# SPDX-License-Identifier: LGPL-2.1-or-later
# Written by bindings/python/make-stubs.py.
import datetime
from typing import Any, Callable, Iterator, Sequence

from gi.repository import Gio, GLib, GObject, Json

Instant = str | datetime.datetime
When = str | datetime.date
Tree = str | dict[str, Any] | list[Any]
'''
INSTANTS = {"at", "instant", "known", "starts"}
DATES = {"until", "due"}
TREES = {"data", "more", "submission", "submissions", "entries", "set"}
TAKE_TREES = {"new_from_text", "check_text", "json_canonicalize"}
TYPES = {"BOOLEAN": "bool", "INT32": "int", "UINT32": "int", "INT64": "int", "UINT64": "int",
         "UTF8": "str", "FILENAME": "str", "VOID": "Any"}
TAGS = {getattr(_gi.TypeTag, name): text for name, text in TYPES.items()}
REPOSITORY = _gi.Repository.get_default()


def type_name(info, argument=None):
    tag = info.get_tag()
    if tag == _gi.TypeTag.ARRAY:
        return "list[str]" if argument is None else "Sequence[str]"
    if tag == _gi.TypeTag.INTERFACE:
        found = info.get_interface()
        name = found.get_name()
        if isinstance(found, _gi.CallbackInfo):
            return "Callable[..., Any]"
        if found.get_namespace() != "Charter":
            return f"{found.get_namespace()}.{name}"
        is_enum = isinstance(found, _gi.EnumInfo)
        return f"{name} | str" if is_enum and argument is not None else name
    for names, spelled in ((INSTANTS, "Instant"), (DATES, "When"), (TREES, "Tree")):
        if tag == _gi.TypeTag.UTF8 and argument in names:
            return spelled
    return TAGS[tag]


def parameters(info):
    optional = False
    for argument in info.get_arguments():
        if argument.get_direction() == _gi.Direction.OUT:
            continue
        name = argument.get_name()
        is_tree = (name == "text" and info.get_name() in TAKE_TREES
                   and argument.get_type().get_tag() == _gi.TypeTag.UTF8)
        text = f"{name}: {'Tree' if is_tree else type_name(argument.get_type(), name)}"
        if argument.may_be_null():
            text += " | None"
            optional = True
        yield text + (" = ..." if optional or name == "user_data" else "")
    if any(argument.get_name() == "more" for argument in info.get_arguments()):
        yield "**members: Any"


def result(info):
    kind = info.get_return_type()
    if kind.get_tag() == _gi.TypeTag.VOID:
        return "None"
    return type_name(kind) + " | None" * info.may_return_null()


def function(info, indent=""):
    name = info.__name__
    given = ["self"] * info.is_method() + list(parameters(info))
    if indent and not info.is_method():
        yield f"{indent}@staticmethod"
    head = f"{indent}def {name}("
    given = ", ".join(one.replace(" ", "\xa0") for one in given)     # not to be broken
    tail = f") -> {result(info)}: ...".replace(" ", "\xa0")
    yield "\n".join(textwrap.wrap(head + given + tail, 100, subsequent_indent=" " * len(head),
                                  break_on_hyphens=False)).replace("\xa0", " ")


def property_type(cls, pspec, methods):
    name = pspec.name.replace("-", "_")
    getter = methods.get("get_" + name) or methods.get("dup_" + name)
    if pspec.name in inspect.getmodule(Charter.await_).READ:
        return "Any" if name in ("checks", "attestations") else "datetime.date | None"
    if getter is not None:
        return result(getter)
    return {"gboolean": "bool", "gint64": "int", "guint": "int"}.get(
        pspec.value_type.name, "list[str]")


def class_lines(name, info):
    cls = getattr(Charter, name)
    methods = {one.get_name(): one for one in info.get_methods()}
    bases = ["GObject.GInterface"] if isinstance(info, _gi.InterfaceInfo) else \
        ["GObject.Object"] + [base.get_name() if base.get_namespace() == "Charter"
                              else f"{base.get_namespace()}.{base.get_name()}"
                              for base in info.get_interfaces()]
    yield f"\nclass {name}({', '.join(bases)}):"
    for pspec in getattr(cls, "list_properties", list)():
        spelled = pspec.name.replace("-", "_")
        spelled += "_" * keyword.iskeyword(spelled)
        kind = property_type(cls, pspec, methods)
        yield f"    @property\n    def {spelled}(self) -> {kind}: ..."
        if pspec.flags & GObject.ParamFlags.WRITABLE:
            yield f"    @{spelled}.setter"
            yield f"    def {spelled}(self, value: Instant | None) -> None: ..."
    for one in methods.values():
        if (name, one.get_name()) == ("Partnership", "record"):
            yield ("    def record(self, kind: str, at: Instant, by: str | None = ...,\n"
                   "               data: Tree | None = ..., **members: Any) -> Entry: ...")
        else:
            yield from function(one, "    ")
    yield from additions(cls, name)


def additions(cls, name):
    if hasattr(cls, "to_dict"):
        yield "    def to_dict(self) -> dict[str, Any]: ..."
    if name == "Entry":
        yield "    @property\n    def data(self) -> dict[str, Any]: ..."
    item = {"Document": "Clause", "Section": "Clause", "Assessment": "Finding", "Audit": "AuditFinding"}.get(name)
    if item is not None:
        yield "    def __len__(self) -> int: ..."
        yield f"    def __iter__(self) -> Iterator[{item}]: ..."
        yield f"    def __getitem__(self, key: int | str) -> {item}: ..."
        yield "    def __contains__(self, key: object) -> bool: ..."


def main():
    print(HEAD.rstrip())
    for name in sorted(vars(Charter)):
        item = getattr(Charter, name)
        if isinstance(item, type) and issubclass(item, GLib.Error):
            base = item.__base__.__name__
            print(f"\nclass {name}({'GLib.Error' if base == 'Error' else base}): ...")
    for info in REPOSITORY.get_infos("Charter"):
        if isinstance(info, _gi.EnumInfo):
            print(f"\nclass {info.get_name()}(GObject.GEnum):")
            for value in info.get_values():
                print(f"    {value.get_name().strip('_').upper()}: {info.get_name()}")
            for one in info.get_methods():
                print("\n".join(function(one, "    ")))
        elif isinstance(info, (_gi.ObjectInfo, _gi.InterfaceInfo)):
            print("\n".join(class_lines(info.get_name(), info)))
        elif isinstance(info, _gi.FunctionInfo):
            print("\n".join(["", *function(info)]))
    print("\nasync def await_(method: Callable[..., None], *args: Any, "
          "cancellable: Gio.Cancellable | None = ...,\n                 **named: Any) -> Any: ...")


main()
