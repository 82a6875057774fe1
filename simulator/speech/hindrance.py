"""What keeps citizens from being heard, and what to do about it."""

from __future__ import annotations

import sys
from typing import NamedTuple

from simulator.i18n import Text, say


class Hindrance(NamedTuple):
    """Why nothing is heard, and what to install or to look at; practice goes on in silence."""

    found: Text
    advice: Text

    @property
    def sentence(self) -> Text:
        """Both in one, for where there is room for one."""
        found, advice = self.found, self.advice
        return say(found.to("zh") + advice.to("zh"), f"{found.to('en')} {advice.to('en')}")


def no_engine(platform: str = sys.platform) -> Hindrance:
    """Nothing on this machine turns words into sound."""
    advice = {
        "win32": say(
            "请重新安装本程序；Windows 的语音组件也要在。",
            "Install this program again; Windows must have its speech component too.",
        ),
        "darwin": say("请重新安装本程序。", "Install this program again."),
    }
    linux = say(
        "请安装 espeak-ng（Debian、Ubuntu、统信、麒麟：sudo apt-get install espeak-ng）。",
        "Install espeak-ng (on Debian and its relatives: sudo apt-get install espeak-ng).",
    )
    return Hindrance(say("没有能用的语音引擎。", "There is no speech engine that works."), advice.get(platform, linux))


def no_voice(language: str, platform: str = sys.platform) -> Hindrance:
    """The engine does not speak this language."""
    name = {"zh": say("中文", "Chinese"), "en": say("英文", "English")}.get(language, say(language, language))
    zh, en = name.to("zh"), name.to("en")
    advice = {
        "win32": say(
            f"请在 Windows“设置 → 时间和语言 → 语音”里添加{zh}语音。",
            f"Add a voice for {en} in Windows, under Settings → Time & language → Speech.",
        ),
        "darwin": say(
            f"请在“系统设置 → 辅助功能 → 朗读内容”里添加{zh}声音。",
            f"Add a voice for {en} under System Settings → Accessibility → Spoken Content.",
        ),
    }
    linux = say(
        "请安装 espeak-ng 的语音数据（Debian 及其衍生系统：sudo apt-get install espeak-ng-data）。",
        "Install the voices of espeak-ng (on Debian and its relatives: sudo apt-get install espeak-ng-data).",
    )
    return Hindrance(
        say(f"语音引擎没有{zh}的声音。", f"The speech engine has no voice for {en}."), advice.get(platform, linux)
    )


def no_player() -> Hindrance:
    """No program here plays a sound."""
    return Hindrance(
        say("没有播放声音的程序。", "There is no program that plays sounds."),
        say(
            "请安装 alsa-utils 或 pulseaudio-utils（Debian 及其衍生系统：sudo apt-get install alsa-utils）。",
            "Install alsa-utils or pulseaudio-utils (on Debian and its relatives: sudo apt-get install alsa-utils).",
        ),
    )


def no_sound() -> Hindrance:
    """The programs that play sounds are there and cannot."""
    return Hindrance(
        say("声音放不出来：没有找到能用的声卡。", "No sound can be played: there is no sound card that answers."),
        say(
            "请接上音箱或耳机，并检查系统的声音设置。",
            "Connect a loudspeaker or headphones, and look at the system's sound settings.",
        ),
    )


def not_rendered() -> Hindrance:
    """The engine is there and makes no sound of what it is given."""
    return Hindrance(
        say("语音引擎一直没能念出来。", "The speech engine fails again and again."),
        say(
            "请检查磁盘空间，或重新安装语音引擎。",
            "Look at the room on the disk, or install the speech engine again.",
        ),
    )
