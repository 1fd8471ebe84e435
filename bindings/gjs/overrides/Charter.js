// SPDX-License-Identifier: LGPL-2.1-or-later
// What makes Charter feel at home in JavaScript. Everything that decides anything is in C.
//
// - Where an instant is asked for, a Date will do; where JSON is asked for, an object or array;
//   where an enum is asked for, its spelling.
// - What tells a time (at, closes, …) can also be read as a Date (atDate, closesDate, …).
// - Aggregates and list models can be walked with for…of.
// - Without a callback, the asynchronous methods give promises.
// - What may be null at the end of a call can be left out.
/* exported _init */

const {Gio, GIRepository, GObject} = imports.gi;

// The properties that tell when something is, was or will be.
const TIMES = new Set([
    'acknowledged', 'admission-until', 'anchor', 'answered', 'assigned', 'at', 'cancelled',
    'clock', 'closed', 'closes', 'confirm-by', 'current-since', 'declared', 'discussion-until',
    'done', 'dropped', 'due', 'ended', 'fresh-until', 'from', 'in-force-from', 'left', 'met',
    'opened', 'opens', 'published-until', 'raised', 'recorded', 'reflection-until', 'review',
    'review-on', 'since', 'standstill-until', 'starts', 'until',
]);
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;

let Charter;

// — values —

