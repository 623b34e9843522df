"""The scaling points: which are measured, their file, and the figure drawn from it."""

from fixtures import FolderTest

from comparison import scaling, scaling_figure
from test_comparison import FakeWorker, FakeWorkers, quiet


def points():
    """Points whose times grow with the work."""
    rows = []
    for varied, width, depth, batch in scaling.sizes():
        for threads in (1, 2):
            time = width * depth * batch * 1e-5 / threads
            values = (varied, width, depth, batch, threads, time, 2 * time)
            rows.append(dict(zip(scaling.COLUMNS, values)))
    return rows


class ScalingTest(FolderTest):
    def test_sizes_vary_one_thing_at_a_time(self):
        middle = {"width": scaling.WIDTH, "depth": scaling.DEPTH, "batch": scaling.BATCH}
        for varied, *size in scaling.sizes():
            fixed = dict(zip(("width", "depth", "batch"), size))
            del fixed[varied]
            self.assertEqual(fixed, {name: middle[name] for name in fixed})

    def test_points_measures_the_middle_once_for_all_three(self):
        asked = []
        workers = FakeWorkers(FakeWorker(500, asked=asked), FakeWorker(500, asked=asked))
        rows = scaling.points(workers, [1], quiet)
        self.assertEqual([row["varied"] for row in rows], [each[0] for each in scaling.sizes()])
        self.assertEqual({row["ours_ms"] for row in rows}, {500})
        self.assertEqual(asked.count(("prepare", "step-400-3-200")), 2)

    def test_csv_is_read_as_it_was_written(self):
        file = self.folder / "scaling.csv"
        scaling.write_csv(file, points())
        for read, written in zip(scaling.read_csv(file), points()):
            self.assertEqual(read["varied"], written["varied"])
            self.assertAlmostEqual(read["ours_ms"], written["ours_ms"], delta=1e-3)

    def test_figure_has_three_panels_with_a_curve_for_each_side_and_number_of_threads(self):
        figure = scaling_figure.figure(points())
        axes = [trace["xaxis"] for trace in figure["data"]]
        self.assertEqual(axes, ["x"] * 4 + ["x2"] * 4 + ["x3"] * 4)
        named = {trace["name"]: trace["line"]["dash"] for trace in figure["data"]}
        self.assertEqual(named, {
            "PyTorch, 1 thread": "solid", "PyTorch, 2 threads": "dash",
            "this library, 1 thread": "solid", "this library, 2 threads": "dash",
        })
        for name in ("xaxis", "xaxis2", "xaxis3"):
            self.assertTrue(figure["layout"][name]["title"]["text"])

    def test_markdown_shows_the_ratio(self):
        self.assertIn("| width | 100 | 3 | 200 | 1 | 0.60 | 1.20 | 0.50 |", scaling.markdown(points()))
