from __future__ import annotations

from socket import AF_INET, AF_INET6
from types import SimpleNamespace

import psutil
import pytest

from simulator.classroom.lan_address import Address, addresses, may_be_opened


def test_what_this_machine_has_may_be_opened():
    assert [one for one in addresses() if not one.name or not may_be_opened(one.address)] == []


def test_only_running_connections_to_local_networks_are_offered(monkeypatch: pytest.MonkeyPatch):
    found = {
        "WLAN": [(AF_INET6, "fe80::1"), (AF_INET, "192.168.1.20")],
        "Internet": [(AF_INET, "203.0.113.7")],
        "lo": [(AF_INET, "127.0.0.1")],
        "Ethernet": [(AF_INET, "10.20.30.40"), (AF_INET, "169.254.3.4")],
        "Unplugged": [(AF_INET, "192.168.5.5")],
    }
    monkeypatch.setattr(
        psutil,
        "net_if_addrs",
        lambda: {name: [SimpleNamespace(family=f, address=a) for f, a in all_] for name, all_ in found.items()},
    )
    monkeypatch.setattr(
        psutil, "net_if_stats", lambda: {name: SimpleNamespace(isup=name != "Unplugged") for name in found}
    )

    assert addresses() == (Address("10.20.30.40", "Ethernet"), Address("192.168.1.20", "WLAN"))


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "8.8.8.8", "203.0.113.7", "172.32.0.1", "::1", "localhost", ""],  # noqa: S104 - refused
)
def test_no_address_beyond_the_local_network_is_opened(address: str):
    assert not may_be_opened(address)
