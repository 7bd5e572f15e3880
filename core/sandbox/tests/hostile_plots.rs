//! Bombs for plots: numbers that are none, sizes out of bounds, empty data, and styles that name nonsense. A
//! script may fail with one of Python's errors or meet a limit, but the sandbox must neither crash nor hang.

use std::time::{Duration, Instant};

use vthinker_sandbox::{Limits, Sandbox};

const HEAD: &str = "import numpy as np\nimport matplotlib.pyplot as plt\nimport matplotlib.patches as mp\nimport matplotlib.dates as mdates\nfrom datetime import date, datetime, timedelta\nfrom \
                    matplotlib.collections import LineCollection, PatchCollection, PolyCollection\nfrom \
                    matplotlib.path import Path\nfrom matplotlib.colors import *\nline, = plt.plot([0, 1], [0, 1])\nax = line.axes\n";

/// What is hard to draw, for every place where a number or a list is wanted.
const NUMBERS: [&str; 10] =
    ["float('nan')", "float('inf')", "-1", "0", "1e308", "-1e308", "1e-308", "2**31", "2**70", "'x'"];
const LISTS: [&str; 9] = [
    "[]",
    "[float('nan')] * 3",
    "[1e308, -1e308, 0]",
    "[0, 0, 0]",
    "[[1, 2], [3]]",
    "np.zeros((0, 3))",
    "np.arange(24).reshape(2, 3, 4)",
    "None",
    "'abc'",
];

