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
DOMAIN = GLib.quark_to_string(Charter.error_quark())
__all__ = ["await_"]


# — errors —

class RecordError(GLib.Error):
    """An error of the library, with a message that says what would be right."""

    nick = "refused"

    def __init__(self, message="", domain=DOMAIN, code=None):
        super().__init__(message, domain, CODES[self.nick] if code is None else code)

    def __str__(self):
        return self.message

    def __repr__(self):
        return f"Charter.{type(self).__name__}({self.message!r})"


CODES = {known.value_nick: value for value, known in Charter.Error.__enum_values__.items()}
ERRORS = {}


def _error(name, base, *nicks):
    """A subclass for the codes with these spellings; the first is what a script raises."""
    body = {"nick": nicks[0], "__module__": "gi.repository.Charter",
            "__doc__": "An error with one of these codes: " + ", ".join(nicks)}
    globals()[name] = type(name, (base,), body)
    ERRORS.update((CODES[nick], globals()[name]) for nick in nicks)
    __all__.append(name)
    return globals()[name]


RecordError.__module__ = "gi.repository.Charter"
__all__.append("RecordError")
_error("Invalid", RecordError, "value", "syntax", "limit", "format", "reference", "time")
_refused = _error("Refused", RecordError, "refused")
_error("PermissionRefused", _refused, "permission")
_error("IdReused", _refused, "id-reused")
_error("NotFound", RecordError, "not-found")
_error("TooNew", RecordError, "version")
_error("Busy", RecordError, "busy")
_failed = _error("StoreFailed", RecordError, "store")
_error("Stale", _failed, "stale")
_error("ReadOnly", _failed, "read-only")
_error("Damaged", _failed, "damaged")


def _ours(error):
    """The same error, of the class that its code has."""
    if error.domain != DOMAIN or isinstance(error, RecordError):
        return error
    return ERRORS.get(error.code, RecordError)(error.message, error.domain, error.code)


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
    if isinstance(value, (set, frozenset)):
        return sorted(_spelled(item) for item in value)
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
    return _spelled(value)


def _texts(value):
    return [_text(item) for item in value] if isinstance(value, (list, tuple)) else value


def _path(value):
    return os.fspath(value) if isinstance(value, os.PathLike) else value


def _choose(enum, value):
    """The value of an enum, also by its spelling."""
    known = {item.value_nick: item for item in enum.__enum_values__.values()}
    if isinstance(value, str) and value not in known:
        raise ValueError(f"{value!r} is none of: {', '.join(known)}")
    return known[value] if isinstance(value, str) else value


INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
# The properties that tell when something is, was or will be.
TIMES = frozenset((
    "acknowledged anchor answered assigned at cancelled clock closed closes current-since done "
    "dropped due ended fresh-until from in-force-from left met opened opens raised recorded "
    "review since starts until").split())
# Those that give JSON.
TREES = frozenset(("attestations", "checks"))


def _when(value):
    if isinstance(value, str) and INSTANT.fullmatch(value):
        return datetime.datetime.fromisoformat(value[:-1] + "+00:00")
    if isinstance(value, str) and DATE.fullmatch(value):
        return datetime.date.fromisoformat(value)
    return value


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
    return {TypeTag.UTF8: _text, TypeTag.FILENAME: _path, TypeTag.ARRAY: _texts}.get(
        kind.get_tag())


def _wrap(info, raw, owner):
    """A function that converts its arguments, calls @raw, and raises errors of our classes."""
    given = [argument for argument in info.get_arguments()
             if argument.get_direction() != Direction.OUT]
    names = ["self"] * info.is_method() + [argument.get_name() for argument in given]
    converters = [None] * info.is_method() + [_converter(argument) for argument in given]
    optional = {argument.get_name() for argument in given
                if argument.may_be_null() and argument.get_name() != "user_data"}
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
            ours = _ours(error)
        raise ours

    call.owner = owner
    return call


def _is_plain(info):
    return not (info.can_throw_gerror() or info.get_name().endswith("_async")
                or any(map(_converter, info.get_arguments())))


def _wrap_calls(cls):
    for name, info in list(vars(cls).items()):
        if isinstance(info, FunctionInfo) and not _is_plain(info):
            call = _wrap(info, info if info.is_method() else getattr(cls, name), cls)
            setattr(cls, name, call if info.is_method() else staticmethod(call))


