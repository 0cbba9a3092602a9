//! Segments and frames, byte by byte, as the heads of `segment.rs` and `frame.rs` in `store-local`
//! describe them.

use arbitrary::Arbitrary;
use bytes::Bytes;
use crc_fast::CrcAlgorithm;
use store::Stored;

/// How many lanes there are.
pub const LANES: usize = 3;
const HEADER: usize = 36;

/// Appends that were synced together.
#[derive(Arbitrary, Debug)]
pub struct Group {
    /// Begins a new segment.
    fresh: bool,
    appends: Vec<Vec<Record>>,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
struct Record {
    lane: u8,
    later_ms: u8,
    fill: u8,
    length: u8,
}

/// A frame with a right checksum and any contents.
#[derive(Arbitrary, Debug)]
pub struct Forged {
    lane: u8,
    records: u32,
    first: u64,
    more: u32,
    durable: u32,
    body: Vec<u8>,
    /// The body is one record of these bytes.
    is_record: bool,
}

/// A segment's file.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its number.
    pub number: u64,
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Where its first frame is.
    first: usize,
    frames: Vec<Frame>,
}

/// Where a frame is.
#[derive(Clone, Copy, Debug)]
struct Frame {
    append: usize,
    start: usize,
    end: usize,
    durable: usize,
}

/// A whole log.
pub struct Written {
    /// Its files, the oldest first.
    pub segments: Vec<Segment>,
    /// Its records.
    pub lanes: Vec<Vec<Stored>>,
    /// How many records each lane had after each append.
    after: Vec<[usize; LANES]>,
}

/// What is left of a damaged last segment.
pub struct End {
    /// Where the first frame is that does not check out.
    pub at: usize,
    /// How many records each lane keeps.
    pub kept: [usize; LANES],
    /// A later frame says that what is damaged was durable.
    pub proven_durable: bool,
    /// The segment's own header is damaged.
    pub header_damaged: bool,
}

fn crc(bytes: &[u8]) -> [u8; 4] {
    (crc_fast::checksum(CrcAlgorithm::Crc32Iscsi, bytes) as u32).to_le_bytes()
}

/// Writes a log.
pub fn write(groups: &[Group]) -> Written {
    let mut written =
        Written { segments: Vec::new(), lanes: vec![Vec::new(); LANES], after: Vec::new() };
    written.begin();
    for group in groups.iter().take(12) {
        let has_frames = written.last().is_some_and(|last| !last.frames.is_empty());
        if group.fresh && has_frames && written.segments.len() < 4 {
            written.begin();
        }
        let durable = written.last().map_or(0, |last| last.bytes.len());
        for append in group.appends.iter().filter(|append| !append.is_empty()).take(6) {
            written.append(&append[..append.len().min(6)], durable);
        }
    }
    written
}

impl Written {
    fn last(&self) -> Option<&Segment> {
        self.segments.last()
    }

    /// Begins a segment; its header says where each lane is.
    fn begin(&mut self) {
        let number = self.segments.len() as u64;
        let mut bytes = b"WWLOG\0\0\x01".to_vec();
        bytes.extend(number.to_le_bytes());
        let lanes = self.lanes.iter().zip(0u32..).filter(|(records, _)| !records.is_empty());
        let lanes: Vec<_> = lanes.collect();
        bytes.extend((lanes.len() as u32).to_le_bytes());
        for (records, lane) in lanes {
            bytes.extend(lane.to_le_bytes());
            bytes.extend((records.len() as u64).to_le_bytes());
            bytes.extend(records.last().map_or(0, |last| last.time_ms).to_le_bytes());
        }
        let sum = crc(&bytes);
        bytes.splice(20..20, sum);
        self.segments.push(Segment { number, first: bytes.len(), bytes, frames: Vec::new() });
    }

    /// Writes an append: a frame for each lane in it, the lanes in their order.
    fn append(&mut self, records: &[Record], durable: usize) {
        let append = self.after.len();
        let lane_of = |record: &Record| usize::from(record.lane) % LANES;
        let mut runs = Vec::new();
        for lane in 0..LANES {
            let run: Vec<Record> =
                records.iter().copied().filter(|record| lane_of(record) == lane).collect();
            if !run.is_empty() {
                runs.push((lane, run));
            }
        }
        let count = runs.len();
        for (index, (lane, run)) in runs.into_iter().enumerate() {
            self.frame(lane, &run, append, count - 1 - index, durable);
        }
        self.after.push(std::array::from_fn(|lane| self.lanes[lane].len()));
    }

