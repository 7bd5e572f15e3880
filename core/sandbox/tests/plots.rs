//! What plots give back to scripts. The outputs are those of the real matplotlib.

use vthinker_sandbox::{Limits, Sandbox};

fn prints(script: &str, wanted: &str) {
    let mut sandbox = Sandbox::new(Limits::default());
    let execution = sandbox.run(&format!("import numpy as np\nimport matplotlib.pyplot as plt\n{script}"));
    assert!(execution.error.is_none(), "{:?} in\n{script}", execution.error);
    assert_eq!(execution.stdout, wanted, "in\n{script}");
}

#[test]
fn bars_come_in_a_container() {
    prints(
        r#"b = plt.bar(['a', 'b', 'c'], [1, -2, 3], width=0.5, bottom=[0, 1, 2])
print(len(b), [float(p.get_height()) for p in b], [float(p.get_x()) for p in b], b.orientation)
print([t.get_text() for t in plt.bar_label(b, fmt='%.1f')])
print([round(float(v), 3) for v in plt.gca().get_xlim() + plt.gca().get_ylim()])
"#,
        r#"3 [1.0, -2.0, 3.0] [-0.25, 0.75, 1.75] vertical
['1.0', '-2.0', '3.0']
[-0.375, 2.375, -1.3, 5.3]
"#,
    );
}

#[test]
fn histograms_give_counts_edges_and_bars() {
    prints(
        r#"n, bins, patches = plt.hist([1, 2, 2, 3, 3, 3, 9], bins=4)
print(n, bins, len(patches))
n, bins, patches = plt.hist([[1, 2], [2, 5]], bins=[0, 2, 4, 6], density=True, stacked=True)
print(n.shape, n.tolist(), bins.tolist())
print(plt.hist([1, 2, 2, 3, 3, 3, 9], bins='auto', cumulative=True)[0])
"#,
        r#"[3. 3. 0. 1.] [1. 3. 5. 7. 9.] 4
(2, 3) [[0.125, 0.125, 0.0], [0.125, 0.25, 0.125]] [0.0, 2.0, 4.0, 6.0]
[3. 6. 6. 6. 6. 7.]
"#,
    );
}

#[test]
fn pies_give_slices_and_texts() {
    prints(
        r#"w, t, a = plt.pie([1, 3], labels=['x', 'y'], autopct='%d%%')
print([x.get_text() for x in t], [x.get_text() for x in a], len(w))
print([float(v) for v in plt.gca().get_xlim()], float(plt.gca().get_aspect()))
"#,
        r#"['x', 'y'] ['25%', '75%'] 2
[-1.25, 1.25] 1.0
"#,
    );
}

#[test]
fn box_plots_give_their_parts() {
    prints(
        r#"r = plt.boxplot([[1, 2, 3, 4, 100], [5, 6, 7]])
print(sorted(r), [len(r[k]) for k in sorted(r)])
print([float(v) for v in r['medians'][0].get_ydata()], [float(v) for v in r['fliers'][0].get_ydata()])
print([float(v) for v in plt.gca().get_xlim()])
"#,
        r#"['boxes', 'caps', 'fliers', 'means', 'medians', 'whiskers'] [2, 4, 2, 0, 2, 4]
[3.0, 3.0] [100.0]
[0.5, 2.5]
"#,
    );
}

#[test]
fn contours_know_their_levels() {
    prints(
        r#"c = plt.contour([[0, 1, 2], [1, 2, 3], [2, 3, 4]])
print(c.levels)
print(plt.contourf([[0, 1], [2, 3]], levels=[0, 1, 5]).levels)
print([float(v) for v in plt.gca().get_xlim() + plt.gca().get_ylim()])
"#,
        r#"[0.  0.5 1.  1.5 2.  2.5 3.  3.5 4. ]
[0. 1. 5.]
[0.0, 2.0, 0.0, 2.0]
"#,
    );
}

#[test]
fn patches_count_only_when_limits_follow_the_data() {
    prints(
        r#"from matplotlib.patches import Circle, Rectangle
ax = plt.gca()
c = ax.add_patch(Circle((1, 2), 0.5, color='red'))
r = ax.add_patch(Rectangle((0, 0), 2, 1, angle=0, alpha=0.5))
print(float(c.get_radius()), isinstance(c, Circle), isinstance(r, Circle))
print([round(float(v), 3) for v in ax.get_xlim() + ax.get_ylim()], len(ax.patches))
ax.autoscale_view()
print([round(float(v), 3) for v in ax.get_xlim() + ax.get_ylim()])
"#,
        r#"0.5 True False
[0.0, 1.0, 0.0, 1.0] 2
[-0.1, 2.1, -0.125, 2.625]
"#,
    );
}

