# SPDX-License-Identifier: LGPL-2.1-or-later
"""What makes Charter feel at home in Python. Everything that decides anything is in C.

- Properties are attributes. Instants read as aware datetimes and dates as dates; the getters
  (get_at () and so on) keep the text. A property called like a keyword ends in an underscore.
- Where an instant or a date is asked for, a datetime that knows its zone or a date will do;
  where JSON is asked for, a dict or a list; where an enum is asked for, its spelling.
- Arguments can be given by name, and those that may be None left out.
- Errors of the library are Charter.RecordError and its subclasses. They are GLib.Errors still.
"""

import asyncio
import datetime
import fractions
import functools
import json
import keyword
import os
import re

from gi._gi import Direction, EnumInfo, FunctionInfo, TypeTag
from gi.module import get_introspection_module
from gi.repository import Gio, GLib, GObject

Charter = get_introspection_module("Charter")
__all__ = ["RecordError", "await_"]


# — errors —

DOMAIN = GLib.quark_to_string(Charter.error_quark())
CODES = {known.value_nick: value for value, known in Charter.Error.__enum_values__.items()}
CLASSES = {}


class RecordError(GLib.Error):
    """An error of the library, with a message that says what would be right."""

    __module__ = "gi.repository.Charter"
    nick = "refused"

    def __init__(self, message="", domain=DOMAIN, code=None):
        super().__init__(message, domain, CODES[self.nick] if code is None else code)

    def __str__(self):
        return self.message

    def __repr__(self):
        return f"Charter.{type(self).__name__}({self.message!r})"


# The first spelling is the code of such an error that a script raises.
for _name, _base, *_nicks in (
        ("Invalid", "RecordError", "value", "syntax", "limit", "format", "reference", "time"),
        ("Refused", "RecordError", "refused"), ("PermissionRefused", "Refused", "permission"),
        ("IdReused", "Refused", "id-reused"), ("NotFound", "RecordError", "not-found"),
        ("TooNew", "RecordError", "version"), ("Busy", "RecordError", "busy"),
        ("StoreFailed", "RecordError", "store"), ("Stale", "StoreFailed", "stale"),
        ("ReadOnly", "StoreFailed", "read-only"), ("Damaged", "StoreFailed", "damaged")):
    globals()[_name] = type(_name, (globals()[_base],), {
        "nick": _nicks[0], "__module__": RecordError.__module__,
        "__doc__": "An error with one of these codes: " + ", ".join(_nicks)})
    CLASSES.update((CODES[_nick], globals()[_name]) for _nick in _nicks)
    __all__.append(_name)


# — values: from Python to the library, and back —