/// Calls with `N` for a number and `L` for a list.
const CALLS: [&str; 70] = [
    "ax.bar(L, L)",
    "ax.bar([1, 2, 3], [1, 2, 3], width=N, bottom=N)",
    "ax.barh([1, 2, 3], [1, N, 3], xerr=N)",
    "ax.bar_label(ax.bar([1, 2], [N, 2]), padding=N)",
    "ax.hist(L, bins=N)",
    "ax.hist([1, 2, 3], bins=L, range=(N, N))",
    "ax.hist([1, N, 3], bins='auto', density=True, cumulative=True)",
    "ax.hist([[1, 2], [3, 4]], bins=3, histtype='step', stacked=True, rwidth=N)",
    "ax.hist2d([1, 2, 3], [1, N, 3], bins=4)",
    "ax.pie(L, labels=L)",
    "ax.pie([1, 2], startangle=N, radius=N, explode=[N, 0])",
    "ax.pie([1, 2], wedgeprops=dict(width=N), labeldistance=N, autopct='%d')",
    "ax.errorbar([1, 2, 3], [1, 2, 3], yerr=L, capsize=N)",
    "ax.boxplot(L, widths=N)",
    "ax.boxplot([[1, N, 3]], whis=N, positions=[N])",
    "ax.violinplot(L, widths=N)",
    "ax.violinplot([[1, 2, N, 3]], points=N)",
    "ax.stem(L, L, bottom=N)",
    "ax.stackplot([1, 2, 3], L)",
    "ax.contour(L, levels=N)",
    "ax.contourf(np.arange(12).reshape(3, 4) * N)",
    "ax.contour([[1, N], [3, 4]], levels=L)",
    "ax.clabel(ax.contour([[1, 2], [3, 4]]), fontsize=N, inline_spacing=N)",
    "ax.pcolormesh(L, vmin=N, vmax=N)",
    "ax.pcolormesh([1, N, 3], [1, 2, 3], [[1, 2], [3, N]])",
    "plt.colorbar(ax.pcolormesh([[1, N], [3, 4]]), shrink=N, fraction=N, pad=N)",
    "ax.quiver(L, L)",
    "ax.quiver([1], [1], [N], [N], scale=N, width=N, headlength=N)",
    "ax.quiverkey(ax.quiver([1], [1], [1], [1]), N, N, N, 'k')",
    "ax.table(cellText=L)",
    "ax.table(cellText=[['a']], bbox=[N, N, N, N]).scale(N, N)",
    "ax.annotate('t', (N, N), (N, 0), arrowprops=dict(arrowstyle='->', shrinkA=N))",
    "ax.annotate('t', (0, 1), (1, N), arrowprops=dict(width=N, headwidth=N, shrink=N))",
    "ax.annotate('t', (0, 1), (1, 1), arrowprops=dict(arrowstyle='fancy,tail_width=5', connectionstyle='arc3,rad=9'))",
    "ax.annotate('$' + '{' * 200 + 'x' + '}' * 200 + '$', (0, N))",
    "ax.annotate(r'$\\frac{1}{\\sqrt{x^{2^{2^{2}}}}}$' * 50, (0, 0), fontsize=N)",
    "ax.arrow(N, 0, 1, N, width=N, head_width=N)",
    "ax.add_patch(mp.Circle((N, 0), N, hatch='xxxx....oooo'))",
    "ax.add_patch(mp.Rectangle((N, 0), N, N, angle=N, lw=N, ls=(0, (1, N))))",
    "ax.add_patch(mp.Arc((0, 0), N, 1, theta1=N, theta2=N))",
    "ax.add_patch(mp.Wedge((0, 0), N, N, N, width=N))",
    "ax.add_patch(mp.RegularPolygon((0, 0), N, radius=N))",
    "ax.add_patch(mp.FancyBboxPatch((N, 0), N, 1, boxstyle='sawtooth', mutation_scale=N))",
    "ax.add_patch(mp.FancyArrowPatch((N, 0), (1, N), mutation_scale=N, connectionstyle='angle,angleA=0,angleB=0,rad=5'))",
    "ax.add_collection(LineCollection([[(0, N), (1, 1)]], linewidths=N, array=L))",
    "ax.add_patch(mp.PathPatch(Path([(0, 0), (1, N), (N, 1)], [1, 3, 4])))",
    "ax.streamplot(L, L, L, L)",
    "ax.streamplot([0, 1, 2], [0, 1], np.full((2, 3), N), np.full((2, 3), N), density=N, linewidth=N, arrowsize=N)",
    "ax.streamplot([0, 1, 2], [0, N, 2], np.ones((3, 3)), np.ones((3, 3)), color=np.full((3, 3), N), maxlength=N)",
    "ax.streamplot(np.arange(9), np.arange(9), *np.random.randn(2, 9, 9) * 1e-9, density=50, broken_streamlines=False, minlength=N)",
    "ax.streamplot([0, 1, 2], [0, 1, 2], np.ones((3, 3)), np.ones((3, 3)), start_points=L, num_arrows=N, integration_max_step_scale=N)",
    "plt.subplot_mosaic(L, width_ratios=L)",
    "plt.gcf().subplot_mosaic([['a', [['b'], L]]], height_ratios=[N])",
    "m = []; m.append([m]); plt.subplot_mosaic(m)",
    "plt.subplot_mosaic('AB;' * 300 + 'N', sharex=True)",
    "ax.matshow(L)",
    "plt.matshow(L, fignum=N)",
    "ax.spy(L, precision=N)",
    "ax.spy([[1, N]], markersize=N, aspect=N)",
    "ax.inset_axes([N, 0, N, 1]).plot(L)",
    "ax.indicate_inset([N, 0, N, 1], ax.inset_axes([0.5, 0.5, 0.4, 0.4], transform=ax.transData), lw=N)",
    "ax.indicate_inset_zoom(ax.inset_axes([0.5, 0.5, 0.4, 0.4]).inset_axes([0, 0, N, 1]))",
    "ax.secondary_xaxis(N, functions=(lambda v: v * N, lambda v: v / N))",
    "ax.secondary_yaxis('right', functions=(lambda v: np.log(v - 0.5), lambda v: L)).set_ylabel('y')",
    "ax.plot([mdates.num2date(N), datetime(2024, 1, 1)], [N, 1])",
    "ax.plot([datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)], [0, 1]); ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(L))",
    "ax.plot([date(2024, 1, 1), date(2044, 1, 1)], [0, 1]); ax.xaxis.set_major_locator(mdates.SecondLocator(interval=N))",
    "ax.plot([date(2024, 1, 1)] * 2, [0, 1]); ax.xaxis.set_major_locator(mdates.HourLocator(byhour=L))",
    "ax.xaxis_date(); ax.set_xlim(N, 1e6); ax.xaxis.set_major_formatter(mdates.DateFormatter('%' * 9 + 'Q'))",
    "ax.barh(['a'], timedelta(days=2), left=date(2024, 2, 30)); ax.yaxis_date(); ax.bar([date(2024, 1, 1)], N, width=N)",
];

/// Before the calls in space.
const SPACE: &str = "from mpl_toolkits.mplot3d.art3d import Line3DCollection, Poly3DCollection\nax = plt.figure().add_subplot(projection='3d')\n";

