#!/bin/sh
# Makes .venv ready: "tools/set-up.sh run" for running the program, "tools/set-up.sh dev" for testing it too.
# On Debian and its relatives it also sees to the system libraries that Qt and speech load: root gets them installed,
# anybody else is told the one command to give.
set -eu
cd "$(dirname "$0")/.."
pins=constraints/$1.txt

# What is loaded at run time, and the Debian package that brings it.
qt_libraries='
    libEGL.so.1=libegl1                     libGL.so.1=libgl1
    libX11-xcb.so.1=libx11-xcb1             libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1       libfreetype.so.6=libfreetype6
    libglib-2.0.so.0=libglib2.0-0           libwayland-cursor.so.0=libwayland-cursor0
    libwayland-egl.so.1=libwayland-egl1     libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4         libxcb-image.so.0=libxcb-image0
    libxcb-keysyms.so.1=libxcb-keysyms1     libxcb-randr.so.0=libxcb-randr0
    libxcb-render-util.so.0=libxcb-render-util0
    libxcb-shape.so.0=libxcb-shape0         libxcb-sync.so.1=libxcb-sync1
    libxcb-xfixes.so.0=libxcb-xfixes0       libxcb-xkb.so.1=libxcb-xkb1
    libxkbcommon-x11.so.0=libxkbcommon-x11-0
    libxkbcommon.so.0=libxkbcommon0'

# Without these citizens are not heard, and nothing is printed. The library of eSpeak NG brings all its voices with it,
# Chinese and English among them.
optional_libraries='libespeak-ng.so.1=libespeak-ng1 libcups.so.2=libcups2'
sound_players='paplay pw-play aplay'

say() { # English, Chinese
    printf '%s\n%s\n' "$1" "$2" >&2
}

suitable_python() {
    for python in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2> /dev/null; then
            echo "$python"
            return
        fi
    done
    say 'Python 3.11, 3.12, 3.13 or 3.14 is needed. Install one, or name it: make run PYTHON=/path/to/python3' \
        '需要 Python 3.11 至 3.14。请先安装，或指明其位置：make run PYTHON=/path/to/python3'
    return 1
}

# The lists of packages are split into words wherever they are used: that is what they are for.
# shellcheck disable=SC2086
packages_of_absent_libraries() { # entries soname=package
    present=$(PATH=$PATH:/sbin ldconfig -p)
    for entry in $1; do
        case $present in
            *"${entry%%=*} "*) ;;
            *) printf '%s ' "${entry#*=}" ;;
        esac
    done
}

package_of_absent_player() {
    for player in $sound_players; do
        ! command -v "$player" > /dev/null || return 0
    done
    echo alsa-utils
}

package_of_absent_venv() { # python
    "$1" -c 'import ensurepip, venv' 2> /dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

tell_command() { # how to install, packages
    printf '\n    sudo sh -c "apt-get update && %s %s"\n\n' "$1" "$2" >&2
}

# shellcheck disable=SC2086
install_debian_packages() { # python
    needed="$(packages_of_absent_libraries "$qt_libraries")$(package_of_absent_venv "$1")"
    optional="$(packages_of_absent_libraries "$optional_libraries")$(package_of_absent_player)"
    [ -n "$needed$optional" ] || return 0

    install='apt-get install --yes --no-install-recommends'
    if [ "$(id -u)" = 0 ]; then
        say "Installing system packages: $needed $optional" "正在安装系统软件包：$needed $optional"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update --quiet=2 || true
        [ -z "$needed" ] || $install --quiet=2 $needed > /dev/null
        [ -z "$optional" ] || $install --quiet=2 $optional > /dev/null || true
    elif [ -n "$needed" ]; then
        say 'Some system packages are missing. Give this command, then try again:' \
            '缺少一些系统软件包。请执行以下命令，然后重试：'
        tell_command "$install" "$needed $optional"
        return 1
    else
        say 'To hear the citizens and to print, give this command; everything else works without it:' \
            '想听到对白、能打印，请执行以下命令；不装也能用：'
        tell_command "$install" "$optional"
    fi
}

python=$(suitable_python)
if command -v apt-get > /dev/null; then
    install_debian_packages "$python"
fi

say 'Preparing .venv; the first time this takes some minutes.' '正在准备 .venv，首次需要几分钟。'
.venv/bin/python -c '' 2> /dev/null || "$python" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$pins" || {
    say 'The packages could not be installed: see above. This once, the network is needed.' \
        '软件包未能安装，原因见上。首次安装需要联网。'
    exit 1
}

# A system without apt-get learns here which library Qt misses.
QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])' || {
    say 'Qt does not start: the library named above must be installed.' 'Qt 无法启动：请安装上面提到的系统库。'
    exit 1
}
touch ".venv/.$1"
