//! The Mersenne Twister MT19937, seeded as CPython seeds it.

const N: usize = 624;
const M: usize = 397;

/// The generator's state.
#[derive(Clone)]
pub(crate) struct Twister {
    state: [u32; N],
    index: usize,
}

impl Twister {
    /// Seeds with the 32-bit digits of an integer, least significant first.
    pub fn new(key: &[u32]) -> Self {
        let mut twister = Self { state: [0; N], index: N };
        twister.fill(19_650_218);
        let key = if key.is_empty() { &[0][..] } else { key };
        let state = &mut twister.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_664_525);
            state[i] = (state[i] ^ mixed).wrapping_add(key[j]).wrapping_add(j as u32);
            (i, j) = (i + 1, (j + 1) % key.len());
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        for _ in 0..N - 1 {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)).wrapping_mul(1_566_083_941);
            state[i] = (state[i] ^ mixed).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = 0x8000_0000;
        twister
    }

    /// A generator in a state that [`Self::parts`] gave.
    pub fn from_parts(words: &[u32], index: usize) -> Option<Self> {
        let state = words.try_into().ok()?;
        (index <= N).then_some(Self { state, index })
    }

    /// The words of the state, and how many of them are used up.
    pub fn parts(&self) -> (&[u32], usize) {
        (&self.state, self.index)
    }

    /// Seeds with one number, as numpy's legacy generator does.
    pub fn from_number(seed: u32) -> Self {
        let mut twister = Self { state: [0; N], index: N };
        twister.fill(seed);
        twister
    }

    fn fill(&mut self, seed: u32) {
        self.state[0] = seed;
        for i in 1..N {
            let last = self.state[i - 1];
            self.state[i] = (last ^ (last >> 30)).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        self.index = N;
    }

    /// 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.index >= N {
            for i in 0..N {
                let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % N] & 0x7fff_ffff);
                let twist = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.state[i] = self.state[(i + M) % N] ^ (y >> 1) ^ twist;
            }
            self.index = 0;
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// A float in [0, 1) of 53 random bits.
    pub fn random(&mut self) -> f64 {
        let a = f64::from(self.next_u32() >> 5);
        let b = f64::from(self.next_u32() >> 6);
        (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0
    }

    /// `bits` random bits, at most 64.
    pub fn bits(&mut self, bits: u32) -> u64 {
        if bits == 0 {
            return 0;
        }
        if bits <= 32 {
            return u64::from(self.next_u32() >> (32 - bits));
        }
        let low = u64::from(self.next_u32());
        let high = u64::from(self.next_u32() >> (64 - bits));
        low | high << 32
    }

    /// An integer below `n`, which must not be 0.
    pub fn below(&mut self, n: u64) -> u64 {
        let bits = 64 - n.leading_zeros();
        loop {
            let value = self.bits(bits);
            if value < n {
                return value;
            }
        }
    }
}