    fn frame(&mut self, lane: usize, run: &[Record], append: usize, more: usize, durable: usize) {
        let known = &mut self.lanes[lane];
        let first = known.len() as u64;
        let mut body = Vec::new();
        for record in run {
            let newest = known.last().map_or(1000, |last| last.time_ms);
            let time_ms = newest + i64::from(record.later_ms);
            let content = vec![record.fill; usize::from(record.length)];
            body.extend(time_ms.to_le_bytes());
            body.extend(u32::from(record.length).to_le_bytes());
            body.extend(&content);
            let offset = known.len() as u64;
            known.push(Stored { offset, time_ms, bytes: Bytes::from(content) });
        }
        let Some(segment) = self.segments.last_mut() else { return };
        let start = segment.bytes.len();
        let fields = Fields {
            lane: lane as u32,
            records: run.len() as u32,
            first,
            more: more as u32,
            durable: durable as u32,
        };
        segment.push(&fields, &body);
        segment.frames.push(Frame { append, start, end: segment.bytes.len(), durable });
    }

    /// What is left of the last segment, by the rules of the format alone.
    pub fn end_of(&self, damaged: &Segment) -> End {
        let Some(whole) = self.last() else { unreachable!("there is always one") };
        let alike = whole.bytes.iter().zip(&damaged.bytes).take_while(|(a, b)| a == b).count();
        // The first frame that is not as it was, or what follows the last.
        let broken = whole.frames.iter().find(|frame| frame.end > alike);
        let at = broken.map_or(whole.bytes.len(), |frame| frame.start);
        let before = match broken.or(whole.frames.first()) {
            Some(frame) if broken.is_some() => frame.append,
            _ => self.after.len(),
        };
        let kept = match before.checked_sub(1) {
            Some(append) => self.after[append],
            None => [0; LANES],
        };
        let intact = |frame: &&Frame| {
            let header = frame.start..frame.start + HEADER;
            damaged.bytes.get(header.clone()) == whole.bytes.get(header)
        };
        let later = whole.frames.iter().filter(|frame| frame.start > at).filter(intact);
        End {
            at,
            kept,
            proven_durable: later.clone().any(|frame| frame.durable > at),
            header_damaged: alike < whole.first,
        }
    }

    /// Whether the file holds a frame with right checksums that was never written there. A fuzzer
    /// that watches comparisons can make one.
    pub fn is_forgery(&self, segment: &Segment) -> bool {
        let whole = &self.segments[segment.number as usize];
        (0..segment.bytes.len()).any(|at| {
            let Some(header) = segment.bytes.get(at..at + HEADER) else { return false };
            let genuine = whole.bytes.get(at..at + HEADER) == Some(header)
                && whole.frames.iter().any(|frame| frame.start == at);
            !genuine && header[..4] == header_crc(header, segment.number, at)
        })
    }
}

fn header_crc(header: &[u8], segment: u64, at: usize) -> [u8; 4] {
    let place = [segment.to_le_bytes(), (at as u64).to_le_bytes()].concat();
    crc(&[&header[4..], &place].concat())
}

struct Fields {
    lane: u32,
    records: u32,
    first: u64,
    more: u32,
    durable: u32,
}

impl Segment {
    fn push(&mut self, fields: &Fields, body: &[u8]) {
        let mut header = vec![0; 4];
        header.extend(crc(body));
        header.extend((body.len() as u32).to_le_bytes());
        header.extend(fields.lane.to_le_bytes());
        header.extend(fields.records.to_le_bytes());
        header.extend(fields.first.to_le_bytes());
        header.extend(fields.more.to_le_bytes());
        header.extend(fields.durable.to_le_bytes());
        let sum = header_crc(&header, self.number, self.bytes.len());
        header[..4].copy_from_slice(&sum);
        self.bytes.extend(header);
        self.bytes.extend(body);
    }
}

/// Adds a frame that checks out.
pub fn forge(segment: &mut Segment, forged: &Forged) {
    let mut body = forged.body.clone();
    if forged.is_record {
        body = [&1i64.to_le_bytes()[..], &(body.len() as u32).to_le_bytes(), &body].concat();
    }
    let fields = Fields {
        lane: u32::from(forged.lane) % LANES as u32,
        records: forged.records,
        first: forged.first,
        more: forged.more,
        durable: forged.durable,
    };
    segment.push(&fields, &body);
}