async def await_(method, *args, cancellable=None, **named):
    """Calls one of the asynchronous methods and awaits what its finish gives:

        assessment = await Charter.await_(partnership.assess_async, now)

    The main context of GLib has its turns while this waits, if nothing else runs it.
    """
    finish = getattr(getattr(method, "__self__", None) or method.owner,
                     method.__name__.replace("_async", "_finish"))
    context = GLib.MainContext.ref_thread_default()
    cancellable = cancellable or Gio.Cancellable()
    results = []
    method(*args, cancellable=cancellable, callback=lambda _, result: results.append(result),
           **named)
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
    read = vars(cls).get("get_" + name) or vars(cls).get("dup_" + name)
    if read is None:
        read = (lambda self: self.get_property(pspec.name))
    convert = _when if pspec.name in TIMES else None
    if pspec.name in TREES:
        convert = (lambda text: json.loads(text or "null"))
    write = vars(cls).get("set_" + name)
    name += "_" if keyword.iskeyword(name) else ""
    if not hasattr(cls, name):
        setattr(cls, name, property(
            (lambda self: convert(read(self))) if convert else (lambda self: read(self)),
            write and (lambda self, value: write(self, value) and None)))


def _repr(self):
    for name in ("get_id", "get_clause", "get_decision", "get_code", "get_person", "get_known"):
        if hasattr(self, name):
            return f"<Charter.{type(self).__name__} {getattr(self, name)()}>"
    return f"<Charter.{type(self).__name__}>"


def _not_made(self, *args, **named):
    raise TypeError(f"the library makes each Charter.{type(self).__name__}; a program does not")


def _as_sequence(cls, parts):
    """Objects of a class read as the sequence of their parts; they are always true."""
    cls.__len__ = lambda self: len(parts(self))
    cls.__iter__ = lambda self: iter(parts(self))
    cls.__contains__ = lambda self, part: part in parts(self)
    cls.__getitem__ = lambda self, key: parts(self)[key]
    cls.__bool__ = lambda self: True


def _find_parts(cls, find):
    """Parts can be had, and asked after, by id."""
    get, has = cls.__getitem__, cls.__contains__

    def find_or_get(self, key):
        part = find(self, key) if isinstance(key, str) else get(self, key)
        if part is None:
            raise KeyError(key)
        return part

    cls.__getitem__ = find_or_get
    cls.__contains__ = lambda self, part: (
        find(self, part) is not None if isinstance(part, str) else has(self, part))
    cls.__bool__ = lambda self: True


def _add_record(cls, raw):
    def record(self, kind, at, by=None, data=None, **members):
        """record (kind, at, by=None, data=None, **members)

        Records one thing that happened. What happened is given as a dict, as keywords, or both.
        """
        return raw(self, kind, at, by, _members(data, members))
    cls.record = record


for _name in dir(Charter):
    _item = getattr(Charter, _name)
    if isinstance(_item, FunctionInfo) and not _is_plain(_item):
        globals()[_name] = _wrap(_item, _item, None)
        __all__.append(_name)
    elif isinstance(_item, type) and issubclass(_item, (GObject.Object, GObject.GInterface)):
        _wrap_calls(_item)
        if issubclass(_item, GObject.Object):
            _item.__repr__ = _repr
            for _pspec in _item.list_properties():
                _add_property(_item, _pspec)
            if _item not in (Charter.MemoryStore, Charter.Partnership):
                _item.__init__ = _not_made
        if hasattr(_item, "to_json"):
            _item.to_dict = lambda self: json.loads(self.to_json())

Charter.Document.to_dict = lambda self: json.loads(self.to_text())
Charter.Entry.data = property(lambda self: json.loads(self.dup_data()))
Charter.Partnership.__new__ = lambda cls: Charter.Partnership.new()
Charter.Partnership.__init__ = lambda self: None
_add_record(Charter.Partnership, Charter.Partnership.record)
_as_sequence(Charter.Document, Charter.Document.get_clauses)
_as_sequence(Charter.Section, Charter.Section.get_clauses)
_find_parts(Charter.Document, Charter.Document.find_clause)
_find_parts(Charter.Assessment, Charter.Assessment.find)