/// The same in space.
const SOLID_CALLS: [&str; 22] = [
    "ax.plot(L, L, L)",
    "ax.plot([1, N, 3], [1, 2, 3], N, zdir='x')",
    "ax.scatter(L, L, N, s=N, depthshade_minalpha=N)",
    "ax.scatter([1, 2, 3], [1, N, 3], [1, 2, 3], c=L, cmap='viridis')",
    "ax.text(N, 0, N, '$x$', zdir=(N, 1, N))",
    "ax.plot_surface(L, L, np.arange(12).reshape(3, 4) * N)",
    "ax.plot_surface(np.arange(4), np.arange(3)[:, None], np.ones((3, 4)) * N, rstride=N, cmap='jet', vmin=N)",
    "ax.plot_surface(np.ones((2, 2)), np.ones((2, 2)), np.ones((2, 2)), facecolors=L, rcount=N)",
    "ax.plot_wireframe(np.arange(4), np.arange(3)[:, None], np.ones((3, 4)) * N, rcount=N, ccount=2)",
    "ax.plot_trisurf([0, 1, N], [0, 1, 0], [0, N, 1], triangles=[[0, 1, N]])",
    "ax.bar3d(L, L, N, N, 1, L, color=L)",
    "ax.quiver(L, L, L, N, N, 0, length=N, normalize=True, arrow_length_ratio=N)",
    "ax.add_collection3d(Poly3DCollection([[(0, 0, N), (1, N, 0), (0, 1, 1)], [], [(N, N, N)]], alpha=0.5, shade=True, facecolors='r'))",
    "ax.add_collection3d(Poly3DCollection(L, linewidths=N, zsort='min', edgecolors=L))",
    "ax.add_collection3d(Line3DCollection(L, linewidths=N, array=L))",
    "ax.add_collection3d(LineCollection([[(0, N), (1, 1)]]), zs=L, zdir='y')",
    "ax.view_init(elev=N, azim=N, roll=N)",
    "ax.set_proj_type('persp', focal_length=N)",
    "ax.set_box_aspect((N, 1, N), zoom=N)",
    "ax.set_zlim(N, N); ax.set_xlim(0, N); ax.set_zticks(L); ax.set_aspect('equal')",
    "ax.set_zscale('log'); ax.plot([1, 2], [1, 2], [N, 10])",
    "ax.set_zlabel('a' * 50, labelpad=N); ax.set_title('t', y=N); ax.elev = N; ax.margins(N)",
];

fn contained(source: String) {
    let work = move || {
        let limits = Limits { fuel: 30_000_000, memory: 64 << 20, ..Limits::default() };
        let mut sandbox = Sandbox::new(limits);
        let start = Instant::now();
        let execution = sandbox.run(&source);
        assert!(start.elapsed() < Duration::from_secs(60), "took {:?}: {source}", start.elapsed());
        let kind = execution.error.map_or(String::new(), |error| error.kind);
        assert_ne!(kind, "SystemError", "hit a defect: {source}");
        assert_eq!(sandbox.run("print(sum(range(5)))").stdout, "10\n", "the sandbox works after {source}");
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(work).expect("a thread starts");
    thread.join().expect("the sandbox must not crash");
}

#[test]
fn plots_of_anything_end() {
    calls_end(HEAD, &CALLS);
}

#[test]
fn plots_in_space_end() {
    calls_end(&format!("{HEAD}{SPACE}"), &SOLID_CALLS);
}

fn calls_end(head: &str, calls: &[&str]) {
    for call in calls {
        let lines: Vec<String> = NUMBERS
            .iter()
            .zip(LISTS.iter().cycle())
            .map(|(number, list)| {
                let call = call.replace("(L", &format!("({list}")).replace("=L", &format!("={list}"));
                let call = call.replace(" L", &format!(" {list}"));
                let mut parts = String::new();
                // A lone N is a number; letters of names stay.
                let letters: Vec<char> = call.chars().collect();
                for (at, letter) in letters.iter().enumerate() {
                    let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
                    let lone = *letter == 'N' && !word(letters.get(at + 1)) && !word(at.checked_sub(1).and_then(|at| letters.get(at)));
                    if lone { parts.push_str(number) } else { parts.push(*letter) }
                }
                format!("try:\n    ax.clear() if hasattr(ax, 'clear') else None\n    {parts}\n    plt.savefig('/output/a.png', dpi=40)\nexcept Exception as e:\n    pass\n")
            })
            .collect();
        contained(format!("{head}{}", lines.concat()));
    }
}
