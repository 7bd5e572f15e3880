//! The colours of the named maps.

use super::hex;

/// Maps whose entries are stored one by one in `tables.bin`, in its order, with the number of entries.
/// `tests/goldens/make_colormaps.py` writes the file and tells its form.
const ENTRIES: [(&str, usize); 29] = [
    ("viridis", 256),
    ("plasma", 256),
    ("inferno", 256),
    ("magma", 256),
    ("cividis", 256),
    ("turbo", 256),
    ("twilight", 510),
    ("coolwarm", 256),
    ("jet", 256),
    ("hsv", 256),
    ("hot", 256),
    ("rainbow", 256),
    ("gnuplot", 256),
    ("gnuplot2", 256),
    ("cubehelix", 256),
    ("terrain", 256),
    ("ocean", 256),
    ("gist_earth", 256),
    ("gist_ncar", 256),
    ("gist_rainbow", 256),
    ("gist_stern", 256),
    ("gist_heat", 256),
    ("nipy_spectral", 256),
    ("pink", 256),
    ("bone", 256),
    ("copper", 256),
    ("CMRmap", 256),
    ("Wistia", 256),
    ("afmhot", 256),
];

static TABLES: &[u8] = include_bytes!("tables.bin");

/// Maps that run evenly through a few colours.
const EVEN: &[(&str, &str)] = &[
    ("Blues", "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b"),
    ("BrBG", "5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30"),
    ("BuGn", "f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b"),
    ("BuPu", "f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b"),
    ("GnBu", "f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081"),
    ("Greens", "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b"),
    ("Greys", "fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000"),
    ("OrRd", "fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000"),
    ("Oranges", "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704"),
    ("PRGn", "40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b"),
    ("PiYG", "8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419"),
    ("PuBu", "fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858"),
    ("PuBuGn", "fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636"),
    ("PuOr", "7f3b08b35806e08214fdb863fee0b6f7f7f7d8daebb2abd28073ac5427882d004b"),
    ("PuRd", "f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f"),
    ("Purples", "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d"),
    ("RdBu", "67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061"),
    ("RdGy", "67001fb2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d1a1a1a"),
    ("RdPu", "fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a"),
    ("RdYlBu", "a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695"),
    ("RdYlGn", "a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837"),
    ("Reds", "fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d"),
    ("Spectral", "9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2"),
    ("YlGn", "ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529"),
    ("YlGnBu", "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58"),
    ("YlOrBr", "ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506"),
    ("YlOrRd", "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026"),
    ("brg", "0000ffff000000ff00"),
    ("bwr", "0000ffffffffff0000"),
    ("gray", "000000ffffff"),
    ("grey", "000000ffffff"),
    ("gist_gray", "000000ffffff"),
    ("gist_grey", "000000ffffff"),
    ("binary", "ffffff000000"),
    ("gist_yarg", "ffffff000000"),
    ("gist_yerg", "ffffff000000"),
    ("Grays", "fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000"),
    ("cool", "00ffffff00ff"),
    ("spring", "ff00ffffff00"),
    ("autumn", "ff0000ffff00"),
];

/// Maps that hold a few colours and nothing between them.
const LISTED: &[(&str, &str)] = &[
    ("Accent", "7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666"),
    ("okabe_ito", "000000e69f0056b4e9009e73f0e4420072b2d55e00cc79a7"),
    ("Dark2", "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666"),
    ("Paired", "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928"),
    ("Pastel1", "fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2"),
    ("Pastel2", "b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc"),
    ("Set1", "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999"),
    ("Set2", "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3"),
    ("Set3", "8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f"),
    ("tab10", "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf"),
    (
        "tab20",
        "1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2f7b6d27f7f7fc7c7c7bcbd22\
         dbdb8d17becf9edae5",
    ),
    (
        "tab20b",
        "393b795254a36b6ecf9c9ede6379398ca252b5cf6bcedb9c8c6d31bd9e39e7ba52e7cb94843c39ad494ad6616be7969c7b4173\
         a55194ce6dbdde9ed6",
    ),
    (
        "tab20c",
        "3182bd6baed69ecae1c6dbefe6550dfd8d3cfdae6bfdd0a231a35474c476a1d99bc7e9c0756bb19e9ac8bcbddcdadaeb636363\
         969696bdbdbdd9d9d9",
    ),
];