#[test]
fn wrong_data_raise_what_matplotlib_raises() {
    prints(
        r#"for call in ("plt.bar([1, 2], [1, 2, 3])", "plt.hist([1, 2], bins=0)", "plt.pie([1, -1])",
             "plt.pie([1], labels=['a', 'b'])", "plt.contour([1, 2])", "plt.annotate('a')",
             "plt.errorbar([1], [1], yerr=-1)", "plt.stem()",
             "plt.annotate('x', (0, 0), arrowprops=dict(arrowstyle='nosuch'))", "plt.pcolormesh([1, 2, 3])"):
    try:
        eval(call)
        print(call, 'passes')
    except Exception as e:
        print(type(e).__name__)
"#,
        r#"ValueError
ValueError
ValueError
ValueError
TypeError
TypeError
ValueError
TypeError
ValueError
ValueError
"#,
    );
}

#[test]
fn mosaics_and_insets_are_axes() {
    prints(
        r#"fig, axs = plt.subplot_mosaic('AAB;C.B')
print(list(axs), len(fig.axes))
print(list(fig.subplot_mosaic([['x', [['y'], ['z']]], ['w', 'w']])))
for bad in ['AB;BA', 'AB;C', [['a', 'b'], ['a']], [['a', [['a']]]]]:
    try:
        plt.subplot_mosaic(bad)
        print('made')
    except ValueError as e:
        print(type(e).__name__)
ax = plt.figure().add_subplot()
inset = ax.inset_axes([0.5, 0.5, 0.4, 0.4])
inset.set_xlim(2, 3)
print(len(plt.gcf().axes), plt.gca() is ax or plt.gca() == ax, ax.indicate_inset_zoom(inset) is not None)
"#,
        r#"['A', 'B', 'C'] 3
['x', 'y', 'z', 'w']
ValueError
ValueError
ValueError
ValueError
1 True True
"#,
    );
}

#[test]
fn dates_have_their_ticks() {
    prints(
        r#"import matplotlib.dates as mdates
from datetime import datetime, date, timedelta
print(mdates.date2num(datetime(2024, 2, 29, 12)), mdates.date2num([date(1970, 1, 2), date(1969, 12, 31)]))
print(mdates.num2date(19782.25), mdates.num2date([0.5])[0].hour)
ax = plt.figure().add_subplot()
ax.plot([datetime(2024, 1, 1) + timedelta(days=10 * i) for i in range(12)], range(12))
monday = mdates.WeekdayLocator(byweekday=mdates.MO, interval=2)
for locator in [None, mdates.MonthLocator(), mdates.MonthLocator(interval=2), monday, mdates.DayLocator(bymonthday=[1, 15]),
                mdates.DayLocator(interval=20), mdates.YearLocator(), mdates.HourLocator(byhour=12, interval=1)]:
    if locator is not None:
        ax.xaxis.set_major_locator(locator)
    ticks = ax.get_xticks()
    print(len(ticks), ticks[:3].tolist(), ticks[-1])
ax.xaxis.set_major_locator(mdates.AutoDateLocator())
for days in [3000, 900, 200, 70, 20, 6, 1, 0.2, 0.01, 0.0005]:
    ax.set_xlim(19782.3, 19782.3 + days)
    ticks = ax.get_xticks()
    print(len(ticks), ticks[0], ticks[-1], ax.get_xticklabels()[1].get_text())
"#,
        r#"19782.5 [ 1. -1.]
2024-02-29 06:00:00+00:00 12
8 [19723.0, 19737.0, 19754.0] 19828.0
4 [19723.0, 19754.0, 19783.0] 19814.0
2 [19754.0, 19814.0] 19814.0
8 [19730.0, 19744.0, 19758.0] 19828.0
8 [19723.0, 19737.0, 19754.0] 19828.0
6 [19736.0, 19756.0, 19776.0] 19836.0
2 [19358.0, 19723.0] 19723.0
122 [19717.5, 19718.5, 19719.5] 19838.5
9 19723.0 22645.0 2025
10 19814.0 20635.0 2024-07
7 19783.0 19967.0 2024-04
10 19783.0 19851.0 2024-03-08
10 19783.0 19801.0 2024-03-03
6 19783.0 19788.0 2024-03-02
8 19782.375 19783.25 02-29 12
10 19782.3125 19782.5 29 08:00
3 19782.302083333332 19782.309027777777 29 07:20
9 19782.3 19782.30046296296 07:12:05
"#,
    );
}

