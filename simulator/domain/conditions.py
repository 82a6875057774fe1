"""The language of ``when``: names, integers, true and false, comparisons, and, or, not, parentheses."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

MOOD = "mood"
_LITERALS = {"true": True, "false": False}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}\Z")
_SPACE = " \t\r\n"
_TOKEN = re.compile(r"[ \t\r\n]*([A-Za-z_][A-Za-z0-9_]*|[0-9]+|[<>=!]=|[<>()-])")
_LONGEST = 400  # characters, one space between words; a longer condition belongs in variables
_COMPARISONS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_ORDERING = ast.Lt | ast.LtE | ast.Gt | ast.GtE

Value = int | bool


class ConditionError(ValueError):
    """A condition that does not parse or cannot be evaluated.

    ``reason`` is one of syntax, too-long, not-allowed, unknown-name, not-boolean, not-integer;
    ``what`` is the word or symbol at fault.
    """

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(f"{reason}: {what}")
        self.reason = reason
        self.what = what


def is_variable_name(name: str) -> bool:
    """Tell whether an author may give a variable this name."""
    return bool(_NAME.match(name)) and not keyword.iskeyword(name) and name not in (MOOD, *_LITERALS)


@dataclass(frozen=True)
class Condition:
    """A parsed ``when``.

    ``text`` is its canonical spelling; ``names`` are the variables (and ``mood``) that it reads. ``holds`` takes the
    mood and then every variable of the scenario in its declared order.
    """

    text: str
    names: frozenset[str]
    holds: Callable[..., bool] = field(compare=False, repr=False)

    @property
    def reads_mood(self) -> bool:
        """Tell whether the citizen's mood can change the outcome."""
        return MOOD in self.names


def parse_condition(source: str, variables: Mapping[str, Value]) -> Condition:
    """Parse a ``when`` against the declared variables and their starting values.

    Raises ConditionError where the text is not of the language, names something undeclared, or mixes truth and numbers.
    """
    words = " ".join(_words(source[: 8 * _LONGEST]))
    if len(words) > _LONGEST or len(source) > 8 * _LONGEST:
        raise ConditionError("too-long", str(_LONGEST))
    try:
        tree = ast.parse(words, mode="eval").body
    except (SyntaxError, MemoryError, RecursionError) as error:
        raise ConditionError("syntax", words) from error
    checker = _Checker(variables)
    if checker.kind(tree) is not bool:
        raise ConditionError("not-boolean", words)
    text = _spelled(tree)
    if len(text) > _LONGEST:
        raise ConditionError("too-long", str(_LONGEST))
    # Every node was checked above and there are no builtins: nothing but the language itself can run.
    holds = eval(f"lambda {', '.join((MOOD, *variables))}: {text}", {"__builtins__": {}, **_LITERALS})  # noqa: S307
    return Condition(text, frozenset(checker.names), holds)


def _words(source: str) -> Iterator[str]:
    """Give the names, numbers and symbols of a condition, so that Python's own grammar never sees anything else."""
    position, end = 0, len(source.rstrip(_SPACE))
    while position < end:
        token = _TOKEN.match(source, position)
        if token is None:
            raise ConditionError("syntax", source[position:].lstrip(_SPACE)[0])
        yield token[1]
        position = token.end()


def _spelled(node: ast.expr, binding: int = 0) -> str:
    """Spell a checked expression, in parentheses where it binds less tightly than what it stands in.

    Our own spelling and not Python's, which may change with its version: scenarios are known by the hash of it.
    """
    match node:
        case ast.BoolOp(op=operator, values=values):
            tightness, word = (1, " or ") if isinstance(operator, ast.Or) else (2, " and ")
            text = word.join(_spelled(value, tightness + 1) for value in values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            tightness, text = 3, f"not {_spelled(operand, 3)}"
        case ast.Compare(left=left, ops=operators, comparators=rights):
            pairs = zip(operators, rights, strict=True)
            compared = [f" {_COMPARISONS[type(operator)]} {_spelled(right, 5)}" for operator, right in pairs]
            tightness, text = 4, _spelled(left, 5) + "".join(compared)
        case _:
            tightness, text = 5, ast.unparse(node)
    return text if tightness >= binding else f"({text})"


class _Checker:
    """Finds the kind (bool or int) of an expression, refusing all that is not of the language."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self._variables = variables
        self.names: set[str] = set()

    def kind(self, node: ast.expr) -> type:
        match node:
            case ast.Constant(value=int() as value) if type(value) is int:
                return int
            case ast.Name(id=name):
                return self._kind_of_name(name)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if type(value) is int:
                return int
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self._require(bool, [operand])
                return bool
            case ast.BoolOp(values=values):
                self._require(bool, values)
                return bool
            case ast.Compare(left=left, ops=operators, comparators=rights):
                self._check_comparison(node, operators, [left, *rights])
                return bool
        raise ConditionError("not-allowed", ast.unparse(node))

    def _kind_of_name(self, name: str) -> type:
        if name in _LITERALS:
            return bool
        if name != MOOD and name not in self._variables:
            raise ConditionError("unknown-name", name)
        self.names.add(name)
        return int if name == MOOD else type(self._variables[name])

    def _require(self, kind: type, nodes: list[ast.expr]) -> None:
        for node in nodes:
            if self.kind(node) is not kind:
                raise ConditionError("not-boolean" if kind is bool else "not-integer", ast.unparse(node))

    def _check_comparison(self, node: ast.expr, operators: list[ast.cmpop], operands: list[ast.expr]) -> None:
        if not all(type(operator) in _COMPARISONS for operator in operators):
            raise ConditionError("not-allowed", ast.unparse(node))
        if any(isinstance(operator, _ORDERING) for operator in operators):
            self._require(int, operands)
        else:
            self._require(self.kind(operands[0]), operands[1:])
