"""Scripts as Python modules: `import demo__basic`, `import __basic`, `from . import basic`."""

import builtins
import importlib.machinery
import linecache
import sys
import threading
import types

_import = builtins.__import__


class ScriptNotFound(ImportError):
    """There is no published script of this id."""


class Scripts:
    """Loads code from the service, once until something is published."""

    def __init__(self, channel, dff):
        self._channel = channel
        self._dff = dff
        self._generation = None
        self._modules = {}
        self._sources = set()
        self._lock = threading.RLock()
        self.injected = {}

    def renew(self, generation):
        """Forgets every script where something has been published since the last call."""
        if generation != self._generation:
            self.forget()
            self._generation = generation

    def forget(self):
        for name in self._modules:
            sys.modules.pop(name, None)
        for name in self._sources:
            linecache.cache.pop(name, None)
        self._modules.clear()
        self._sources.clear()

    def inject(self, values):
        """Sets the task's own names in every script."""
        self.injected = values
        for module in self._modules.values():
            self._fill(module)

    def is_script(self, name):
        return name in self._sources

    def get(self, script_id):
        with self._lock:
            module = self._modules.get(script_id)
            if module is None:
                code = self._channel.ask("script", script_id)
                if code is None:
                    raise ScriptNotFound("no published script %r" % script_id, name=script_id)
                module = self.load(script_id, code)
            return module

    def load(self, script_id, code):
        """Runs code as a module."""
        with self._lock:
            lines = code.splitlines(keepends=True)
            self._sources.add(script_id)
            linecache.cache[script_id] = (len(code), None, lines, script_id)
            module = types.ModuleType(script_id)
            module.__file__ = script_id
            module.__spec__ = importlib.machinery.ModuleSpec(script_id, None)
            names = dict(vars(builtins))
            names["__import__"] = self._importer(script_id)
            module.__dict__["__builtins__"] = names
            module.DFF = self._dff
            self._modules[script_id] = module
            sys.modules[script_id] = module
            self._fill(module)
            try:
                exec(compile(code, script_id, "exec", dont_inherit=True), module.__dict__)
            except BaseException:
                self._modules.pop(script_id, None)
                sys.modules.pop(script_id, None)
                raise
            return module

    def _fill(self, module):
        module.__dict__.update(self.injected)
        module.__dict__["_SCRIPT_SET_ID"], _, _ = module.__name__.partition("__")
        module.__dict__["_SCRIPT_ID"] = module.__name__

    def _importer(self, importing):
        set_id = importing.partition("__")[0]

        def of_this_set(name):
            return self.get(set_id + "__" + name.lstrip("_"))

        def importer(name, globals=None, locals=None, fromlist=(), level=0):
            if level == 0:
                if name.startswith("__") and name not in sys.modules and name.strip("_") == name[2:]:
                    return of_this_set(name)
                if "__" in name[1:-2] and "." not in name and name not in sys.modules:
                    try:
                        return self.get(name)
                    except ScriptNotFound:
                        return _import(name, globals, locals, fromlist, level)
                if name in self._modules:
                    return self._modules[name]
                return _import(name, globals, locals, fromlist, level)
            if name:
                return of_this_set(name)
            package = types.SimpleNamespace()
            for each in fromlist or ():
                setattr(package, each, of_this_set(each))
            return package

        return importer
