"""Many cases at once: fast, resumable, and nothing of one client in the papers of another."""

from drafter.batch.running import Batch, Progress
from drafter.batch.sources import Job, collect
from drafter.batch.work import Outcome, Settings, Status
from drafter.batch.workers import Workers

__all__ = [
    "Batch", "Job", "Outcome", "Progress", "Settings", "Status", "Workers", "collect",
]