/// How a named map is stored.
pub(super) enum Stored {
    /// Its entries; other numbers of entries are interpolated.
    Entries(Vec<[f64; 3]>),
    /// Colours with their places from 0 to 1.
    Even(Vec<[f64; 3]>),
    /// A few colours.
    Listed(Vec<[f64; 3]>),
}

/// The map of this name, which has no `_r`.
pub(super) fn stored(name: &str) -> Option<Stored> {
    let text =
        |maps: &'static [(&str, &str)]| maps.iter().find(|(known, _)| *known == name).map(|(_, hex)| *hex);
    if let Some(colors) = text(EVEN) {
        return Some(Stored::Even(hex(colors)));
    }
    if let Some(colors) = text(LISTED) {
        return Some(Stored::Listed(hex(colors)));
    }
    // These two have halves in their ends, which hexadecimal bytes cannot say.
    let ends = |a, b| Some(Stored::Even(vec![a, b]));
    match name {
        "summer" => return ends([0.0, 0.5, 0.4], [1.0, 1.0, 0.4]),
        "winter" => return ends([0.0, 0.0, 1.0], [0.0, 1.0, 0.5]),
        "seismic" => {
            let (white, red) = ([1.0; 3], [1.0, 0.0, 0.0]);
            return Some(Stored::Even(vec![[0.0, 0.0, 0.3], [0.0, 0.0, 1.0], white, red, [0.5, 0.0, 0.0]]));
        }
        "flag" => {
            return Some(waves(|x| {
                let (side, middle) = (|shift| 0.75 * wave(x * 31.5 + shift) + 0.5, wave(x * 31.5));
                [side(0.25), middle, side(-0.25)]
            }));
        }
        "prism" => {
            return Some(waves(|x| {
                let side = |shift, base| 0.75 * wave(x * 20.9 + shift) + base;
                [side(0.25, 0.67), side(-0.25, 0.33), -1.1 * wave(x * 20.9)]
            }));
        }
        "twilight_shifted" => {
            let mut entries = table("twilight")?;
            let half = entries.len() / 2;
            entries.rotate_left(half);
            entries.reverse();
            return Some(Stored::Entries(entries));
        }
        _ => {}
    }
    table(name).map(Stored::Entries)
}

fn wave(turns: f64) -> f64 {
    libm::sin(turns * std::f64::consts::PI)
}

/// Entries by a formula.
fn waves(color: impl Fn(f64) -> [f64; 3]) -> Stored {
    let entry = |index: u32| color(f64::from(index) / 255.0).map(|value| value.clamp(0.0, 1.0));
    Stored::Entries((0..256).map(entry).collect())
}

fn table(name: &str) -> Option<Vec<[f64; 3]>> {
    let at = ENTRIES.iter().position(|(known, _)| *known == name)?;
    let count = ENTRIES[at].1;
    let start: usize = ENTRIES[..at].iter().map(|(_, count)| 3 * (count + 1)).sum();
    let mut entries = vec![[0.0; 3]; count];
    for (channel, bytes) in TABLES.get(start..)?.chunks(count + 1).take(3).enumerate() {
        let [high, low, steps @ ..] = bytes else { return None };
        let mut value = i32::from(*high) * 256 + i32::from(*low);
        for (index, entry) in entries.iter_mut().enumerate() {
            if index > 0 {
                value += i32::from(*steps.get(index - 1)? as i8);
            }
            // The middle of what the stored half step stands for, but the ends are the ends.
            entry[channel] =
                if value == 0 || value == 510 { value as f64 } else { value as f64 + 0.5 } / 510.0;
        }
    }
    Some(entries)
}

/// Every map's name, for messages.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let entries = ENTRIES.iter().map(|(name, _)| *name);
    let texts = EVEN.iter().chain(LISTED).map(|(name, _)| *name);
    entries.chain(texts).chain(["summer", "winter", "seismic", "flag", "prism", "twilight_shifted"])
}
