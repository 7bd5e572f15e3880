//! The generator behind `np.random.default_rng`: PCG64, seeded by numpy's `SeedSequence`.

const MULTIPLIER: u128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645;
const POOL: usize = 4;
/// Where the tail of the normal distribution begins, and the area of each strip below it.
const TAIL: f64 = 3.654_152_885_361_009;
const STRIP: f64 = 0.004_928_673_233_974_652;

/// The generator's state.
pub(super) struct Pcg {
    state: u128,
    increment: u128,
    /// The upper half of the last draw of which only 32 bits were used.
    half: Option<u32>,
}

/// One of the hash functions of the seed sequence, whose constant changes with each use.
fn scramble(value: u32, constant: &mut u32, factor: u32) -> u32 {
    let value = value ^ *constant;
    *constant = constant.wrapping_mul(factor);
    let value = value.wrapping_mul(*constant);
    value ^ (value >> 16)
}

/// Eight words from a seed.
fn seed_words(seed: u64) -> [u32; 2 * POOL] {
    let entropy = [seed as u32, (seed >> 32) as u32, 0, 0];
    let mut constant = 0x43b0_d7e5;
    let mut pool = entropy.map(|word| scramble(word, &mut constant, 0x931e_8875));
    for from in 0..POOL {
        for to in 0..POOL {
            if from != to {
                let other = scramble(pool[from], &mut constant, 0x931e_8875);
                let left = pool[to].wrapping_mul(0xca01_f9dd);
                let mixed = left.wrapping_sub(other.wrapping_mul(0x4973_f715));
                pool[to] = mixed ^ (mixed >> 16);
            }
        }
    }
    let mut constant = 0x8b51_f9dd;
    std::array::from_fn(|index| scramble(pool[index % POOL], &mut constant, 0x58f3_8ded))
}

impl Pcg {
    /// A generator with a seed.
    pub fn new(seed: u64) -> Self {
        let words = seed_words(seed);
        let long = |at: usize| u128::from(words[at]) | u128::from(words[at + 1]) << 32;
        let (start, sequence) = (long(0) << 64 | long(2), long(4) << 64 | long(6));
        let mut pcg = Self { state: 0, increment: sequence << 1 | 1, half: None };
        pcg.step();
        pcg.state = pcg.state.wrapping_add(start);
        pcg.step();
        pcg
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
    }

    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.step();
        let mixed = (self.state >> 64) as u64 ^ self.state as u64;
        mixed.rotate_right((self.state >> 122) as u32)
    }

    fn next_u32(&mut self) -> u32 {
        if let Some(half) = self.half.take() {
            return half;
        }
        let long = self.next_u64();
        self.half = Some((long >> 32) as u32);
        long as u32
    }

    /// A float in [0, 1).
    pub fn random(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// An index up to and including `most`, for shuffling: bits are drawn until they fit.
    pub fn index_to(&mut self, most: u32) -> u32 {
        let mask = u32::MAX.checked_shr(most.leading_zeros()).unwrap_or(0);
        loop {
            let value = self.next_u32() & mask;
            if value <= most {
                return value;
            }
        }
    }

    /// An integer up to and including `most`, by Lemire's method.
    pub fn up_to(&mut self, most: u64) -> u64 {
        if most == 0 {
            return 0;
        }
        if let Ok(most) = u32::try_from(most) {
            if most == u32::MAX {
                return u64::from(self.next_u32());
            }
            let count = u64::from(most) + 1;
            let mut product = u64::from(self.next_u32()) * count;
            if product & 0xffff_ffff < count {
                let least = u64::from(u32::MAX - most) % count;
                while product & 0xffff_ffff < least {
                    product = u64::from(self.next_u32()) * count;
                }
            }
            return product >> 32;
        }
        if most == u64::MAX {
            return self.next_u64();
        }
        let count = u128::from(most) + 1;
        let mut product = u128::from(self.next_u64()) * count;
        let low = |product: u128| u128::from(product as u64);
        if low(product) < count {
            let least = u128::from(u64::MAX - most) % count;
            while low(product) < least {
                product = u128::from(self.next_u64()) * count;
            }
        }
        (product >> 64) as u64
    }
}

/// The strips of the ziggurat that normal numbers are drawn from.
pub(super) struct Ziggurat {
    accept: [u64; 256],
    width: [f64; 256],
    height: [f64; 256],
}

fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x)
}

impl Ziggurat {
    /// The strips, computed: numbers agree with numpy's in 13 digits.
    pub fn new() -> Self {
        let scale = (1_u64 << 52) as f64;
        let mut edges = [0.0; 257];
        edges[256] = STRIP / density(TAIL);
        edges[255] = TAIL;
        for at in (1..255).rev() {
            edges[at] = libm::sqrt(-2.0 * libm::log(STRIP / edges[at + 1] + density(edges[at + 1])));
        }
        let mut strips = Self { accept: [0; 256], width: [0.0; 256], height: [1.0; 256] };
        strips.accept[0] = (TAIL * density(TAIL) / STRIP * scale) as u64;
        strips.width[0] = edges[256] / scale;
        for at in 1..256 {
            strips.width[at] = edges[at] / scale;
            strips.height[at] = density(edges[at]);
            strips.accept[at] = (edges[at - 1] / edges[at] * scale) as u64;
        }
        strips
    }

    /// A normal number.
    pub fn normal(&self, pcg: &mut Pcg) -> f64 {
        loop {
            let bits = pcg.next_u64();
            let strip = (bits & 0xff) as usize;
            let negative = bits >> 8 & 1 == 1;
            let place = bits >> 9 & ((1 << 52) - 1);
            let size = place as f64 * self.width[strip];
            let x = if negative { -size } else { size };
            if place < self.accept[strip] {
                return x;
            }
            if strip == 0 {
                loop {
                    let far = -libm::log1p(-pcg.random()) / TAIL;
                    let near = -libm::log1p(-pcg.random());
                    if near + near > far * far {
                        let size = TAIL + far;
                        return if place >> 8 & 1 == 1 { -size } else { size };
                    }
                }
            }
            let gap = self.height[strip - 1] - self.height[strip];
            if gap * pcg.random() + self.height[strip] < density(x) {
                return x;
            }
        }
    }
}
