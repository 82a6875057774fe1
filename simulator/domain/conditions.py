"""The language of ``when``: names, integers, true and false, comparisons, and, or, not, parentheses."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

MOOD = "mood"
_LITERALS = {"true": True, "false": False}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_LONGEST = 400  # characters; a longer condition belongs in a variable

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
    if len(source) > _LONGEST:
        raise ConditionError("too-long", str(_LONGEST))
    if not source.isascii():
        raise ConditionError("syntax", next(character for character in source if not character.isascii()))
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ConditionError("syntax", source) from error
    checker = _Checker(variables)
    if checker.kind(tree) is not bool:
        raise ConditionError("not-boolean", source)
    expression = ast.fix_missing_locations(ast.Expression(_Literals().visit(tree)))
    parameters = ", ".join((MOOD, *variables))
    text = ast.unparse(expression)
    # Every node was checked above and there are no builtins: nothing but the language itself can run.
    holds = eval(f"lambda {parameters}: {text}", {"__builtins__": {}})  # noqa: S307
    return Condition(_spelled(text), frozenset(checker.names), holds)


def _spelled(text: str) -> str:
    return re.sub(r"\b(True|False)\b", lambda match: match.group().lower(), text)


class _Literals(ast.NodeTransformer):
    """Turns the words true and false into their values."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Constant(_LITERALS[node.id]) if node.id in _LITERALS else node


class _Checker:
    """Finds the kind (bool or int) of an expression, refusing all that is not of the language."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self._variables = variables
        self.names: set[str] = set()

    def kind(self, node: ast.expr) -> type:
        match node:
            case ast.Constant(value=bool() | int() as value):
                return type(value)
            case ast.Name(id=name):
                return self._kind_of_name(name)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if type(value) is int:
                return int
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._all_of(bool, [operand])
            case ast.BoolOp(values=values):
                return self._all_of(bool, values)
            case ast.Compare(left=left, ops=operators, comparators=rights):
                return self._kind_of_comparison(operators, [left, *rights])
        raise ConditionError("not-allowed", ast.unparse(node))

    def _kind_of_name(self, name: str) -> type:
        if name in _LITERALS:
            return bool
        if name != MOOD and name not in self._variables:
            raise ConditionError("unknown-name", name)
        self.names.add(name)
        return int if name == MOOD else type(self._variables[name])

    def _all_of(self, kind: type, nodes: list[ast.expr]) -> type:
        for node in nodes:
            if self.kind(node) is not kind:
                raise ConditionError("not-boolean" if kind is bool else "not-integer", ast.unparse(node))
        return bool

    def _kind_of_comparison(self, operators: list[ast.cmpop], operands: list[ast.expr]) -> type:
        for operator in operators:
            if isinstance(operator, ast.Eq | ast.NotEq):
                continue
            if not isinstance(operator, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
                raise ConditionError("not-allowed", ast.unparse(operands[0]))
            self._all_of(int, operands)
        kinds = {self.kind(operand) for operand in operands}
        if len(kinds) > 1:
            raise ConditionError("not-integer", ast.unparse(operands[0]))
        return bool
