"""Shuts a forked environment in: the layers of its sandbox, as the server planned them.

The plan names everything; nothing is decided here. A layer that is planned and cannot be had is
an OSError, which ends the environment before any code of the function runs.
"""

import os


def fork(plan):
    """Forks; the child is the environment."""
    return os.fork()


def enter(plan):
    """Applies the plan to this process."""
    import resource

    for name, value in plan.get("limits", {}).items():
        number = getattr(resource, name)
        _, hard = resource.getrlimit(number)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(number, (value, value))
