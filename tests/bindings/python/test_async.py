# SPDX-License-Identifier: LGPL-2.1-or-later
"""The asynchronous twins give what the calls give, and can be cancelled."""

import asyncio
import os
import tempfile
import unittest

from harness import Charter, Gio, GLib, every_kind, run_async, stream, submissions

NOON = "2026-01-10T12:00:00Z"
await_ = Charter.await_


class Twins(unittest.TestCase):
    def test_record(self):
        async def work():
            partnership = Charter.Partnership()
            first = submissions()[0]
            entry = await await_(partnership.record_async, first["kind"], first["at"], None,
                                 first["data"])
            self.assertEqual(entry.seq, 1)
            entries = await await_(partnership.record_many_async, submissions()[1:])
            self.assertEqual(len(entries), 100)
            with self.assertRaises(Charter.IdReused):
                await await_(partnership.record_async, "partner-joined", NOON, by="p-ana",
                             data={"id": "north", "name": "North"})
            return partnership
        self.assertEqual(run_async(work()).head, 101)

    def test_in_turns(self):
        async def work():
            partnership = Charter.Partnership()
            entries = await asyncio.gather(*(
                await_(partnership.record_many_async, [entry]) for entry in submissions()))
            return [entry.id for one in entries for entry in one]
        self.assertEqual(run_async(work()), [entry["id"] for entry in submissions()])

    def test_lines(self):
        async def work():
            out = Gio.MemoryOutputStream.new_resizable()
            await await_(every_kind().export_async, out, "record")
            out.close()
            text = out.steal_as_bytes().get_data().decode()
            partnership = Charter.Partnership()
            self.assertEqual(await await_(partnership.import_async, stream(text)), 101)
            with self.assertRaises(Charter.Invalid):
                await await_(Charter.Partnership().import_async, stream("{"))
        run_async(work())

    def test_open(self):
        async def work(folder):
            path = os.path.join(folder, "x.charter")
            Charter.Partnership.create(path).record_many(submissions())
            self.assertEqual((await await_(Charter.Partnership.open_async, path)).head, 101)
            with self.assertRaises(Charter.RecordError):
                await await_(Charter.Partnership.open_async, path + "x")
        with tempfile.TemporaryDirectory() as folder:
            run_async(work(folder))

    def test_assess(self):
        async def work():
            partnership = every_kind()
            assessment = await await_(partnership.assess_async, NOON)
            self.assertEqual(assessment.to_dict(), partnership.assess(NOON).to_dict())
            with self.assertRaises(Charter.Invalid):
                await await_(partnership.assess_async, "noon")
        run_async(work())

    def test_callback(self):
        """Without asyncio: a callback and a main loop."""
        partnership, loop, seen = every_kind(), GLib.MainLoop(), []

        def ready(source, result):
            seen.append(source.assess_finish(result))
            loop.quit()
        partnership.assess_async(NOON, None, ready)
        loop.run()
        self.assertEqual(seen[0].to_dict(), partnership.assess(NOON).to_dict())


class Cancelling(unittest.TestCase):
    def test_before(self):
        async def work(method, *args):
            cancellable = Gio.Cancellable()
            cancellable.cancel()
            await await_(method, *args, cancellable=cancellable)
        partnership = every_kind()
        for call in ((partnership.record_async, "asset-noted", NOON, "p-ana", {}),
                     (partnership.record_many_async, []),
                     (partnership.import_async, stream("")),
                     (partnership.export_async, Gio.MemoryOutputStream.new_resizable(), "record"),
                     (partnership.assess_async, NOON),
                     (Charter.Partnership.open_async, "/nowhere/x.charter")):
            with self.subTest(call[0].__name__), self.assertRaises(GLib.Error) as caught:
                run_async(work(*call))
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(),
                                                     Gio.IOErrorEnum.CANCELLED))
        self.assertEqual(partnership.head, 101)

    def test_task(self):
        """Cancelling the asyncio task cancels the call."""
        async def work(path):
            cancellable = Gio.Cancellable()
            task = asyncio.create_task(
                await_(Charter.Partnership.open_async, path, cancellable=cancellable))
            await asyncio.sleep(0)
            task.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await task
            self.assertTrue(cancellable.is_cancelled())
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.charter")
            Charter.Partnership.create(path)
            run_async(work(path))