function instant(date) {
    if (Number.isNaN(date.getTime()))
        throw new TypeError('an invalid Date is no instant');
    return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

// An object as JSON. JSON.stringify would write a Date with milliseconds.
function json(value) {
    return JSON.stringify(value, function (key, spelled) {
        return this[key] instanceof Date ? instant(this[key]) : spelled;
    });
}

function text(value) {
    if (value === undefined)
        return null;
    if (typeof value === 'string' && value.includes('\0'))
        throw new TypeError('a text cannot have a zero character in it');
    if (value instanceof Date)
        return instant(value);
    if (value !== null && typeof value === 'object' && !(value instanceof GObject.Object))
        return json(value);
    return value;
}

function texts(value) {
    return Array.isArray(value) ? value.map(text) : value;
}

// The value of an enum, also by its spelling: GJS itself would take any text for 0.
function choose(name, value) {
    const known = Charter[name];
    if (Number.isInteger(value) && Object.values(known).includes(value))
        return value;
    const spelled = String(value).toUpperCase().replaceAll('-', '_');
    if (typeof value === 'string' && Number.isInteger(known[spelled]))
        return known[spelled];
    const spellings = Object.keys(known).filter(key => Number.isInteger(known[key]))
        .map(key => key.toLowerCase().replaceAll('_', '-'));
    throw new TypeError(`${value} is none of: ${spellings.join(', ')}`);
}

// — calls —

function converter(argument) {
    const type = GIRepository.arg_info_get_type(argument);
    switch (GIRepository.type_info_get_tag(type)) {
    case GIRepository.TypeTag.UTF8:
        return text;
    case GIRepository.TypeTag.ARRAY:
        return texts;
    case GIRepository.TypeTag.INTERFACE: {
        const of = GIRepository.type_info_get_interface(type);
        if (of.get_type() === GIRepository.InfoType.ENUM && of.get_namespace() === 'Charter')
            return value => choose(of.get_name(), value);
    }
    }
    return null;
}

// What a call takes from JavaScript: neither results nor the data of callbacks.
function takes(info) {
    const all = [];
    for (let i = 0; i < GIRepository.callable_info_get_n_args(info); i++) {
        const argument = GIRepository.callable_info_get_arg(info, i);
        if (GIRepository.arg_info_get_direction(argument) !== GIRepository.Direction.OUT &&
            argument.get_name() !== 'user_data')
            all.push(argument);
    }
    return all;
}

// How many have to be given: those at the end that may be null can be left out.
function required(args) {
    let n = args.length;
    while (n > 0 && GIRepository.arg_info_may_be_null(args[n - 1]))
        n--;
    return n;
}

function givesModel(info) {
    const type = GIRepository.callable_info_get_return_type(info);
    return GIRepository.type_info_get_tag(type) === GIRepository.TypeTag.INTERFACE &&
        GIRepository.type_info_get_interface(type).get_name() === 'ListModel';
}

function* walk(model) {
    for (let i = 0; i < model.get_n_items(); i++)
        yield model.get_item(i);
}

// Only Gio.ListStore can be walked of itself.
function walkable(model) {
    const prototype = model === null ? null : Object.getPrototypeOf(model);
    if (prototype !== null && prototype[Symbol.iterator] === undefined) {
        prototype[Symbol.iterator] = function () {
            return walk(this);
        };
    }
    return model;
}

function wrap(place, info) {
    const name = info.get_name();
    const args = takes(info);
    const all = args.map(converter);
    const least = required(args);
    const model = givesModel(info);
    const isAsync = name.endsWith('_async');
    if (!model && !isAsync && least === all.length && all.every(convert => convert === null))
        return;
    if (isAsync)
        Gio._promisify(place, name, name.replace('_async', '_finish'));
    const raw = place[name];
    place[name] = function (...values) {
        const given = values.map((value, i) => all[i] ? all[i](value) : value);
        // Without its callback it gives a promise.
        const wanted = isAsync ? all.length - 1 : all.length;
        while ((isAsync || given.length >= least) && given.length < wanted)
            given.push(null);
        const result = raw.apply(this, given);
        return model ? walkable(result) : result;
    };
}

function isMethod(info) {
    return Boolean(GIRepository.function_info_get_flags(info) &
        GIRepository.FunctionInfoFlags.IS_METHOD);
}

// — classes —

function camel(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

// A time as a Date, beside the text; a model that can be walked.
function addProperty(prototype, pspec) {
    const snake = pspec.get_name().replaceAll('-', '_');
    if (TIMES.has(pspec.get_name())) {
        Object.defineProperty(prototype, `${camel(pspec.get_name())}Date`, {
            configurable: true,
            get() {
                const value = this[snake];
                return typeof value === 'string' && TIME.test(value) ? new Date(value) : null;
            },
        });
    }
    const getter = prototype[`get_${snake}`];
    if (pspec.value_type === Gio.ListModel.$gtype && getter) {
        Object.defineProperty(prototype, snake, {
            configurable: true,
            get() {
                return getter.call(this);
            },
        });
    }
}

function nameOf(object) {
    for (const getter of ['get_id', 'get_clause', 'get_decision', 'get_code', 'get_person',
        'get_known']) {
        if (typeof object[getter] === 'function')
            return ` ${object[getter]()}`;
    }
    return '';
}

function addClass(cls, info, nMethods, getMethod) {
    const prototype = cls.prototype;
    for (let i = 0; i < nMethods(info); i++) {
        const method = getMethod(info, i);
        wrap(isMethod(method) ? prototype : cls, method);
    }
    if (typeof prototype.to_json === 'function') {
        prototype.toJSON = function () {
            return JSON.parse(this.to_json());
        };
    }
}

function addObject(cls, info) {
    addClass(cls, info, GIRepository.object_info_get_n_methods,
        GIRepository.object_info_get_method);
    for (const pspec of GObject.Object.list_properties.call(cls))
        addProperty(cls.prototype, pspec);
    if (GObject.type_is_a(cls.$gtype, Gio.ListModel.$gtype)) {
        cls.prototype[Symbol.iterator] = function () {
            return walk(this);
        };
    }
    cls.prototype.toString = function () {
        return `[Charter.${info.get_name()}${nameOf(this)}]`;
    };
    if (info.get_name() !== 'MemoryStore') {
        cls.prototype._init = function () {
            if (this instanceof Charter.Partnership)
                return Charter.Partnership.new();
            throw new TypeError(`the library makes each Charter.${info.get_name()}; ` +
                'a program does not');
        };
    }
}

function addAggregate(cls) {
    cls.prototype[Symbol.iterator] = function () {
        return walk(this.get_clauses());
    };
}

function addRecord(prototype) {
    const {record} = prototype;
    // record(kind, at, by, data), or record(kind, at, data) where nobody is named.
    prototype.record = function (kind, at, by, data) {
        if (data === undefined && by !== null && typeof by === 'object')
            [by, data] = [null, by];
        return record.call(this, kind, at, by ?? null, data ?? {});
    };
}

function _init() {
    Charter = this;
    const repository = GIRepository.Repository.get_default();
    for (let i = 0; i < repository.get_n_infos('Charter'); i++) {
        const info = repository.get_info('Charter', i);
        const item = Charter[info.get_name()];
        switch (info.get_type()) {
        case GIRepository.InfoType.OBJECT:
            addObject(item, info);
            break;
        case GIRepository.InfoType.INTERFACE:
            addClass(item, info, GIRepository.interface_info_get_n_methods,
                GIRepository.interface_info_get_method);
            break;
        case GIRepository.InfoType.FUNCTION:
            wrap(Charter, info);
            break;
        }
    }
    addAggregate(Charter.Document);
    addAggregate(Charter.Section);
    addRecord(Charter.Partnership.prototype);
}
