# SPDX-License-Identifier: LGPL-2.1-or-later
"""What was decided? The rules of a charter on a history of entries, counted the slow way.

`decide (scenario, decision, at)` gives members of the answer to the question `decision`
(SCENARIOS.md). Who may vote is worked out from the entries each time; the margin by trying every
other way of casting, one voter more at a time.
"""

from . import options
from .record import NotCovered, Record, instant, period, spelled
from .voting import Question


RECORDED = ("result", "quorate", "quorum", "counts", "tests", "margin")


def decide(scenario, decision, at, known=None, margin=False):
    """The outcome; what a `decision-closed` has recorded stands, whatever came to be known later."""
    record, at = Record(scenario, known), instant(at)
    question = Question(record, decision)
    closed = [e for e in record.all("decision-closed", decision=decision) if e.at <= at]
    if not closed:
        return provisional(question, at, margin) | {"disputed": False}
    before = Question(record.before(closed[0]), decision)
    stands = provisional(before, closed[0].at, margin)
    again = provisional(question, closed[0].at, margin)
    answer = stands | {"state": state_of(question, at, stands)}
    if not question.among_options():        # the whole ranking is recorded too
        answer["disputed"] = any(stands.get(name) != again.get(name) for name in RECORDED)
    return answer


def provisional(question, at, margin):
    if question.opens is None or at < question.opens:
        return {"result": "pending", "state": state_of(question, at, {})}
    count = question.count(at)
    quorum, quorate = count.quorum()
    answer = {
        "opens": spelled(question.opens),
        "closes": spelled(question.closing(at)),
        "counts": count.counts(),
        "quorate": quorate,
        "tests": count.tests(),
        "result": "pending",
    }
    if "quorum" in question.rule and question.rule["quorum"].get("per") != "option":
        answer["quorum"] = quorum
    if question.among_options():
        answer |= among(question, count, at, margin)
        return answer | {"state": state_of(question, at, answer)}
    if at >= question.closing(at):
        answer["result"] = "indeterminate" if question.awaits_ruling(question.moment(at)) else count.result()
        if margin and answer["result"] not in ("tied", "indeterminate") and "early" not in question.rule:
            answer["margin"] = count.margin()
    return answer | {"state": state_of(question, at, answer)}


def among(question, count, at, margin):
    """What a choice among options adds."""
    choice = options.Choice(count)
    per_option = question.rule.get("quorum", {}).get("per") == "option"
    dropped = choice.dropped()
    rows = []
    for option in choice.options:
        row = {"id": option}
        if per_option and option != choice.default:
            row["quorum"] = choice.option_quorum(option)
        if option in dropped:
            row["dropped"] = dropped[option]
        rows.append(row)
    tests = [choice.option_test(test, option) for test in question.rule.get("option-tests", [])
             for option in choice.options if option != choice.default and option in test.get("options", choice.options)]
    answer = {"options": rows, "tests": count.tests() + tests, "result": "pending"}
    if per_option:
        answer["quorate"] = not all(dropped.get(o) == "quorum" for o in choice.options if o != choice.default)
    if at >= question.closing(at):
        if question.awaits_ruling(question.moment(at)) or count.untold():
            answer["result"] = "indeterminate"
        elif not per_option and not count.quorum()[1]:
            answer |= {"result": "no-quorum", "winners": []}
        else:
            answer["result"], winners = choice.answer()
            if winners is not None:
                answer["winners"] = winners
        if margin and answer["result"] not in ("tied", "indeterminate") and "early" not in question.rule:
            answer["turned by one"] = choice.turned_by_one()
    return answer


def state_of(question, at, answer):
    """Computed from entries and the instant asked about."""
    time = question.rule.get("time", {})
    if question.opens is None or at < question.opens:
        talked = question.proposed.at + period(time.get("discussion", "P0D"))
        thought = talked + period(time.get("reflection", "P0D"))
        return "discussion" if at < talked else "reflection" if thought > question.proposed.at else "proposed"
    closes = instant(answer["closes"])
    if at < closes:
        return "open"
    closed = question.record.all("decision-closed", decision=question.decision)
    standstill = period(time.get("standstill", "P0D"))
    if closed and closed[0].at <= at and answer["result"] == "carried" and at < closes + standstill:
        return "standstill"
    return "closed"


def admits(scenario, entry):
    """Whether the gate lets a ballot in by what is known then; None where the model cannot tell."""
    try:
        record = Record(scenario)
        question = Question(record, entry["data"]["decision"])
        cast = Record(scenario | {"entries": scenario["entries"] + [entry]}).entries[-1]
        if question.opens is None or not question.in_time(cast.at, question.closing(cast.at)):
            return False
        if cast["voter"] not in [e["id"] for e in record.all("person-joined")]:
            return False
        if question.awaits_ruling(cast.at):
            return None
        if question.rule.get("recast") == "refused" and question.has_cast(cast):
            return None if record.all("ballot-withdrawn") else False
        if question.among_options():
            if any(len(rank) > 1 for rank in cast.get("ranking", []) if not isinstance(rank, str)):
                return None     # some methods refuse equal ranks
        elif cast["choice"] in ("object", "stand-aside") and not question.hears():
            return None
        moment = question.opens if question.rule.get("electorate-as-at") == "opening" else cast.at
        return question.entitled(cast, moment)
    except (NotCovered, StopIteration):
        return None


def opens(scenario, entry):
    """Whether the gate opens voting: not before discussion and reflection end."""
    record = Record(scenario)
    question = Question(record, entry["data"]["decision"])
    time = question.rule.get("time", {})
    ready = question.proposed.at + period(time.get("discussion", "P0D")) + period(time.get("reflection", "P0D"))
    if question.among_options() and not set(question.options()) - {question.rule.get("default-option")}:
        return False
    return question.opens is None and instant(entry["at"]) >= ready


def closes(scenario, entry):
    """Whether the gate closes a decision: not while it is pending or tied, and once."""
    record, at = Record(scenario), instant(entry["at"])
    question = Question(record, entry["data"]["decision"])
    if question.opens is None or record.all("decision-closed", decision=question.decision):
        return False
    answer = provisional(question, at, False)
    return at >= question.closing(at) and answer["result"] not in ("pending", "tied")