#[test]
fn fields_and_second_axes_tell_what_is_wrong() {
    prints(
        r#"ax = plt.figure().add_subplot()
x = np.linspace(-1, 1, 9)
X, Y = np.meshgrid(x, x)
s = ax.streamplot(x, x, -Y, X, density=0.5)
print([float(v) for v in ax.get_xlim()])
for bad in [lambda: ax.streamplot(x, x[::-1], X, Y), lambda: ax.streamplot(x, x, X[:3], Y),
            lambda: ax.streamplot(x, x, X, Y, density=[1, 2, 3])]:
    try:
        bad()
    except ValueError as e:
        print(e)
ax = plt.figure().add_subplot()
ax.plot([0, 100], [0, 1])
sec = ax.secondary_xaxis('top', functions=(lambda c: c * 1.8 + 32, lambda f: (f - 32) / 1.8))
print([float(round(v, 6)) for v in sec.get_xlim()])
"#,
        r#"[-1.0, 1.0]
'y' must be strictly increasing
'u' and 'v' must match the shape of the (x, y) grid
'density' must be a scalar or be of length 2
[23.0, 221.0]
"#,
    );
}

#[test]
fn what_is_missing_is_named() {
    let mut sandbox = Sandbox::new(Limits::default());
    let execution = sandbox.run("import matplotlib.pyplot as plt\nplt.gca().hexbin([0], [0])");
    let error = execution.error.expect("it is not provided");
    assert!(error.message.contains("hexbin"), "{}", error.message);
}

#[test]
fn axes_in_space_follow_their_data_and_their_camera() {
    prints(
        r#"from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Poly3DCollection
fig = plt.figure()
ax = fig.add_subplot(111, projection='3d')
r = lambda pair: [round(float(v), 6) for v in pair]
print(ax.name, isinstance(ax, Axes3D), r(ax.get_xlim()), r(ax.get_zlim()), float(ax.elev), float(ax.azim))
ax.plot([1, 3], [2, 2], [0, 10])
print(r(ax.get_xlim()), r(ax.get_ylim()), r(ax.get_zlim()))
ax.scatter([5], [float('nan')], [20])
print(r(ax.get_xlim3d()), r(ax.get_zlim3d()))
ax.add_collection3d(Poly3DCollection([[(0, 0, 0), (8, 0, 0), (0, 8, 0)]]))
print(r(ax.get_xlim()), r(ax.get_ylim()))
ax.set_zlim(0, 5); ax.invert_zaxis(); ax.set_xlim(left=1)
print(r(ax.get_zlim()), r(ax.get_xlim()), ax.get_zticks().tolist())
ax.quiver(0, 0, 0, 90, 0, 0)
print(r(ax.get_xlim()), r(ax.get_ylim()))
ax.view_init(10, 20); ax.azim = 40
print(r([ax.elev, ax.azim, ax.roll]), r(ax.get_proj()[3]))
ax.set_aspect('equal'); print(r(ax.get_proj()[0]))
ax.set_title('t'); ax.set_zlabel('z'); print(ax.get_zlabel(), ax.get_title())
for call in [lambda: ax.set_aspect(2.0), lambda: ax.set_proj_type('fish'), lambda: ax.plot([1, 2], [1, 2, 3], 4), lambda: ax.plot_surface([1], [1], np.zeros(3)), lambda: ax.set_box_aspect([1, 2])]:
    try:
        call(); print('fine')
    except Exception as error:
        print(type(error).__name__)
"#,
        r#"3d True [-0.020833, 1.020833] [-0.020833, 1.020833] 30.0 -60.0
[0.854167, 3.145833] [1.885417, 2.114583] [-0.208333, 10.208333]
[0.854167, 3.145833] [-0.208333, 10.208333]
[-0.583333, 8.583333] [-0.583333, 8.583333]
[5.0, 0.0] [1.0, 8.583333] [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
[1.0, 8.583333] [-0.583333, 8.583333]
[10.0, 40.0, 0.0] [-0.118431, -0.082211, 0.031009, 10.818804]
[-0.094922, 0.113124, 0.0, 0.00234]
z t
ValueError
ValueError
ValueError
ValueError
ValueError
"#,
    );
}

#[test]
fn what_axes_in_space_cannot_is_named() {
    let mut sandbox = Sandbox::new(Limits::default());
    for (call, message) in [
        ("ax.voxels(np.ones((2, 2, 2)))", "Axes3D.voxels"),
        ("ax.bar([1], [2], zs=3)", "Axes3D.bar"),
        ("ax.contour([[1, 2], [3, 4]])", "Axes3D.contour"),
        ("ax.plot_trisurf([0, 1, 0], [0, 0, 1], [1, 1, 1])", "plot_trisurf without triangles=..."),
        ("plt.figure().add_subplot(projection='hammer')", "projection='hammer'"),
    ] {
        let head = "import numpy as np\nimport matplotlib.pyplot as plt\nax = plt.axes(projection='3d')\n";
        let error = sandbox.run(&format!("{head}{call}")).error.unwrap_or_else(|| panic!("no error: {call}"));
        assert!(
            error.message.contains(message) && error.message.contains("not provided"),
            "{}",
            error.message
        );
    }
    let error = sandbox.run("plt.figure().add_subplot().plot_surface").error.map(|error| error.kind);
    assert_eq!(error.as_deref(), Some("AttributeError"));
}
