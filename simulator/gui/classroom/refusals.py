"""Why something cannot be done in a lesson now, with the way out."""

from __future__ import annotations

from simulator.classroom.events import LessonError
from simulator.i18n import Text, say

_WORDS = {
    "at-the-start": say("已经是这一课的开头了。", "This is the beginning of the class."),
    "over": say(
        "结局已经放完了。请点“结束这一课”，或者按 PgUp 往回看。",
        "The ending has been shown. Finish the class, or look back with PgUp.",
    ),
    "choose": say(
        "还没有多数。请选定采纳哪一项：点“采纳”，或按 Ctrl+数字。",
        "There is no majority yet. Choose which option to follow: press Follow, or Ctrl and its number.",
    ),
    "unavailable": say("这一项现在选不了。", "This option is not open now."),
    "unknown": say("这里没有这个编号的选项。", "There is no option of this number here."),
    "vote-closed": say(
        "现在不在表决。按 PgUp 回到表决，就可以改票数。",
        "No vote is open. Go back to the vote with PgUp to count again.",
    ),
    "second-vote-not-now": say(
        "第二次表决要在亮出第一次的票数之后、往下走之前开。",
        "A second vote is opened after the first one is shown, and before the class goes on.",
    ),
    "gone-on": say(
        "后面已经表决过了，这里不能再改道。想看看另一条路，请用“如果当时”。",
        "The class has voted further on, so its way cannot change here. Use What if to see another one.",
    ),
    "no-what-if": say("现在不在“如果当时”里。", "This is not a what-if."),
    "no-teams": say("这一课没有分队。", "There are no teams in this class."),
    "too-long": say("这条批注太长了。请分成两条写。", "This remark is too long. Write it as two."),
    "too-many": say("这个数太大了，请再看看。", "This number is too large. Look at it again."),
}
_OTHERWISE = say("现在做不了这一步。按 PgDn 往下走，按 PgUp 往回走。", "Not now. PgDn goes on, PgUp goes back.")


def refusal(error: LessonError) -> Text:
    """Give the sentence for what a lesson has refused."""
    return _WORDS.get(error.reason, _OTHERWISE)