def _time(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.utcoffset() is None:
        raise TypeError("a datetime without a time zone is no instant: give it a zone, as in "
                        "datetime.datetime.now(datetime.timezone.utc)")
    utc = value.astimezone(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)
    return utc.isoformat() + "Z"


def _spelled(value):
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {name: _spelled(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_spelled(item) for item in value]
    if isinstance(value, datetime.date):
        return _time(value)
    if isinstance(value, GObject.GEnum):
        return value.value_nick
    return str(value) if isinstance(value, fractions.Fraction) else value


def _text(value):
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("a text cannot have a zero character in it")
        return value
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(_spelled(value), ensure_ascii=False, allow_nan=False)
    return os.fspath(value) if isinstance(value, os.PathLike) else _spelled(value)


def _choose(enum, value):
    """The value of an enum, also by its spelling."""
    known = {item.value_nick: item for item in enum.__enum_values__.values()}
    if isinstance(value, str) and value not in known:
        raise ValueError(f"{value!r} is none of: {', '.join(known)}")
    return known[value] if isinstance(value, str) else value


def _when(value):
    match = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", value)
    if match and match[1]:
        return datetime.datetime.fromisoformat(value[:-1] + "+00:00")
    return datetime.date.fromisoformat(value) if match else value


# The properties that tell when something is, was or will be, and those that give JSON.
READ = dict.fromkeys((
    "acknowledged admission-until anchor answered assigned at cancelled clock closed closes "
    "confirm-by current-since declared discussion-until done dropped due ended fresh-until from "
    "in-force-from left met opened opens published-until raised recorded reflection-until review "
    "review-on since standstill-until starts until").split(), _when)
READ.update(dict.fromkeys(("attestations", "checks"), lambda value: json.loads(value or "null")))


def _members(data, keywords):
    """The data of an entry: a dict, and keywords in which public_body stands for public-body
    and for_ for for. A keyword that is None is left out."""
    if isinstance(data, str):
        if keywords:
            raise TypeError("give the members either as JSON text or as keywords")
        return data
    members = dict(data or {})
    for name, value in keywords.items():
        name = (name[:-1] if name.endswith("_") else name).replace("_", "-")
        if name in members:
            raise TypeError(f"{name!r} is given twice")
        if value is not None:
            members[name] = value
    return members


# — calls —

def _converter(argument):
    kind = argument.get_type()
    if kind.get_tag() == TypeTag.INTERFACE and isinstance(kind.get_interface(), EnumInfo):
        return functools.partial(_choose, getattr(Charter, kind.get_interface().get_name()))
    if kind.get_tag() == TypeTag.ARRAY:
        return lambda items: [*map(_text, items)] if isinstance(items, (list, tuple)) else items
    return _text if kind.get_tag() in (TypeTag.UTF8, TypeTag.FILENAME) else None


def _wrap(info, raw, owner=None):
    """A function that converts its arguments, calls @raw, and raises errors of our classes."""
    given = [arg for arg in info.get_arguments() if arg.get_direction() != Direction.OUT]
    names = ["self"] * info.is_method() + [arg.get_name() for arg in given]
    converters = [None] * info.is_method() + [_converter(arg) for arg in given]
    optional = {arg.get_name() for arg in given if arg.may_be_null()} - {"user_data"}
    by_name = dict(zip(names, converters))

    def name_all(count, named):
        for name in optional.difference(names[:count]):
            named.setdefault(name, None)
        if "more" in named:
            further = {name: named.pop(name) for name in list(named) if name not in by_name}
            named["more"] = _members(named["more"], further) or None
        return {name: by_name[name](value) if by_name.get(name) else value
                for name, value in named.items()}

    @functools.wraps(info, assigned=("__name__", "__doc__"), updated=())
    def call(*args, **named):
        values = [convert(value) if convert else value
                  for convert, value in zip(converters, args)]
        if named or len(args) < len(names):
            named = name_all(len(args), named)
        try:
            return raw(*values, *args[len(values):], **named)
        except GLib.Error as error:
            if error.domain != DOMAIN:
                raise
            ours = CLASSES.get(error.code, RecordError)(error.message, DOMAIN, error.code)
        raise ours

    call.owner = owner
    return call


def _needs_wrap(info):
    return isinstance(info, FunctionInfo) and (
        info.can_throw_gerror() or info.get_name().endswith("_async")
        or any(map(_converter, info.get_arguments())))


async def await_(method, *args, cancellable=None, **named):
    """Awaits what an asynchronous method gives: await_(partnership.assess_async, now).

    The main context of GLib has its turns while this waits, if nothing else runs it.
    """
    finish = getattr(getattr(method, "__self__", None) or method.owner,
                     method.__name__.replace("_async", "_finish"))
    context = GLib.MainContext.ref_thread_default()
    cancellable = cancellable or Gio.Cancellable()
    results = []
    method(*args, cancellable=cancellable, callback=lambda _, done: results.append(done), **named)
    try:
        while not results:
            worked = GLib.main_depth() == 0 and context.iteration(False)
            await asyncio.sleep(0 if worked else 0.001)
    except asyncio.CancelledError:
        cancellable.cancel()
        raise
    return finish(results[0])


# — objects —

def _add_property(cls, pspec):
    name = pspec.name.replace("-", "_")
    raw = vars(cls).get("get_" + name) or vars(cls).get("dup_" + name) or (
        lambda self: self.get_property(pspec.name))
    write = vars(cls).get("set_" + name)
    read = READ.get(pspec.name)
    name += "_" if keyword.iskeyword(name) else ""
    if not hasattr(cls, name):
        setattr(cls, name, property(
            (lambda self: read(raw(self))) if read else (lambda self: raw(self)),
            write and (lambda self, value: write(self, value))))


def _repr(self):
    for name in ("get_id", "get_clause", "get_decision", "get_code", "get_person", "get_known"):
        if hasattr(self, name):
            return f"<Charter.{type(self).__name__} {getattr(self, name)()}>"
    return f"<Charter.{type(self).__name__}>"


def _not_made(self, *args, **named):
    raise TypeError(f"the library makes each Charter.{type(self).__name__}; a program does not")


def _add_class(cls):
    for name, info in list(vars(cls).items()):
        if _needs_wrap(info):
            call = _wrap(info, info if info.is_method() else getattr(cls, name), cls)
            setattr(cls, name, call if info.is_method() else staticmethod(call))
    if hasattr(cls, "to_json"):
        cls.to_dict = lambda self: json.loads(self.to_json())
    for pspec in getattr(cls, "list_properties", list)():
        _add_property(cls, pspec)
    if cls not in (Charter.Store, Charter.MemoryStore, Charter.Partnership):
        cls.__init__ = _not_made
    cls.__repr__ = _repr


def _find_parts(cls, find):
    """Parts can be had, and asked after, by id."""
    get, has = cls.__getitem__, cls.__contains__

    def get_part(self, key):
        part = find(self, key) if isinstance(key, str) else get(self, key)
        if part is None:
            raise KeyError(key)
        return part
    cls.__getitem__ = get_part
    cls.__contains__ = lambda self, part: (
        find(self, part) is not None if isinstance(part, str) else has(self, part))


for _name in dir(Charter):
    _item = getattr(Charter, _name)
    if isinstance(_item, type) and issubclass(_item, (GObject.Object, GObject.GInterface)):
        _add_class(_item)
    elif _needs_wrap(_item):
        globals()[_name] = _wrap(_item, _item)
        __all__.append(_name)

_raw_record = Charter.Partnership.record


def _record(self, kind, at, by=None, data=None, **members):
    """record (kind, at, by=None, data=None, **members)

    Records one thing that happened. What happened is given as a dict, as keywords, or both.
    """
    return _raw_record(self, kind, at, by, _members(data, members))


Charter.Partnership.record = _record
Charter.Partnership.__new__ = lambda cls: Charter.Partnership.new()
Charter.Partnership.__init__ = lambda self: None
Charter.Entry.data = property(lambda self: json.loads(self.dup_data()))
for _name in ("__len__", "__iter__", "__contains__", "__getitem__"):
    for _cls in (Charter.Document, Charter.Section):
        setattr(_cls, _name, lambda self, *key, name=_name: (
            getattr(self.get_clauses(), name)(*key)))
for _cls in (Charter.Document, Charter.Section, Charter.Assessment, Charter.Audit):
    _cls.__bool__ = lambda self: True       # with or without clauses, or findings
_find_parts(Charter.Document, Charter.Document.find_clause)
_find_parts(Charter.Assessment, Charter.Assessment.find)
