"""The addresses that this machine has on the hall's own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from socket import AF_INET
from typing import NamedTuple

import psutil  # BSD, kept, one small wheel for every system; the standard library gives addresses without their names

_LOCAL = tuple(IPv4Network(network) for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))  # RFC 1918
_LOOPBACK = IPv4Network("127.0.0.0/8")


class Address(NamedTuple):
    """An IPv4 address and the name under which the system shows its connection: 192.168.1.20, WLAN."""

    address: str
    name: str


def addresses() -> tuple[Address, ...]:
    """Give where phones on the same local network can reach this machine; empty with no such network.

    An address that the whole internet could reach is never among them.
    """
    running = psutil.net_if_stats()
    return tuple(
        Address(one.address, name)
        for name, found in sorted(psutil.net_if_addrs().items())
        if name in running and running[name].isup
        for one in found
        if one.family == AF_INET and _among(one.address, _LOCAL)
    )


def may_be_opened(address: str) -> bool:
    """Say whether the phones' page may be opened at an address: a local network's, or this machine's own."""
    return _among(address, (*_LOCAL, _LOOPBACK))


def _among(address: str, networks: tuple[IPv4Network, ...]) -> bool:
    try:
        found = IPv4Address(address)
    except ValueError:
        return False
    return any(found in network for network in networks)
