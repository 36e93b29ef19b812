"""Files with a long journal: a fifth of the steps delete a chapter, the others write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from styrdesk.base.clock import SystemClock
from styrdesk.base.ids import new_id
from styrdesk.domain.plan import Block, Chapter
from styrdesk.services import demo
from styrdesk.services.catalogue import Services


def make(path: Path, steps: int) -> None:
    """The demo file after so many steps of work."""
    services = demo.make_demo(path, SystemClock())
    services.file.db.execute_sql("PRAGMA synchronous = OFF")  # it need not survive a power cut
    plan = next(plan for plan in services.plans.plans() if not plan.is_final)
    text, goal = texts(services)[0], services.goals.rows(limit=1)[0]
    for n in range(steps // 5):
        chapter = Chapter(new_id(), plan_id=plan.id, title=f"Kapitel {n}")
        block = Block(new_id(), chapter_id=chapter.id, body=f"<p>Text {n}</p>")
        with services.work.step("New chapter"):
            services.file.store.save(chapter)
            services.file.store.save(block)
        services.chapters.save_block(replace(block, body=f"<p>Text {n} igen</p>"))
        services.chapters.delete(chapter.id)
        services.goals.save(replace(goal, title=f"Mål {n}"))
        services.chapters.save_block(replace(text, body=f"<p>{'Ord ' * 100}{n}</p>"))
    services.file.close()


def texts(services: Services) -> list[Block]:
    """The text blocks of the plan that is not decided."""
    plan = next(plan for plan in services.plans.plans() if not plan.is_final)
    chapters = services.chapters.chapters(plan.id)
    blocks = [b for _level, c in chapters for b in services.chapters.blocks(c.id)]
    return [block for block in blocks if block.kind == "text"]
