# Calls a reader's join. Runs in Pyodide, once per worker; what the reader wrote runs in a namespace of its own.
import io
import json
import sys
import threading
import traceback
from array import array

FILE = "your program"


class Failure(Exception):
    """What the reader is told: a sentence, and a line of their text or None."""

    def __init__(self, message, line=None):
        super().__init__(message)
        self.line = line


class Printed(io.TextIOBase):
    """Hands on what is written, a line at a time."""

    def __init__(self, write):
        self._write = write
        self._line = ""

    def writable(self):
        return True

    def write(self, text):
        self._line += text
        end = self._line.rfind("\n") + 1
        # What is written without an end of a line must not be kept without bound either.
        if end == 0 and len(self._line) > 1000:
            end = len(self._line)
        if end > 0:
            self._write(self._line[:end])
            self._line = self._line[end:]
        return len(text)

    def flush(self):
        if self._line:
            self._write(self._line)
            self._line = ""


def attempt(action):
    """Runs what is the reader's. Their error becomes a sentence with the line, in their own text, that it comes from."""
    try:
        return action()
    except SyntaxError as error:
        if error.filename != FILE:
            raise Failure(in_words(error), line_of(error)) from None
        raise Failure(f"This cannot be read: {error.msg}", error.lineno) from None
    except BaseException as error:  # exit() and what is no Exception too
        raise Failure(in_words(error), line_of(error)) from None


def in_words(error):
    return "".join(traceback.format_exception_only(error)).strip()


def line_of(error):
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == FILE]
    return lines[-1] if lines else None


def as_value(value):
    """A row number or None as they are; anything else, True too, in words."""
    if value is None or (type(value) is int and abs(value) < 2**31):
        return value
    shown = attempt(lambda: repr(value))
    if type(value) is str:
        return {"text": f"{shown if len(shown) <= 60 else shown[:60] + '…'}, a text"}
    return {"text": shown[:100]}


def read(source, write):
    """Runs a program once, and gives a function that calls its join. What that gives is JSON: the answers, or why there are none."""
    # Before the streams are the reader's: to look at a module can warn, and that is nothing they wrote.
    before = snapshot()
    printed = Printed(write)
    sys.stdout = sys.stderr = printed
    sys.stdin = io.StringIO()  # nobody types: input() finds the end of what there is
    namespace = {"__name__": "__main__"}

    def define():
        exec(compile(source, FILE, "exec"), namespace)

    def call(predictions, event_times, known_at, ttl):
        join = namespace.get("join")
        given = attempt(lambda: join(as_list(predictions), as_list(event_times), as_list(known_at), ttl))
        if not isinstance(given, (list, tuple)):
            shown = attempt(lambda: repr(given))[:100]
            raise Failure(f"Your program gave {shown}, not a list. Return one answer per prediction: a row number, or None.")
        return [as_value(value) for value in given]

    def outcome(action):
        try:
            return json.dumps({"answers": action()})
        except Failure as failure:
            return json.dumps({"message": str(failure), "line": failure.line})
        finally:
            printed.flush()

    def prepare():
        attempt(define)
        if not callable(namespace.get("join")):
            raise Failure("There is no function named join. Write: def join(predictions, event_times, known_at, ttl):")
        return []

    return outcome(prepare), lambda *given: outcome(lambda: call(*given)), lambda: is_clean(before)


def snapshot():
    """What of the interpreter a program could change for the next one: the names in modules, and in their classes."""
    names = {}
    for module_name, module in list(sys.modules.items()):
        names[module_name] = held(module)
        for value in list(held(module).values()):
            # Not isinstance, which asks the value itself, and some of them warn.
            if issubclass(type(value), type):
                # By its id: there are classes that warn when they are compared.
                names[id(value)] = held(value)
    return names, list(sys.path), sys.getrecursionlimit(), threading.active_count()


def held(owner):
    """The names that a module or a class holds; not those of the one that runs here, whose streams are set anew for each program."""
    return {name: value for name, value in getattr(owner, "__dict__", {}).items() if name not in ("stdin", "stdout", "stderr")}


def is_clean(before):
    """Whether nothing of that was changed. Modules that were not there before are taken away again."""
    for name in [name for name in sys.modules if name not in before[0]]:
        del sys.modules[name]
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    try:
        names, *rest = snapshot()
        return rest == list(before[1:]) and names.keys() == before[0].keys() and all(
            now.keys() == before[0][owner].keys() and all(value is before[0][owner][name] for name, value in now.items())
            for owner, now in names.items()
        )
    except Exception:
        return False


def as_list(times):
    """A BigInt64Array of JavaScript as a list of int."""
    numbers = array("q")
    numbers.frombytes(times.to_bytes())
    return numbers.tolist()


# The first time that it is looked at, some of it is made.
snapshot()
read
